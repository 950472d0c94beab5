/// How two texts are put together.
public enum Join: Entry, Topic {
    case labelled = "{0}: {1} | {0}：{1}"
    case bracketed = "{0} ({1}) | {0}（{1}）"
    case further = "{0}; {1} | {0}；{1}"
    case change = "{0} → {1} | {0} → {1}"
}

/// What stands between the items of lists. A blank before the bar belongs to the English one.
public enum ListWord: Entry, Topic {
    case comma = ",  | 、"
    case clause = ",  | ，"
    case semicolon = ";  | ；"
    case and = " and  | 、"
    case or = " or  | 、"
    case doing = " and  | ，并"
    case space = "  |  "
    case along = " and with it  | ，并连带"
    case andNo = " and no  | 、"
    case andClause = " and  | ，"
}

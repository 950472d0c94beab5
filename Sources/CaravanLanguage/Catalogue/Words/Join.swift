/// How two texts are put together.
public enum Join: Entry, Topic {
    case labelled = "{0}: {1} | {0}：{1}"
    case bracketed = "{0} ({1}) | {0}（{1}）"
    case further = "{0}; {1} | {0}；{1}"
    case change = "{0} → {1} | {0} → {1}"
}

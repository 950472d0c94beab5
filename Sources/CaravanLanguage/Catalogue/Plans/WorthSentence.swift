/// What is worth points to have one more of.
public enum WorthSentence: Entry, Topic {
    case hour = "an hour of {0} ({1}) in {2} on {3} | {3} 在{2}多一小时“{0}”（{1}）"
    case venue = "a second venue like {0} ({1}) in {2} | {2} 多一处与{0}（{1}）相同的场地"
    case fund = "1,000 yuan more in fund {0} | 经费“{0}”增加 1000 元"
}

/// How a session differs between two plans.
public enum DifferenceSentence: Entry, Topic {
    case added = "added {0}, {1} | 新增 {0}，{1}"
    case dropped = "dropped, was {0}, {1} | 取消，原为 {0}，{1}"
    case withdrawn = "dropped (request withdrawn), was {0}, {1} | 取消（申请已撤回），原为 {0}，{1}"
    case withCrew = "{0}, with {1} | {0}，人员{1}"
    case startKept = "{0} as before | {0} 不变"
    case sameVenue = "same venue | 场地不变"
    case sameCrew = "same crew | 人员不变"
    case crewLeft = "without {0} | {0}退出"
    case crewJoined = "with {0} added | 增加{0}"
    case crewReplaced = "{0} replaced by {1} | {0}换为{1}"
}

/// What members are told of a replanning.
public enum NoticeSentence: Entry, Topic {
    case toPerson = "{0}: what changes in {1} for you | {0}：您在{1}中的安排有以下变动"
    case toKit = "{0}: what changes in {1} for this kit | {0}：{1}中该设备的使用安排有以下变动"
    case got = "New: {0}, {1}, {2} | 新增：{0}，{1}，{2}"
    case withOthers = "{0}; with {1} | {0}；同行：{1}"
    case cancelled = "Cancelled: {0}, {1}, {2} | 取消：{0}，原定{1}，{2}"
    case released = "No longer needed for {0}, {1}, {2} | 不再参加：{0}，原定{1}，{2}"
    case otherPlace = "Other place: {0}, {1} as before, now {2} instead of {3} | 地点调整：{0}，时间不变（{1}），由{3}改到{2}"
    case otherTime = "Other time: {0}, now {1} instead of {2}, {3} as before | 时间调整：{0}，由{2}改到{1}，地点不变（{3}）"
    case otherTimeAndPlace = """
        Other time and place: {0}, now {1}, {2} instead of {3}, {4} | \
        时间和地点调整：{0}，由{3}、{4}改到{1}、{2}
        """
}

/// What is worth points to have one more of.
public enum WorthSentence: Entry, Topic {
    case hour = "an hour of {0} ({1}) in {2} on {3} | {3} 在{2}多一小时“{0}”（{1}）"
    case venue = "a second venue like {0} ({1}) in {2} | {2} 多一处与{0}（{1}）相同的场地"
    case fund = "1,000 yuan more in fund {0} | 经费“{0}”增加 1000 元"
}

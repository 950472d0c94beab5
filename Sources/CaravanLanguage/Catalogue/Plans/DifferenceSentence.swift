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

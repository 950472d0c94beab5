/// What the hard rules are about, in a few words.
public enum RuleName: Entry, Topic {
    case h1 = "slots of the request | 申请允许的时段"
    case h2 = "venue fits and is open | 场地合适且开放"
    case h3 = "venue is free | 场地空闲"
    case h4 = "skills of the crew | 人员技能"
    case h5 = "crew is there and free | 人员在岗且空闲"
    case h6 = "ways of the crew | 人员路程"
    case h7 = "audience is free | 听众空闲"
    case h8 = "funds | 经费"
    case h9 = "order of requests | 先后次序"
    case h10 = "hard caps | 硬性上限"
    case h11 = "pins | 锁定"
    case h12 = "freeze point | 冻结点"
}

import CaravanProtocol

/// What the hard rules are about, in a few words.
enum RuleNames {
    private static let known: [String: Bilingual] = [
        "H1": Bilingual("slots of the request", "申请允许的时段"), "H2": Bilingual("venue fits and is open", "场地合适且开放"),
        "H3": Bilingual("venue is free", "场地空闲"), "H4": Bilingual("skills of the crew", "人员技能"),
        "H5": Bilingual("crew is there and free", "人员在岗且空闲"), "H6": Bilingual("ways of the crew", "人员路程"),
        "H7": Bilingual("audience is free", "听众空闲"), "H8": Bilingual("funds", "经费"),
        "H9": Bilingual("order of requests", "先后次序"), "H10": Bilingual("hard caps", "硬性上限"),
        "H11": Bilingual("pins", "锁定"), "H12": Bilingual("freeze point", "冻结点"),
    ]

    /// The name of a rule; one that the client does not know stands for itself.
    static func name(of rule: String, _ language: Language) -> String { known[rule].map { $0[language] } ?? rule }
}

/// Names of audiences, formats, pools and states that many weeks use; a word that is not among them stays as it is.
enum KnownWords {
    static func name(_ word: String, in language: ReportLanguage) -> String { all[word]?[language] ?? word }

    static let all: [String: Bilingual] = audiences.merging(formats) { $1 }.merging(others) { $1 }

    private static let audiences: [String: Bilingual] = [
        "youth": Bilingual("youth", "青少年"), "farmers": Bilingual("farmers", "农民"),
        "elderly": Bilingual("elderly", "老年人"), "residents": Bilingual("residents", "居民"),
    ]

    private static let formats: [String: Bilingual] = [
        "lecture": Bilingual("lecture", "讲座"), "hands-on": Bilingual("hands-on", "动手实践"),
        "exhibition": Bilingual("exhibition", "展览"), "training": Bilingual("training", "培训"),
        "field-visit": Bilingual("field visit", "实地观摩"), "contest": Bilingual("contest", "竞赛"),
        "immersive": Bilingual("immersive", "沉浸体验"),
    ]

    private static let others: [String: Bilingual] = [
        "experts": Bilingual("experts", "专家"), "mentors": Bilingual("mentors", "辅导员"),
        "kits": Bilingual("kits", "设备"), "optimal": Bilingual("optimal", "最优"),
        "feasible": Bilingual("feasible", "可行"), "solve": Bilingual("solved", "求解"),
        "replan": Bilingual("replanned", "重排"), "adopt": Bilingual("taken in from outside", "外部收入"),
        "unserved": Bilingual("requests not held", "未安排申请"), "targets": Bilingual("target shortfalls", "覆盖目标缺口"),
        "caps": Bilingual("cap excesses", "上限超出"), "travel": Bilingual("travel", "路程"),
        "preference": Bilingual("unpreferred slots", "非首选时段"), "disruption": Bilingual("disruption", "变动代价"),
    ]
}

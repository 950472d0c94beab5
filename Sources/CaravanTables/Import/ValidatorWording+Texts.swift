extension ValidatorWording {
    typealias Texts = (problem: Wording, remedy: Wording)

    /// Messages that are always the same.
    static let fixed: [String: Texts] = [
        "missing": (Wording("empty", "空白"), Wording("fill in the cell", "请填写")),
        "empty": (Wording("empty", "空白"), Wording("at least one is needed", "至少要有一项")),
        "not an identifier": (
            Wording("not an identifier", "不能作编号"),
            Wording("use at most 64 letters A-Z a-z, digits, . _ -", "请只用字母、数字和 . _ -，不超过 64 个")
        ),
        "ends before it starts": (
            Wording("ends before it starts", "结束早于开始"), Wording("swap the times", "请检查开始和结束时刻")
        ),
        "out of order, or overlaps the slot before": (
            Wording("out of order, or overlaps the slot before", "时段次序不对，或与上一时段重叠"),
            Wording("list the slots in the order of time", "请按时间先后填写，且不要重叠")
        ),
        "more than 12": (
            Wording("more than 12 slots a date", "每天超过 12 个时段"), Wording("keep at most 12", "最多保留 12 个")
        ),
        "must be above 0": (Wording("must be above 0", "必须大于 0"), Wording("write a larger number", "请填大于 0 的数")),
        "names the request itself": (
            Wording("names the request itself", "写的是申请自身"), Wording("delete it", "请删去")
        ),
        "from and to are the same township": (
            Wording("from and to are the same township", "起点和终点相同"), Wording("delete the row", "请删去该行")
        ),
        "this pair of townships is given twice": (
            Wording("this pair of townships is given twice", "这两个乡镇的路程重复"),
            Wording("keep one row for both directions", "往返只留一行")
        ),
        "per holds no township": (
            Wording("scaled, but not per township", "按人口加权，但分组中没有乡镇"),
            Wording("add township under \"per\", or write no here", "请在“分组”中加上乡镇，或此处填“否”")
        ),
        "too many clauses over too many values": (
            Wording("too many conditions over too many values", "条件和取值过多"),
            Wording("use fewer targets and caps with conditions", "请减少带条件的目标和限额")
        ),
    ]

    /// Messages with a colon, known by what stands before it.
    static let headed: [(head: String, problem: Wording, remedy: Wording, showsRest: Bool)] = [
        ("negative", Wording("below 0", "小于 0"), Wording("write 0 or more", "请填 0 或更大的数"), false),
        (
            "not a count", Wording("not a whole number", "不是整数"),
            Wording("write a whole number", "请填整数"), false
        ),
        ("not a number", Wording("not a number", "不是数字"), Wording("write a number", "请填数字"), false),
        (
            "not a id", Wording("not an identifier", "不能作编号"),
            Wording("use at most 64 letters A-Z a-z, digits, . _ -", "请只用字母、数字和 . _ -，不超过 64 个"), false
        ),
        ("not a date", Wording("not a date", "不是日期"), Wording("write 2025-05-29", "请写成 2025-05-29"), false),
        ("not HH:MM", Wording("not a time of day", "不是时刻"), Wording("write 09:00", "请写成 09:00"), false),
        ("not a ", Wording("of the wrong kind", "内容类型不对"), Wording("type it again", "请重新填写"), false),
        ("listed twice", Wording("listed twice", "重复"), Wording("keep it once", "请只保留一次"), true),
        (
            "too many groups", Wording("too many groups", "分组过多"),
            Wording("use fewer keys under \"per\"", "请减少“分组”中的项目"), false
        ),
        (
            "too many", Wording("too many audiences and townships", "人群与乡镇过多"),
            Wording("split the week", "请拆分活动周"), false
        ),
    ]
}

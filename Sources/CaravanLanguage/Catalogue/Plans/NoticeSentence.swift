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

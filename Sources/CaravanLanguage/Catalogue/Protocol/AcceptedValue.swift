/// What an argument of the protocol accepts.
public enum AcceptedValue: Entry, Topic {
    case identifier = """
        an identifier of 1 to 64 characters out of A-Z a-z 0-9 . _ - | \
        编号，由 A-Z a-z 0-9 . _ - 组成，1 至 64 个字符
        """
    case text = "a text that is not empty | 非空文本"
    case seconds = """
        a duration such as 30s, 500ms, 2m or 1h (plain numbers are seconds), {0} to {1} seconds | \
        时长，如 30s、500ms、2m 或 1h（只写数字时单位为秒），{0} 至 {1} 秒
        """
    case gap = "a ratio from 0 to 1 such as 0.01, or a percentage such as 1% | 0 至 1 之间的比例，如 0.01，或百分数，如 1%"
    case count = "a whole number from {0} to {1} | {0} 至 {1} 之间的整数"
    case flag = "yes or no | yes 或 no"
    case slot = "a slot instance such as 2025-05-24.am | 时段，如 2025-05-24.am"
    case version = "a version number from 1 on, latest or published | 版本号（从 1 起）、latest 或 published"
    case party = """
        an identifier of 1 to 64 characters out of A-Z a-z 0-9 . _ -, or KIND:identifier with a KIND out of {0} | \
        编号，由 A-Z a-z 0-9 . _ - 组成，1 至 64 个字符；或“类别:编号”，类别为 {0} 之一
        """
    case choice = "one of {0} | 以下之一：{0}"
}

/// Why a line of the protocol is refused. Verbs, arguments and options stand as the protocol writes them.
public enum RefusedLine: Entry, Topic {
    case empty = "the line is empty; HELP lists the verbs | 命令行为空；可用 HELP 查看全部命令"
    case verbMissing = "a line starts with a verb; HELP lists them | 命令行须以命令开头；可用 HELP 查看全部命令"
    case keyTwice = "{0} is given twice | {0} 给了两次"
    case quoteInside = """
        column {0}: a quote inside a word; quote the whole value and write \\" there | \
        第 {0} 列：词中出现引号；请将整个值用引号括起，并在该处写 \\"
        """
    case quoteOpen = "column {0}: a quote is not closed | 第 {0} 列：引号没有配对"
    case blankMissing = "column {0}: a space should follow the closing quote | 第 {0} 列：后引号之后应为空格"
    case unknownEscape = """
        column {0}: unknown escape; use \\" \\\\ \\n or \\t | \
        第 {0} 列：无法识别的转义；只支持 \\"、\\\\、\\n 和 \\t
        """
    case encoding = "the line is not UTF-8 | 命令行不是 UTF-8 编码"
    case tooLong = """
        a line holds at most {0} bytes; send long content as a body with bytes=N | \
        一行最多 {0} 字节；较长的内容请用 bytes=N 作为正文发送
        """
    case byteCount = "bytes={0} is not a byte count; it must be a whole number, 0 or more | bytes={0} 不是字节数；应为 0 或正整数"
    case byteCountTooLarge = """
        bytes={0} is beyond {1}; the line is ignored and no body is read | \
        bytes={0} 超过 {1}；该行不予处理，也不读取正文
        """
    case bodyTooLarge = "{0} takes a body of at most {1} bytes, not {2} | {0} 的正文最多 {1} 字节，现为 {2} 字节"
    case bodyUnended = "no LF follows the body after bytes={0}; nothing was done | 正文未在 bytes={0} 所示位置以换行结束；未执行任何操作"
    case unknownVerb = "no verb {0}; HELP lists them | 没有命令 {0}；可用 HELP 查看全部命令"
    case unknownArgument = "{0}: unexpected argument {1}; usage: {2} | {0} 不需要 {1}；写法为：{2}"
    case missing = "{0} needs {1}; usage: {2} | {0} 缺少 {1}；写法为：{2}"
    case missingQuotes = """
        {0} needs {1}; usage: {2}; put a value that contains "=" in quotes: "{3}=…" | \
        {0} 缺少 {1}；写法为：{2}；含有等号的值须加引号："{3}=…"
        """
    case unknownOption = "{0} has no option {1}; it accepts {2} | {0} 没有选项 {1}；可用的选项为 {2}"
    case noOptions = "{0} has no option {1}; it takes none | {0} 没有选项 {1}；该命令不带选项"
    case value = "{0} must be {2}, not {1} | {0} 为 {1}，应为{2}"
    case bodyNeedless = "{0} takes no body; usage: {1} | {0} 不带正文；写法为：{1}"
    case bodyMissing = """
        {0} needs a body: end the line with bytes=N, then send N bytes and a line end | \
        {0} 需要正文：请在行末写 bytes=N，随后发送 N 字节和换行
        """
}

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

/// What is wrong with a text that should be JSON.
public enum JSONFault: Entry, Topic {
    case place = "not JSON: line {0}, column {1}: {2} | 不是合规的 JSON：第 {0} 行第 {1} 列：{2}"
    case textBehind = "text after the document | 文档之后还有内容"
    case valueMissing = "the text ends where a value should stand | 文本在应有值的地方结束"
    case unexpectedByte = "unexpected byte {0} | 此处不应出现字节 {0}"
    case unexpectedWord = "unexpected word | 此处不应出现这个词"
    case nameMissing = "a field's name should stand here | 此处应为字段名"
    case colonMissing = "a colon should stand here | 此处应为冒号"
    case commaOrEnd = "a comma or {0} should stand here | 此处应为逗号或 {0}"
    case tooDeep = "nested deeper than {0} | 嵌套超过 {0} 层"
    case tooLarge = """
        the document holds too many values for its size: it would take more than {0} MB of memory | \
        与其大小相比，文档含有的值过多：所需内存将超过 {0} MB
        """
    case number = "malformed number | 数字写法有误"
    case fraction = "digits should follow the point | 小数点后应有数字"
    case exponent = "digits should follow the exponent | 指数符号后应有数字"
    case numberRange = "number out of range: {0} | 数字超出范围：{0}"
    case encoding = "not UTF-8 | 不是 UTF-8 编码"
    case control = "a control character in a text | 文本中含有控制字符"
    case textOpen = "a text is not closed | 文本缺少结束引号"
    case unknownEscape = "unknown escape | 无法识别的转义"
    case halfPair = "half of a surrogate pair | 代理对不完整"
    case hexDigits = "four hexadecimal digits should follow \\u | \\u 后应有四位十六进制数字"
}

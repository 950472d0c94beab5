/// What is wrong with a field of a week or plan document. Names of fields stand as documents write them.
public enum DocumentFaultText: Entry, Topic {
    case format = "not {0} | 应为 {0}"
    case neitherFormat = "neither {0} nor {1} | 应为 {0} 或 {1}"
    case notObject = "not an object | 应为对象"
    case missing = "missing | 缺少此项"
    case wrongKind = "not a {0}: {1} | 应为{0}，现为 {1}"
    case notText = "not a text | 应为文本"
    case notIdentifier = "not an identifier | 不是合规的编号"
    case notDate = "not a date: {0} | 不是合规的日期：{0}"
    case notClock = "not HH:MM: {0} | 不是 HH:MM 格式的时刻：{0}"
    case negative = "negative: {0} | 不得为负数：{0}"
    case above = "above {0}: {1} | 不得大于 {0}：{1}"
    case notAboveZero = "must be above 0 | 应大于 0"
    case outside = "outside {0}..{1}: {2} | 应在 {0} 至 {1} 之间，现为 {2}"
    case empty = "empty | 不得为空"
    case idTwice = "duplicate id {0}, also {1} | 编号 {0} 重复，另见 {1}"
    case listedTwice = "listed twice: {0} | 重复列出：{0}"
    case unknown = "unknown {0} {1} | 没有此{0}：{1}"
    case unknownWeight = "unknown weight {0} | 没有此权重：{0}"
    case endsBeforeStart = "ends before it starts | 结束时刻不晚于开始时刻"
    case slotOrder = "out of order, or overlaps the slot before | 未按时间先后排列，或与前一时段重叠"
    case tooManySlots = "more than 12 | 超过 12 个"
    case moreThan = "more than {0} | 超过 {0} 个"
    case fewerThanTwo = "fewer than two | 少于两个"
    case sameTownship = "from and to are the same township | from 与 to 为同一乡镇"
    case pairTwice = "this pair of townships is given twice | 这一对乡镇重复给出"
    case itself = "names the request itself | 不得指向申请自身"
    case scaledWithoutTownship = "per holds no township | per 中没有 township，不能按人口加权"
    case memoryOfDates = """
        not with date in per or where: earlier weeks had other dates | \
        per 或 where 中有 date 时不能计入往年：往年日期不同
        """
    case labelTwice = "duplicate label {0} | 标签 {0} 重复"
    case staysTooLong = "lasts {0} dates, and the week has {1} | 持续 {0} 天，而活动周只有 {1} 天"
    case paysTwice = "pays twice: {0} | 同一经费重复出资：{0}"
    case sharesSumTo = "the shares add up to {0}, not to 1 | 各方份额合计 {0}，应为 1"
    case moreWanted = "{0} are wanted, and there may be {1} at most | 希望 {0} 处，而最多只能 {1} 处"
    case siteTwice = "two sites in one township: {0} | 同一乡镇有两个分会场：{0}"
    case noRelay = "the request has no relay | 该申请没有转播"
    case lentByNobody = "lent, and without an owner | 可外借，却没有归属部门"
    case inOtherSeries = "{0} is in {1} too | {0} 也在 {1} 中"
    case gapReversed = "least is above most | least 大于 most"
    case needsDiffer = "the requests need different {0} | 各项申请所需的{0}不同"
    case tooMuchHistory = """
        too much to reckon: {0} entries × {1} targets and caps with memory | \
        计算量过大：{0} 条往年记录 × {1} 项计入往年的目标和上限
        """
    case tooManyAudiences = "too many: {0} audiences × {1} townships | 数量过多：{0} 类人群 × {1} 个乡镇"
    case tooManyGroups = "too many groups: more than {0} | 分组过多：超过 {0} 组"
    case tooManyClauses = "too many clauses over too many values | where 的条件和取值过多"
    case noTimeZone = """
        no time zone of the IANA database: {0}; write a name such as {1} | \
        不是 IANA 时区名：{0}；请写 {1} 一类的名称
        """
    case nearTimeZone = "no time zone of the IANA database: {0}; write {1} | 不是 IANA 时区名：{0}；请写 {1}"
    case neitherStatus = "neither optimal nor feasible: {0} | 应为 optimal 或 feasible，现为 {0}"
    case otherWeek = "the plan is for {0}, not for {1} | 该方案属于 {0}，不属于 {1}"
    case scenarioList = """
        must be a list of {"name","edits":[…]} | \
        应为列表，每项形如 {"name","edits":[…]}
        """
    case emptyText = "must be a text that is not empty | 应为非空文本"
    case nameOfBase = "is the name of the unedited week | 与未修改的活动周重名"
    case nameTwice = "is there already: {0} | 名称已有：{0}"
    case notEdits = "must be a list of edits | 应为修改列表"
}

/// What is sound in a week document, and can hardly be meant.
public enum DoubtText: Entry, Topic {
    case lentToOwner = "it belongs to {0} already | 本就归 {0} 所有，不必外借"
    case relayedHome = """
        {0} can only be held here, so that it has no site here | \
        {0} 的主会场只能设在此乡镇，不能再设分会场
        """
    case waitsForLater = """
        {0} waits for {1}, which comes later in the series: it cannot be held | \
        {0} 须在 {1} 之后举办，而 {1} 在系列中排在后面：{0} 无法举办
        """
    case seriesTooLong = """
        all of them take {0} dates at least, and the week has {1}: none can be held | \
        全部举办至少需要 {0} 天，而活动周只有 {1} 天：都无法举办
        """
    case stayWithoutStart = """
        no start leaves {0} dates in its slots: it cannot be held | \
        在允许的时段内无法连续举办 {0} 天：无法举办
        """
}

/// What a field of a document must be.
public enum FieldKind: Entry, Topic {
    case text = "text | 文本"
    case name = "name | 非空文本"
    case id = "id | 合规的编号"
    case list = "list | 列表"
    case map = "map | 对象"
    case bool = "bool | 真假值（true 或 false）"
    case number = "number | 数字"
    case count = "count | 整数"
}

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

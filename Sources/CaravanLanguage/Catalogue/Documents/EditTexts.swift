/// Why an edit of a week is refused.
public enum EditFaultText: Entry, Topic {
    case numbered = "edit {0}: {1} | 第 {0} 项修改：{1}"
    case withAllEdits = "with all its edits: {0} | 应用全部修改后：{0}"
    case notEdits = "edits are a list of objects | 修改应为对象列表"
    case notWeek = "the week document is not an object | 活动周文档应为对象"
    case notReadable = "the edited week cannot be read: {0} | 无法读取修改后的活动周：{0}"
    case unknownOp = "unknown op {0} | 没有此操作：{0}"
    case missing = "{0} is missing | 缺少 {0}"
    case wrongKind = "{0} is not {1} | {0} 应为{1}"
    case noMember = "no member {0} | 没有成员 {0}"
    case noSlot = "no slot {0} | 没有时段 {0}"
    case noHistory = "no history {0} | 没有往年记录 {0}"
    case historyExists = "history {0} exists | 已有往年记录 {0}"
    case noThing = "no {0} {1} | 没有{0} {1}"
    case exists = "{0} {1} exists | 已有{0} {1}"
    case notAdded = "nothing to add of kind {0} | 不能新增这一类：{0}"
    case notChanged = "nothing to change of kind {0} | 不能修改这一类：{0}"
    case idStays = "an id does not change | 编号不能更改"
    case idStaysNot = "an id does not change: {0} | 编号不能更改：{0}"
    case noLimit = "the fund has no limit | 该经费没有额度"
    case noID = "the request has no id | 申请没有编号"
    case notRequest = "a request is an object | 申请应为对象"
    case notObject = "the body is no JSON object | 正文应为 JSON 对象"
    case otherID = "the body's id is {0}, the line asks for {1} | 正文中的编号为 {0}，命令指定的是 {1}"
}

/// What a field of an edit must be.
public enum EditValueKind: Entry, Topic {
    case object = "an object | 对象"
    case text = "a text | 文本"
    case slots = "a list of slots | 时段列表"
    case factor = "a number (or give limit) | 数字（也可改用 limit）"
}

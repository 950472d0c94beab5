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

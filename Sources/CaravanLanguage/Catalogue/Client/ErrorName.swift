/// Names of the daemon's error codes.
public enum ErrorName: Entry, Topic {
    case usage = "usage | 用法错误"
    case unknownVerb = "unknown verb | 未知命令"
    case notFound = "not found | 未找到"
    case exists = "exists already | 已存在"
    case conflict = "conflict | 状态冲突"
    case invalid = "invalid | 文档不合规"
    case infeasible = "infeasible | 无可行方案"
    case tooLarge = "too large | 超出大小限制"
    case busy = "busy | 守护进程繁忙"
    case denied = "denied | 未获授权"
    case timeout = "timeout | 等待超时"
    case internalError = "internal error | 内部错误"
}

/// Why the client could not do what it was asked for.
public enum ClientFailure: Entry, Topic {
    case missingOrYes =
        "--missing and --yes exclude each other; --yes is --missing drop | --missing 与 --yes 不能同用；--yes 即 --missing drop"
    case noEndpoint = """
        where does the daemon listen? Give --socket PATH or --host HOST:PORT, or set CARAVAN_SOCKET | \
        未指定守护进程地址：请使用 --socket 路径 或 --host 主机:端口，或设置 CARAVAN_SOCKET
        """
    case badEndpoint = """
        "{endpoint}" is neither HOST:PORT (port 1 to 65535) nor a socket path of at most 107 bytes | \
        “{endpoint}” 既不是 主机:端口（端口 1 至 65535），也不是不超过 107 字节的套接字路径
        """
    case unreachable = """
        no daemon answers at {endpoint}: {reason}; is caravand running? | \
        无法连接 {endpoint}：{reason}；caravand 是否已启动？
        """
    case connectionClosed = "the daemon closed the connection before it answered | 守护进程在回复前断开了连接"
    case foreign = "the program listening there is not caravand: {reason} | 对方不是 caravand：{reason}"
    case noGreeting = "no greeting | 没有问候行"
    case greetingInside = "a greeting inside a reply | 回复中间出现问候行"
    case exportWithoutText = "EXPORT without a text | EXPORT 的回复没有正文"
    case unreadable = "cannot read {path}: {reason} | 无法读取 {path}：{reason}"
    case unwritable = "cannot write {path}: {reason} | 无法写入 {path}：{reason}"
    case faultyTables = "{path}: faults {count}; nothing was stored or written | {path}：发现 {count} 处问题，未保存或写出任何内容"
    case outputOrLoad = "Use either --output or --load, not both. | --output 与 --load 只能选用一个。"
    case replaceWithoutLoad = "--replace works only with --load. | --replace 须与 --load 一起使用。"
    case frontierWithoutWait = "--frontier waits for the plan: leave out --no-wait | --frontier 须等待方案完成，请去掉 --no-wait"
    case socketOrHost = "Use either --socket or --host, not both. | --socket 与 --host 只能选用一个。"
    case tokenOrTokenFile = "Use either --token or --token-file, not both. | --token 与 --token-file 只能选用一个。"
}

/// What the system says where it refuses something.
public enum SystemReason: Entry, Topic {
    case notFound = "No such file or directory | 文件或目录不存在"
    case denied = "Permission denied | 权限不足"
    case isDirectory = "Is a directory | 这是一个目录"
    case notDirectory = "Not a directory | 路径中有一部分不是目录"
    case noSpace = "No space left on device | 磁盘空间不足"
    case readOnly = "Read-only file system | 文件系统只读"
    case refused = "Connection refused | 连接被拒绝"
    case unreachable = "Network is unreachable | 网络不可达"
    case noRoute = "No route to host | 找不到主机"
    case timedOut = "Connection timed out | 连接超时"
    case nameTooLong = "File name too long | 文件名过长"
    case tooManyFiles = "Too many open files | 打开的文件过多"
    case ioError = "Input/output error | 读写错误"
    case notPermitted = "Operation not permitted | 不允许此操作"
}

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

/// What to do after each of the daemon's error codes.
public enum ErrorAdvice: Entry, Topic {
    case usage = """
        See "caravan help" and the name of the command for its usage. | \
        请用 caravan help 加命令名查看写法后重试。
        """
    case unknownVerb = """
        The daemon may be older than the client; "caravan help-verbs" lists its verbs. | \
        守护进程的版本可能较旧；可用 caravan help-verbs 查看它支持的命令。
        """
    case notFound = """
        Check the identifier or version; "caravan weeks" and "caravan plans" list what exists. | \
        请核对编号或版本号；可用 caravan weeks、caravan plans 查看现有内容。
        """
    case exists = "Choose another identifier, or replace the existing one on purpose. | 请换一个编号；确需覆盖时再明确要求替换。"
    case conflict = """
        Look at the present state, which may have changed meanwhile, and try again. | \
        状态可能已被他人改变，请查看最新情况后重试。
        """
    case invalid = "Correct the places named above and try again. | 请按所列位置逐项改正后重试。"
    case infeasible = """
        "caravan explain" names the pins and limits that contradict each other. | \
        请用 caravan explain 查看互相矛盾的锁定和限额，放宽其中之一。
        """
    case tooLarge = "Split the document, or leave out what does not belong to the week. | 请拆分文档，或删去与活动周无关的内容。"
    case busy = "Wait a little and try again. | 请稍候重试。"
    case denied = "Provide the right token with --token or --token-file. | 请用 --token 或 --token-file 提供正确的访问令牌。"
    case timeout = "Try again, with more time where the command takes a limit. | 请重试；命令带有时限的可适当放宽。"
    case internalError = "Try again; if it persists, tell the operator of the daemon. | 请重试；仍然出错时请联系守护进程的管理员。"
}

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

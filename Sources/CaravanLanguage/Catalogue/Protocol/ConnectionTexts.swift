/// Why a connection, or a message on it, is refused.
public enum RefusedConnection: Entry, Topic {
    case tokenWrong = "the token is wrong | 访问令牌不正确"
    case tokenNeeded = "this listener requires a token: send AUTH token first | 该监听地址要求访问令牌：请先发送 AUTH token"
    case bearerNeeded = "this listener requires a token: send it as Bearer | 该监听地址要求访问令牌：请以 Bearer 方式发送"
    case authNeedless = """
        AUTH is for connections that carry many requests; here every request carries the token | \
        AUTH 用于可发送多个请求的连接；此处每个请求须自带访问令牌
        """
    case tooManyTokens = """
        too many wrong tokens from this address; wait {0} s and try again | \
        来自此地址的错误访问令牌过多；请等待 {0} 秒后再试
        """
    case tooManyOfAddress = "too many connections from this address; close some first | 此地址的连接数已达单个地址的上限；请先关闭一些连接"
    case noLogin = """
        no valid token within {0} s; connect again and send AUTH token first | \
        {0} 秒内没有收到正确的访问令牌；请重新连接并先发送 AUTH token
        """
    case beyondMemory = """
        this needs {0} MB of memory, and at most {1} MB are available for it; send less, or raise --memory-limit \
        | \
        此操作需要 {0} MB 内存，而守护进程最多可用 {1} MB；请减小数据量，或调高 --memory-limit
        """
    case memoryBusy = """
        {0} MB of memory are not free at the moment; try again later | \
        守护进程目前没有 {0} MB 空闲内存，其他操作正在占用；请稍后再试
        """
    case full = "too many connections; try again later | 守护进程的连接数已达上限；请稍后再试"
    case silence = "no data for {0} s in the middle of a request | 请求发送到一半，{0} 秒没有收到数据"
    case severalRequests = """
        the message contains more than one request; nothing was done: send one per message | \
        消息含有多个请求，未执行任何操作；每条消息请只发送一个请求
        """
    case noRequest = """
        the message contains no request: a line with LF, and with bytes=N also a body of N bytes with LF | \
        消息中没有请求：应为一行命令加换行，带 bytes=N 时再加 N 字节正文和换行
        """
    case requestCut = """
        the message ends before its request: a line with LF, and with bytes=N also a body of N bytes with LF | \
        消息在请求结束之前中断：应为一行命令加换行，带 bytes=N 时再加 N 字节正文和换行
        """
    case contentType = "the Content-Type must be {0} | 请求的 Content-Type 应为 {0}"
    case method = "{0} is not allowed here; use {1} | 此地址不支持 {0}；请用 {1}"
    case nothingThere = "there is nothing at {0} | {0} 处没有内容"
    case noHost = "the request names no host | 请求没有写明主机"
    case otherHost = """
        this listener does not serve host {0}; allow the name of a proxy with --web-name | \
        此监听地址不接受主机名 {0}；代理的名称可用 --web-name 加以允许
        """
    case otherOrigin = "commands from pages of {0} are refused | 不接受来自 {0} 页面的命令"
    case daemonFailed = "the daemon failed: {0} | 守护进程出错：{0}"
}

/// Why the daemon cannot listen, or cannot use its token.
public enum StartFailure: Entry, Topic {
    case noAddress = """
        "{0}" is no address; write HOST:PORT, for example 127.0.0.1:7077 | \
        "{0}" 不是地址；请写 主机:端口，例如 127.0.0.1:7077
        """
    case notListening = "cannot listen on {0}: {1} | 无法在 {0} 监听：{1}"
    case endedEarly = "the listener {0} ended before it began | 监听器 {0} 尚未开始便已结束"
    case beyondLoopback = """
        {0} is reachable from other machines; give --token-file, or listen on loopback | \
        其他机器可访问 {0}；请用 --token-file 指定访问令牌，或只在本机监听
        """
    case noSocket = """
        {0} is there already and no socket; choose another path or remove it | \
        {0} 已存在且不是套接字；请换用其他路径，或先将其删除
        """
    case socketInUse = """
        another daemon listens on {0}; stop it or choose another socket | \
        另一守护进程正在 {0} 监听；请停止它，或换用其他套接字
        """
    case socketStale = "{0} is stale but cannot be removed: {1} | {0} 已废弃，但无法删除：{1}"
    case socketMode = "cannot set the mode of {0}: {1} | 无法设置 {0} 的权限：{1}"
    case socketPathTooLong = "{0} is too long for a socket: {1} bytes | {0} 作为套接字路径过长：{1} 字节"
    case socketRemoved = "{0} was removed while the daemon started | 守护进程启动期间 {0} 被删除"
    case tokenUnread = "cannot read a token from {0} | 无法从 {0} 读取访问令牌"
    case noToken = """
        {0} holds no token; write one line of 1 to 1024 bytes into it | \
        {0} 中没有访问令牌；请写入一行，长 1 至 1024 字节
        """
    case tokenExposed = "everybody may read {0}; chmod 600 {0} first | 任何人都可读取 {0}；请先执行 chmod 600 {0}"
}

/// What a daemon sent that is no reply of the protocol.
public enum ForeignReply: Entry, Topic {
    case lineTooLong = "the daemon sent a line of more than {0} bytes | 守护进程发来一行超过 {0} 字节的内容"
    case encoding = "the daemon sent a line that is not UTF-8 | 守护进程发来的一行不是 UTF-8 编码"
    case otherVersion = "the daemon speaks caravan/{0}, this client caravan/{1} | 守护进程使用 caravan/{0}，本客户端使用 caravan/{1}"
    case noGreeting = """
        no caravan daemon answers here: the greeting is missing or misplaced | \
        应答的不是 caravan 守护进程：没有问候行，或其位置不对
        """
    case payloadTooLarge = "the daemon announced {0} bytes, more than {1} | 守护进程声明要发送 {0} 字节，超过 {1} 字节"
    case payloadUnended = "no LF follows the payload | 数据之后没有换行"
    case record = "the daemon sent a record that is {0} | 守护进程发来的记录有误：{0}"
    case recordField = "the field {0} of a record that the daemon sent is of another type | 守护进程发来的记录中，字段 {0} 类型不符"
    case line = "no line of the caravan/1 protocol: {0} | 不是 caravan/1 协议的内容：{0}"
}

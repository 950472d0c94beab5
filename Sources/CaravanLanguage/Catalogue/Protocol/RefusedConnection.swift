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

/// What the system says where it refuses something; the English text is the C library's own.
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

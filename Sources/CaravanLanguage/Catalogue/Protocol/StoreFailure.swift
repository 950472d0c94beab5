/// What keeps the store from working; the reason in brackets is the database's own.
public enum StoreFailure: Entry, Topic {
    case full = "the store is full ({0}): nothing was changed; free disk space and repeat | 存储已满（{0}）：未作任何更改；请清理磁盘空间后重试"
    case readOnly = """
        the store cannot be written ({0}): check the file's and its folder's permissions | \
        存储无法写入（{0}）：请检查文件及其所在文件夹的权限
        """
    case notOpened = """
        the store cannot be opened ({0}): check that the folder exists and may be written | \
        存储无法打开（{0}）：请确认文件夹存在且可以写入
        """
    case noStore = "the store is damaged or no store at all ({0}): restore a backup | 存储已损坏，或不是存储文件（{0}）：请恢复备份"
    case damaged = "the store is damaged ({0}): restore a backup | 存储已损坏（{0}）：请恢复备份"
    case locked = "another program holds the store ({0}) | 存储被其他程序占用（{0}）"
    case failed = "the store failed ({0}) | 存储出错（{0}）"
    case failedFor = "the store failed: {0} | 存储出错：{0}"
    case lockUnmade = "cannot make {0}: {1} | 无法建立 {0}：{1}"
    case inUse = "another daemon holds the store {0} | 另一守护进程正在使用存储 {0}"
    case newer = """
        the store was written by a newer program; run that one, or restore a backup | \
        存储由更新版本的程序写成；请运行新版本，或恢复备份
        """
    case absent = "there is no store {0} | 没有存储 {0}"
    case backupExists = "{0} is there already; a backup never overwrites a file | {0} 已存在；备份不会覆盖已有文件"
}

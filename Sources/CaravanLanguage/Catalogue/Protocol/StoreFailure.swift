/// What keeps the store from working; the reason in brackets is the database's own.
public enum StoreFailure: Entry, Topic {
    case full =
        "the store is full ({0}): nothing was changed; free disk space, or DROP a week, and repeat | 存储已满（{0}）：未作任何更改；请清理磁盘空间，或用 DROP 删除活动周，然后重试"
    case readOnly = """
        the store cannot be written ({0}): check the permissions of the file and its folder | \
        存储无法写入（{0}）：请检查文件及其所在文件夹的权限
        """
    case notOpened = """
        the store cannot be opened ({0}): check that the folder exists and is writable | \
        存储无法打开（{0}）：请确认文件夹存在且可以写入
        """
    case noStore = "the store is damaged or not a store ({0}): restore a backup | 存储已损坏，或不是存储文件（{0}）：请恢复备份"
    case damaged = "the store is damaged ({0}): restore a backup | 存储已损坏（{0}）：请恢复备份"
    case locked = "another program is using the store ({0}) | 存储被其他程序占用（{0}）"
    case failed = "the store failed ({0}) | 存储出错（{0}）"
    case failedFor = "the store failed: {0} | 存储出错：{0}"
    case unopened = "cannot open {0}: {1} | 无法打开 {0}：{1}"
    case brokenLink = "{0} is a symbolic link to nowhere: {1} | {0} 是失效的符号链接：{1}"
    case noFile = "{0} is not a regular file; choose another path for the store | {0} 不是普通文件；请为存储选择其他路径"
    case empty = """
        {0} is empty, which a store never is: remove it to create a new store, or put the store or a backup in \
        its place | \
        {0} 是空文件，而存储不会为空：如需新建存储，请删除该文件；否则请用存储或备份替换它
        """
    case foreign = """
        {0} is another program's database and was left untouched: choose another path for the store | \
        {0} 是其他程序的数据库，未作任何改动；请为存储选择其他路径
        """
    case logWithoutStore = """
        the store {0} is missing, but its write-ahead log {0}-wal exists: put the store back, or move the log \
        away to create a new store | \
        存储 {0} 不存在，但其预写日志 {0}-wal 还在：请把存储放回原处；如需新建存储，请先移走该日志
        """
    case logNotKept = """
        the damaged write-ahead log {0} cannot be set aside ({1}), so it is not overwritten: make room and start \
        again | \
        已损坏的预写日志 {0} 无法另存（{1}），因此不会覆盖它：请腾出磁盘空间后重新启动
        """
    case displaced = """
        the file {0} was removed, moved or replaced while the daemon was running: no more changes are made; put \
        the same file back, or stop the daemon | \
        守护进程运行期间，文件 {0} 被删除、移动或替换：不再作任何更改；请把原文件放回，或停止守护进程
        """
    case displacedAndSaved = """
        the file {0} was removed, moved or replaced while the daemon was running: no more changes are made; put \
        the same file back, or stop the daemon and put {1}, which contains everything, in the store's place | \
        守护进程运行期间，文件 {0} 被删除、移动或替换：不再作任何更改；请把原文件放回，或停止守护进程并用内容完整的 {1} 替换存储
        """
    case displacedAndUnsaved = """
        the file {0} was removed, moved or replaced while the daemon was running: no more changes are made, and \
        a copy could not be written ({1}); put the same file back before you stop the daemon | \
        守护进程运行期间，文件 {0} 被删除、移动或替换：不再作任何更改，且无法写出副本（{1}）；请在停止守护进程之前把原文件放回
        """
    case inUse = "another daemon is using the store {0} | 另一守护进程正在使用存储 {0}"
    case inUseByOtherName = """
        a daemon is using the store {0} under another name; use that name | \
        守护进程正以其他名称使用存储 {0}；请使用该名称
        """
    case newer = """
        the store was written by a newer program; run that one, or restore a backup | \
        存储由更新版本的程序写成；请运行新版本，或恢复备份
        """
    case absent = "no store {0} | 没有存储 {0}"
    case backupUnwritten = "the backup {0} cannot be written: {1}; no file was left | 无法写出备份 {0}：{1}；未留下任何文件"
    case backupExists = "{0} exists; a backup never overwrites a file | {0} 已存在；备份不会覆盖已有文件"
}

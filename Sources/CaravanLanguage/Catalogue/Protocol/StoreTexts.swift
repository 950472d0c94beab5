/// Why the store refuses what is asked of it.
public enum RefusedByStore: Entry, Topic {
    case weekExists = "week {0} exists; replace it with replace=yes | 活动周 {0} 已存在；如需覆盖，请用 replace=yes"
    case noWeek = "no week {0}; WEEKS lists them | 没有活动周 {0}；可用 WEEKS 查看全部活动周"
    case noRevision = "week {0} has no revision {1}; the latest is {2} | 活动周 {0} 没有修订 {1}；最新为修订 {2}"
    case otherRevision = """
        week {0} is at revision {1}, but the change was made for {2}; nothing was changed: look at the new state \
        with WEEK {0}, and repeat the change | \
        活动周 {0} 已到修订 {1}，而此更改基于修订 {2}；未作任何更改：请先用 WEEK {0} 查看最新内容，再重新提交
        """
    case unfinishedJobs = """
        week {0} has unfinished jobs ({1}); STOP or CANCEL them first | \
        活动周 {0} 有未结束的任务（{1}）；请先用 STOP 或 CANCEL 结束
        """
    case loadedMeanwhile = """
        week {0} was dropped and loaded again meanwhile; repeat the command | \
        活动周 {0} 其间被删除并重新载入；请重新提交
        """
    case changedMeanwhile = """
        week {0} was changed meanwhile; nothing was marked: repeat the command | \
        活动周 {0} 其间有更改；未作任何标记，请重新提交
        """
    case notQueued = "job {0} is not queued | 任务 {0} 不在排队"
    case ended = "job {0} has already ended | 任务 {0} 已经结束"
    case noJob = "no job {0}; JOBS lists them | 没有任务 {0}；可用 JOBS 查看全部任务"
    case accepted = "the proposal of job {0} has been accepted already, as version {1} | 任务 {0} 的预览方案已被采纳，即第 {1} 版"
    case plannedRevision = """
        week {0} is at revision {1}, but job {2} planned revision {3}; nothing was changed: replan again | \
        活动周 {0} 已到修订 {1}，而任务 {2} 基于修订 {3}；未作任何更改，请重新编排
        """
    case baselineGone = """
        the baseline of job {0} no longer exists; nothing was changed: replan again | \
        任务 {0} 的基准方案已不存在；未作任何更改，请重新编排
        """
    case nonePublished = "no plan of week {0} is published; publish one with PUBLISH | 活动周 {0} 没有已发布的方案；可用 PUBLISH 发布"
    case noPlan = "week {0} has no plan yet; make one with SOLVE {0} | 活动周 {0} 尚无方案；可用 SOLVE {0} 求解"
    case noVersion = "week {0} has no plan version {1}; PLANS {0} lists them | 活动周 {0} 没有第 {1} 版方案；可用 PLANS {0} 查看全部版本"
}

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

/// What is found out about a store that has to be known by whoever runs it.
public enum StoreTrouble: Entry, Topic {
    case changesLost = """
        {0} acknowledged changes are missing from the store {2}, the last of them from {1}: it or its \
        write-ahead log was damaged or replaced; a backup made since contains them | \
        存储 {2} 丢失了 {0} 项已确认的更改（最后一项在 {1}）：存储或其预写日志已损坏或被替换；此后所作的备份含有这些更改
        """
    case logUnreadable = """
        the write-ahead log {0} is damaged at its beginning: all changes in it are lost; a later backup contains \
        them | \
        预写日志 {0} 的开头已损坏：其中的更改全部丢失；之后所作的备份含有这些更改
        """
    case logDamaged = """
        the write-ahead log {0} is damaged: the change there and at least {1} after it are lost; a later backup \
        contains them | \
        预写日志 {0} 已损坏：损坏处的更改及其后至少 {1} 项更改丢失；之后所作的备份含有这些更改
        """
    case logMissing = """
        the write-ahead log {0} of a store that was not closed in order is missing: changes may be lost; put it \
        back before anything is changed, or restore a backup | \
        存储未正常关闭，而其预写日志 {0} 不存在：可能有更改丢失；请在作任何更改之前把它放回，或恢复备份
        """
    case logKept = "the damaged log is kept as {0} | 已损坏的日志保存为 {0}"
    case revisionDamaged = """
        revision {1} of week {0}, stored {2}, is damaged on disk and is not shown; everything else continues: a \
        backup made since contains it, LOAD it from there with replace=yes | \
        活动周 {0} 的修订 {1}（存储于 {2}）在磁盘上已损坏，不予显示；其余一切照常：此后所作的备份含有它，可从备份取出并用 LOAD replace=yes 载入
        """
    case planDamaged = """
        version {1} of week {0}, stored {2}, is damaged on disk and is not shown; everything else continues: a \
        backup made since contains it, ADOPT it from there | \
        活动周 {0} 的第 {1} 版方案（存储于 {2}）在磁盘上已损坏，不予显示；其余一切照常：此后所作的备份含有它，可从备份取出并用 ADOPT 采纳
        """
    case dualsDamaged = """
        the prices stored with version {1} of week {0} are damaged on disk: replannings against it start without \
        them | \
        活动周 {0} 第 {1} 版方案所附的价格数据在磁盘上已损坏：以它为基准的重新编排将不使用这些数据
        """
    case publicationDamaged = """
        the record of the published version of week {0} is damaged on disk: PUBLISH the right version again | \
        活动周 {0} 的发布记录在磁盘上已损坏：请用 PUBLISH 重新指定所发布的版本
        """
    case commitmentDamaged = """
        the mark of request {1} of week {0} is damaged on disk: mark it again | 活动周 {0} 中申请 {1} 的标记在磁盘上已损坏：请重新标记
        """
    case filesAreBack = "the files of the store {0} are back; changes are accepted again | 存储 {0} 的文件已放回；恢复接受更改"
    case logLeft = """
        there was no room to move the write-ahead log into the store {0}: {0}-wal belongs to it until the next start | \
        磁盘空间不足，无法把预写日志并入存储 {0}：在下次启动之前，{0}-wal 仍是它的一部分
        """
    case counterDamaged = """
        the record of week {0} is damaged on disk: it gives revision {1} as the latest, but that is {2}; a \
        backup contains it | \
        活动周 {0} 的记录在磁盘上已损坏：其中称最新为修订 {1}，而实际为修订 {2}；备份含有正确的记录
        """
}

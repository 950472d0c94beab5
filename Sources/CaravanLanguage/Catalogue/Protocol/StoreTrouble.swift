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

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

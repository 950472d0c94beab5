/// Why a job gives no plan, or is not taken in.
public enum RefusedJob: Entry, Topic {
    case cancelled = "job {0} was cancelled | 任务 {0} 已取消"
    case cancelledWithoutPlan = "job {0} was cancelled; it has no plan | 任务 {0} 已取消，没有方案"
    case failed = "the job failed | 任务失败"
    case shutDownBefore = "the daemon shut down before job {0} was done | 任务 {0} 尚未完成，守护进程已关闭"
    case shuttingDown = "the daemon is shutting down | 守护进程正在关闭"
    case queueFull = "{0} jobs are waiting; CANCEL some, or try again later | 已有 {0} 个任务在排队；请用 CANCEL 取消部分任务，或稍后再试"
    case endedAs = "job {0} has already ended: {1} | 任务 {0} 已经结束，状态为{1}"
    case notBegun = "the job could not start: {0} | 任务无法开始：{0}"
    case noThread = "no thread for the job: {0} | 没有可运行该任务的线程：{0}"
    case failedCheck = "the solver's plan failed the check: {0} | 求解所得方案未通过校验：{0}"
    case notStored = "the result could not be stored: {0} | 任务结果无法保存：{0}"
    case editsOutdated = """
        week {0} changed while the job ran, and the edits no longer apply ({1}); nothing was stored: replan \
        again | \
        任务运行期间活动周 {0} 已被更改，所作修改不再适用（{1}）；未保存任何内容，请重新编排
        """
    case editsDiscarded = "{0}; the edits were not stored | {0}；所作修改未保存"
    case editsKept = "{0}; the edits remain stored, as revision {1} | {0}；所作修改仍保存为修订 {1}"
    case noPreview = """
        job {0} is not a preview but a {1}; make one with REPLAN week preview=yes | \
        任务 {0} 不是预览，类型为{1}；可用 REPLAN week preview=yes 生成预览
        """
    case stillRuns = """
        job {0} is {1}; WATCH it, or STOP it and keep what it has found | \
        任务 {0} {1}；请用 WATCH 跟踪，或用 STOP 停止并取用已有结果
        """
    case noProposal = "job {0} is {1}; it has no proposal | 任务 {0} {1}，没有预览方案"
    case proposalGone = """
        the proposal of job {0} is no longer kept; only the latest {1} are, while the daemon runs: replan again \
        | \
        任务 {0} 的预览方案已不再保留（守护进程运行期间只保留最近 {1} 个）；请重新编排
        """
    case noFreezePoint = "freeze: the week has no slot {0} | freeze：活动周没有时段 {0}"
    case planFailedCheck = "a plan failed the checker: {0} | 有方案未通过校验：{0}"
    case undecided = """
        no plan with every pinned and frozen session was found in time, nor a proof that none exists; set a \
        longer limit | \
        限定时间内没有找到保留全部锁定和冻结场次的方案，也未能证明其不存在；请给更长的时限
        """
    case largeRequest = """
        {0}: {1} townships, {2} placements, {3} choices of a venue or member | \
        {0}：{1}个乡镇，{2}种时间地点，{3}项场地或人员选择
        """
    case tooLarge = """
        the model of this week would need about {0} MB of memory, and the limit is {1} MB; of its {2} requests \
        these are largest: {3}. Give them fewer townships, slots or people to choose from, or raise \
        --memory-limit, half of which is for models and shared by the jobs that run at once | \
        本周的模型约需{0} MB内存，而允许的只有{1} MB；{2}项申请中占用最多的是：{3}。请减少它们可选的乡镇、时段或人员，或调高 --memory-limit（其中一半供模型使用，由同时运行的任务均分）
        """
    case stoppedBefore = "stopped before there was a result | 已停止，尚无结果"
    case tooManyColumns = """
        as={0}: the program of this week has {1} columns, more than the limit of {2}; as=mathprog has no such \
        limit | \
        as={0}：本周的规划模型有 {1} 列，超过可写出的 {2} 列；as=mathprog 不受此限
        """
}

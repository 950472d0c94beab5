/// Why a command does not fit what is stored, or its arguments do not fit each other.
public enum RefusedCommand: Entry, Topic {
    case notMarked = "week {0} has no request {1}; nothing was marked | 活动周 {0} 没有申请 {1}；未作任何标记"
    case noSession = """
        {0} has no session in version {1}; nothing was marked: name the promised version with version=V | \
        申请 {0} 在第 {1} 版中没有场次；未作任何标记；请用 version=V 指明已承诺的版本
        """
    case frontierAlone = "frontier=yes needs wait=yes; nothing was changed | frontier=yes 须与 wait=yes 同用；未作任何更改"
    case noBaseline = """
        no plan of week {0} is published to replan against; publish one with PUBLISH, or name one with \
        baseline=V | \
        活动周 {0} 没有已发布的方案可作重排基准；请先用 PUBLISH 发布，或用 baseline=V 指定
        """
    case freeze = """
        freeze must be a slot of week {1}, {2} to {3}, not {0}; nothing was changed | \
        freeze 为 {0}，不是活动周 {1} 的时段；其时段为 {2} 至 {3}；未作任何更改
        """
    case noFund = "week {0} has no fund {1}; its funds are {2} | 活动周 {0} 没有经费 {1}；现有经费为 {2}"
    case sameLimits = "from and to are both {0} yuan; they must differ | from 与 to 均为 {0} 元；两个额度应不同"
    case requestMissing = """
        week {0} has no request {1}; send it as a body, or SUBMIT it first | \
        活动周 {0} 没有申请 {1}；请以正文发送申请，或先用 SUBMIT 提交
        """
    case requestStored = """
        request {0} exists; leave out the body, or give the new request another id | \
        申请 {0} 已存在；请省去正文，或为新申请另取编号
        """
    case requestNewer = """
        request {0} is newer than version {1}; SOLVE again, or use SUGGEST | \
        申请 {0} 在第 {1} 版生成之后才提交；请重新 SOLVE，或用 SUGGEST 查看推荐安排
        """
    case requestUnknown = """
        week {0} has no request {1}; EXPLAIN {0} lists those not held | \
        活动周 {0} 没有申请 {1}；可用 EXPLAIN {0} 查看未安排的申请
        """
    case wholeWeekOnly = """
        EXPORT as=html covers the whole week; for= works with json, csv and ics | \
        EXPORT as=html 只输出整个活动周；for= 用于 json、csv 和 ics
        """
    case cancelledAlone = "cancelled=yes works only with as=ics | cancelled=yes 只能与 as=ics 同用"
    case tableOfParty = """
        with this "for" the table must be {0}, not {1} | \
        按此 for 输出时，表只能是 {0}，不能是 {1}
        """
    case severalParties = """
        in week {0} identifier {1} is ambiguous: {2}; choose {3} | \
        活动周 {0} 中有几类对象的编号都是 {1}：{2}；请指明是哪一个：{3}
        """
    case noSubject = "week {0} has no member, venue, township or fund {1} | 活动周 {0} 没有编号为 {1} 的成员、场地、乡镇或经费"
    case unknownZone = """
        timezone of week {0} is "{1}", which is not an IANA name such as Asia/Shanghai; correct it and LOAD the \
        week with replace=yes | \
        活动周 {0} 的 timezone 为“{1}”，不是 Asia/Shanghai 一类的 IANA 时区名；请改正后用 LOAD 加 replace=yes 重新载入
        """
    case tooManyScenarios = """
        {0} scenarios exceed the limit of {1}; send them in several commands | \
        情景有 {0} 个，超过 {1} 个；请分几次提交
        """
    case notAvailable = "{0} is not available in this version | 此版本不支持 {0}"
}

/// Why a document that came with a request is refused.
public enum RefusedDocument: Entry, Topic {
    case unsound = "{0} is invalid, nothing was changed ({1}): {2} | {0}不合规，未作任何更改（{1}）：{2}"
    case storedUnsound = """
        week {0} was stored by an earlier version, and its revision {1} breaks rules of this one ({2}): {3}; \
        read it with WEEK, mend it with EDIT or AMEND, or replace it with LOAD replace=yes, then solve it again \
        | \
        活动周 {0} 由早先的版本存入，其修订 {1} 不合现在的规则（{2}）：{3}；可用 WEEK 查看，用 EDIT、AMEND 修改，或用 LOAD 加 replace=yes 替换，然后重新求解
        """
    case oneFault = "1 fault | 1 处问题"
    case faults = "{0} faults | {0} 处问题"
    case week = "the week | 活动周文档"
    case editedWeek = "the edited week | 修改后的活动周"
    case workbook = "the workbook | 工作簿"
    case plan = "the plan | 方案文档"
    case body = "the body | 正文"
    case scenarios = "the list of scenarios | 情景列表"
    case unchanged = "{0}; nothing was changed | {0}；未作任何更改"
    case violations = "the plan was not adopted: CHECK finds {0} violations | 方案未收入：CHECK 发现 {0} 处违规"
    case stale = """
        version {0} breaks rules of week {1} as it is now, revision {2} ({3} violations); nothing was published: \
        REPLAN, or publish it nevertheless with anyway=yes | \
        第 {0} 版违反活动周 {1} 当前（修订 {2}）的规则（{3} 处）；未发布：请用 REPLAN 重新编排，或加 anyway=yes 仍然发布
        """
    case missing = """
        the stored week has more than this one ({0}): {1}; nothing was changed: use missing=keep to keep it, or \
        missing=drop to delete it | \
        已存活动周中有 {0} 项在新内容里没有：{1}；未作任何更改：保留请用 missing=keep，删除请用 missing=drop
        """
    case andMore = "{0} and {1} more | {0}等，另有 {1} 项"
    case exists = "{0}; AMEND changes it | {0}；修改请用 AMEND"
    case inWeek = "week {0}: {1} | 活动周 {0}：{1}"
    case weekID = "the id of a week cannot change; LOAD the week under its new id | 活动周编号不能更改；请用新编号重新 LOAD"
}

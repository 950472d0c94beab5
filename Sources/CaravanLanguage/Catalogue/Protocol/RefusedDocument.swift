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

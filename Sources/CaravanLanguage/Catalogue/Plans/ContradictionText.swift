/// Demands and limits that cannot be kept together.
public enum ContradictionText: Entry, Topic {
    case frozen = "frozen session of {0} | {0}的已冻结活动"
    case pin = "pin of {0} | {0}的锁定"
    case unmet = """
        {0}: no township, slot, venue and crew keep H1, H2, H4, H5, H6 and H9 as demanded | \
        {0}：没有乡镇、时段、场地和人员能按要求满足H1、H2、H4、H5、H6和H9
        """
    case awaited = "{0}, which a pinned or frozen request waits for | {0}（有已锁定或冻结的申请等待它）"
    case fund = "limit of fund {0} ({1} yuan, H8) | 经费{0}的限额（{1}元，H8）"
    case cap = "hard cap {0} (H10) | 硬性上限{0}（H10）"
    case leastCharge = """
        {0}, which is pinned, frozen or waited for: any session of it charges {1} yuan or more to {2}, whose limit \
        is {3} | \
        {0}（已锁定、冻结或被等待）：无论如何安排，都至少向经费{2}支出{1}元，而其限额为{3}元
        """
}

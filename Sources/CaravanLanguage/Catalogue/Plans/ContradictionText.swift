/// Demands and limits that cannot be kept together.
public enum ContradictionText: Entry, Topic {
    case frozen = "frozen session of {0} | {0}的已冻结活动"
    case pin = "pin of {0} | {0}的锁定"
    case awaited = "{0}, which a pinned or frozen request waits for | {0}（有已锁定或冻结的申请等待它）"
    case fund = "limit of fund {0} ({1} yuan, H8) | 经费{0}的限额（{1}元，H8）"
    case cap = "hard cap {0} (H10) | 硬性上限{0}（H10）"
    case leastCharge = """
        {0}, which is pinned, frozen or waited for: any session of it charges {1} yuan or more to {2}, whose limit \
        is {3} | \
        {0}（已锁定、冻结或被等待）：无论如何安排，都至少向经费{2}支出{1}元，而其限额为{3}元
        """
    case mended = "{0}. To mend it: {1} | {0}。可以：{1}"
    case mendedInPart = "{0}. What mends it, and leaves others: {1} | {0}。可消除此项矛盾（另有其他矛盾）：{1}"
}

/// How something is decided already.
public enum DecidedWord: Entry, Topic {
    case pinned = "pinned | 锁定"
    case frozen = "frozen | 冻结"
    case either = "pinned or frozen | 锁定或冻结"
}

/// What the sessions of a contradiction need at once, and cannot all have.
public enum ClashText: Entry, Topic {
    case memberAtOnce = """
        {0} is {1} to {2} sessions at {3} and takes part in one at a time (H5): {4} | \
        {0}在{3}被{1}到{2}个场次，同一时段只能参加一场（H5）：{4}
        """
    case onlyMember = """
        {0} is needed in {1} sessions at {2} and takes part in one at a time (H5): {3} | \
        {0}在{2}有{1}个场次都离不开，同一时段只能参加一场（H5）：{3}
        """
    case memberDay = """
        {0} is needed in {1} sessions on {2} and takes part in at most {3} a day (H5): {4} | \
        {0}在{2}有{1}个场次，而每天最多{3}场（H5）：{4}
        """
    case memberWeek = """
        {0} is needed in {1} sessions of the week and takes part in at most {2} (H5): {3} | \
        {0}本周有{1}个场次，而最多{2}场（H5）：{3}
        """
    case travel = """
        {0} is in {1} until {2} on {3} and cannot be in {4}, {5} minutes away, at {6} (H6): {7} | \
        {0}{3}在{1}到{2}才结束，赶不上{6}在{4}的场次（路程{5}分钟，H6）：{7}
        """
    case venueAtOnce = """
        {0} is needed for {1} sessions at {2} and holds one at a time (H3): {3} | \
        {0}在{2}有{1}个场次，同一时段只能办一场（H3）：{3}
        """
    case audienceAtOnce = """
        the audience {0} of {1} would have {2} sessions at {3} and can come to one at a time (H7): {4} | \
        {1}的人群{0}在{3}有{2}个场次，同一时段只能参加一场（H7）：{4}
        """
    case order = """
        {0} begins at {1}, before {2} is over, for which it waits (H9) | {0}于{1}开始，早于它须等待的{2}结束（H9）
        """
    case fewVenues = """
        at {0} there are {1} sessions and only {2} venues for them (H3): {3}; {4} | \
        {0}有{1}个场次，而可用场地只有{2}处（H3）：{3}；{4}
        """
    case fewMembers = """
        at {0} there are {1} places to fill and only {2} people for them (H4, H5): {3}; {4} | \
        {0}需{1}人，而可用的只有{2}人（H4、H5）：{3}；{4}
        """
    case fundShort = """
        fund {0} has {1} yuan, and these sessions charge it {2} or more, so {3} are missing (H8): {4} | \
        经费{0}限额{1}元，而这些场次至少支出{2}元，缺{3}元（H8）：{4}
        """
    case capExceeded = """
        {0} allows {1}, and these sessions come to {2} (H10): {3} | {0}为{1}，而这些场次合计{2}（H10）：{3}
        """
    case together = "these cannot be held together as they are {0}: {1} | 以下场次按{0}的要求无法同时安排：{1}"
}

/// What of a pin could be left open.
public enum PinRemedyText: Entry, Topic {
    case unpin = "undo the pin of {0} | 解除{0}的锁定"
    case freeStart = "leave the start of {0} open | 不再指定{0}的时段"
    case freeTownship = "leave the township of {0} open | 不再指定{0}的乡镇"
    case freeVenue = "leave the venue of {0} open | 不再指定{0}的场地"
    case freeCrew = "leave the crew of {0} open | 不再指定{0}的人员"
}

/// Why nothing is as a pin demands.
public enum PinnedText: Entry, Topic {
    case asPinned = "as it is pinned ({0}), {1} | 按锁定的要求（{0}），{1}"
    case twoStarts = "it is pinned to different starts: {0} | 它被锁定到不同的时段：{0}"
    case twoTownships = "it is pinned to different townships: {0} | 它被锁定到不同的乡镇：{0}"
    case twoVenues = "it is pinned to different venues: {0} | 它被锁定到不同的场地：{0}"
    case start = "it is pinned to {0}, which its slots do not allow (H1) | 它被锁定到{0}，而其时段不允许（H1）"
    case tooLong = "it takes {0} slots and is pinned to {1}, too late on that date (H1) | 它需{0}个时段，锁定的{1}当天排不下（H1）"
    case beforeFreeze = "it is pinned to {0}, before the freeze point {1} (H12) | 它被锁定到{0}，早于冻结点{1}（H12）"
    case township = "it may not be held in {0}, to which it is pinned (H1) | 它不可在所锁定的{0}举办（H1）"
    case venueElsewhere = "{0}, to which it is pinned, is in {1} (H2) | 所锁定的场地{0}位于{1}（H2）"
    case venueKind = "{0}, to which it is pinned, is a {1}, and it needs {2} (H2) | 所锁定的场地{0}为{1}，而它需要{2}（H2）"
    case venueCapacity = "{0}, to which it is pinned, holds {1} people, and {2} come (H2) | 所锁定的场地{0}可容{1}人，而预计{2}人（H2）"
    case venueEquipment = "{0}, to which it is pinned, lacks {1} (H2) | 所锁定的场地{0}缺少{1}（H2）"
    case venueClosed = "{0}, to which it is pinned, is closed at {1} (H2) | 所锁定的场地{0}在{1}不开放（H2）"
    case venueNeverOpen = "{0}, to which it is pinned, is closed in all its slots (H2) | 所锁定的场地{0}在其全部时段都不开放（H2）"
    case memberUnskilled = "{0} is pinned to it, and has no skill that it needs (H4) | 锁定的{0}不具备它需要的技能（H4）"
    case memberLevel = """
        {0} is pinned to it at level {1} of {2}, and it needs {3} (H4) | 锁定的{0}的{2}为{1}级，而它需要{3}级（H4）
        """
    case memberTooFar = """
        {0} is pinned to it and does not reach {1}: {2} minutes, and travels at most {3} (H6) | \
        锁定的{0}到不了{1}：路程{2}分钟，上限{3}分钟（H6）
        """
    case memberAway = "{0} is pinned to it and away at {1} (H5) | 锁定的{0}在{1}不在（H5）"
    case memberNeverThere = "{0} is pinned to it and away in all its slots (H5) | 锁定的{0}在其全部时段都不在（H5）"
    case memberNeverWorks = "{0} is pinned to it and takes part in no session (H5) | 锁定的{0}不参加任何场次（H5）"
    case crewTooLarge = "{0} people are pinned to it, and its crew has {1} places (H4) | 锁定了{0}人，而它只需{1}人（H4）"
    case crewUnfit = "{0} cannot fill its places together, each at most one (H4) | {0}无法各占一个岗位（H4）"
}

/// A part of the day, by which people call a slot.
public enum DayPart: Entry, Topic {
    case morning = "morning | 上午"
    case afternoon = "afternoon | 下午"
    case evening = "evening | 晚上"
    case day = "day | 全天"
    case slot = "{day} {month}, {part} ({hours}) | {month}{day}日{part}（{hours}）"
}

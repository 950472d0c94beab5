/// Why a request that is held is where it is.
public enum WhyText: Entry, Topic {
    case heldAt = "it is held at {0} in {1}, venue {2} | 已安排：{0}，{1}，场地 {2}"
    case noSingleReason = "no single reason stands in the way | 没有单一的障碍原因"
    case without = "without it the objective would change by {0} | 若取消，目标值变化{0}分"
    case withoutFollower = """
        without it and {0}, which waits for it, the objective would change by {1} | \
        若连同等待它的{0}一并取消，目标值变化{1}分
        """
    case withoutFollowers = """
        without it and {0}, which wait for it, the objective would change by {1} | \
        若连同等待它的{0}一并取消，目标值变化{1}分
        """
    case nowhereElse = "it fits nowhere else | 别处均无法安排"
    case nextBest = "next best: {0} in {1}, venue {2} ({3}) | 其次为{0}，{1}，场地 {2}（{3}分）"
}

/// Why a request cannot be held in any plan.
public enum ImpossibleText: Entry, Topic {
    case noSlots = "its list of slots is empty, which allows nothing | 其时段清单为空，没有任何可用时段"
    case frozen = "all its allowed starts lie before the freeze point {0} | 其允许的开始时段都在冻结点{0}之前"
    case duration = """
        it takes {0} slots in a row on one date, and its allowed slots leave no such time | \
        需要同一天连续{0}个时段，允许的时段中没有这样的时间
        """
    case noCommonOption = """
        in {0} a venue that fits is never open while the crew it needs is there | \
        在{0}，合适的场地开放时所需人员总不齐
        """
    case contradictory = "what is decided for it contradicts itself | 对它已作的决定互相矛盾"
    case pinned = "nothing keeps the rules as it is pinned or frozen ({0}) | 没有任何安排能满足它的锁定或冻结要求（{0}）"
    case waitsForItself = "it waits for itself, through {0} | 它通过{0}等待自己，构成循环"
    case predecessorTooLate = """
        it waits for {0}, which is over with {1} at the earliest: nothing that fits is later | \
        它须等{0}结束，后者最早于{1}结束，其后没有合适的安排
        """
    case predecessorImpossible = "it waits for {0}, which no plan can hold | 它须等{0}，而后者无法安排"
    case noVenue = "no venue in {0} | {0}没有场地"
    case onlyVenueClosed = "the only venue that fits in {0} is closed in its slots | {0}唯一合适的场地在其时段内均不开放"
    case venuesClosed = "all {0} venues that fit in {1} are closed in its slots | {1}{0}处合适的场地在其时段内均不开放"
    case noKind = "no {0} in {1} | {1}没有{0}"
    case noKindThatFits = "no {0} in {1} is large enough and equipped, only {2} | {1}没有规模和设施都合适的{0}，只有{2}"
    case capacity = "no venue in {0} holds {1} people; the largest holds {2} | {0}场地都容不下{1}人，最大的可容{2}人"
    case capacityOfFitting = """
        no venue in {0} that fits otherwise holds {1} people; the largest holds {2} | \
        {0}其他条件合适的场地都容不下{1}人，最大的可容{2}人
        """
    case capacityOfKind = """
        no venue in {0} of an allowed kind holds {1} people; the largest holds {2} | \
        {0}类型合适的场地都容不下{1}人，最大的可容{2}人
        """
    case equipment = "no venue in {0} has {1} | {0}场地都不具备{1}"
    case equipmentOfFitting = "no venue in {0} that fits otherwise has {1} | {0}其他条件合适的场地都不具备{1}"
    case crewTooSmall = "it needs {0} {1}, and the week has {2} | 需要{0}个{1}，只有{2}个"
    case skillMissing = "the week has no {0} | 没有{0}"
    case skillTooLow = "the week has no {0}; the best is at level {1} | 没有{0}，最高为{1}级"
    case overlappingNeeds = """
        its {0} places need different members, and the {1} who have the skills cannot fill them all | \
        {0}个岗位须由不同人员承担，具备技能的{1}人不够分配
        """
    case fewReach = "it needs {0}, and only {1} of {2} {3} can reach {4} | 需要{0}个，{2}个{3}中只有{1}个能到达{4}"
    case onlyOneTooFar = """
        the only {0} does not reach {1}: {2} would take {3} minutes and travels at most {4} | \
        1个{0}都到不了{1}：{2}需{3}分钟，上限{4}分钟
        """
    case allTooFar = """
        none of {0} {1} reaches {2}: {3} would take {4} minutes and travels at most {5} | \
        {0}个{1}都到不了{2}：{3}需{4}分钟，上限{5}分钟
        """
    case oneAway = "{0} who can reach {1} is away in its slots | 能到达{1}的{0}在其时段内都不在或人数不足"
    case allAway = "{0} who can reach {1} are away in its slots | 能到达{1}的{0}在其时段内都不在或人数不足"
}

/// Why a request is not held in one plan.
public enum BlockedText: Entry, Topic {
    case besides = "{0}; besides, {1} | {0}；此外{1}"
    case moneyShort = "money is short | 经费不足"
    case capShort = "a cap is reached | 已达上限"
    case audienceShort = "its audience has another session | 听众同时有其他活动"
    case crewShort = "its crew is busy | 人员已满"
    case travelShort = "its crew cannot get there in time | 人员赶不到"
    case venueShort = "the venue is taken | 场地被占用"
    case mustAndCan = "must be held, and can be: {0} (objective {1}) | 必须安排且可以安排：{0}（目标值变化{1}分）"
    case wouldGain = "could still be held: {0} would gain {1} points | 仍可安排：{0}，可改善{1}分"
    case notWorth = "would cost {0} points and is worth {1}, at best as {2} | 安排它至少要付出{0}分，而其分值为{1}（最佳为{2}）"
    case predecessorNotOver = """
        it waits for {0}, which is over only with {1}: nothing that fits is later | \
        它须等{0}结束，后者到{1}才结束，其后没有合适的安排
        """
    case predecessorBroken = "it waits for {0}, whose session in the plan breaks a rule | 它须等{0}，而后者在方案中的安排违反规则"
    case predecessorNotHeld = "it waits for {0}, which is not held | 它须等{0}，而后者未安排"
    case audienceBusy = "the {0} of {1} have another session in every slot that would do | {1}的{0}在可行时段都已有其他活动"
    case venuesTaken = "the venues of {0} that fit are taken in every slot that would do | {0}合适的场地在可行时段都被占用"
    case suchAs = "{0}, e.g. {1} at {2} | {0}，例如{2}的{1}"
    case hardCap = "a hard cap is reached | 已达硬性上限"
    case capOfSessions = "{0} allows {1} sessions, and the plan has {2} | {0}为{1}场，方案已有{2}场"
    case capOfPeople = "{0} allows {1} people, and the plan has {2} | {0}为{1}人，方案已有{2}人"
    case tooManyBusy = """
        too many of those who could form its crew in {0} are busy or have reached their limit | \
        能在{0}组成其队伍的人员都已有安排或已达场次上限
        """
    case tooManyElsewhere = """
        too many of those who could form its crew in {0} work elsewhere that day and cannot get there in time | \
        能在{0}组成其队伍的人员当天在别处有活动，来不及赶到
        """
    case oneBusy = """
        {0} who can come to {1} is busy or has reached the limit in every slot that would do | \
        能到{1}的{0}在可行时段都已有安排或已达场次上限
        """
    case allBusy = """
        {0} who can come to {1} are busy or have reached their limit in every slot that would do | \
        能到{1}的{0}在可行时段都已有安排或已达场次上限
        """
    case oneElsewhere = """
        {0} who can come to {1} works elsewhere that day and cannot get there in time in every slot that would do | \
        能到{1}的{0}在可行时段当天在别处有活动，来不及赶到
        """
    case allElsewhere = """
        {0} who can come to {1} work elsewhere that day and cannot get there in time in every slot that would do | \
        能到{1}的{0}在可行时段当天在别处有活动，来不及赶到
        """
    case fundShort = "fund {0} has {1} yuan left, and it would cost at least {2} | 经费“{0}”仅剩{1}元，而它至少需要{2}元"
    case tripsShort = "fund {0} has {1} yuan left, and the trips would cost at least {2} | 经费“{0}”仅剩{1}元，而其行程至少需要{2}元"
    case bothFundsShort = """
        no crew keeps within fund {0} ({1} yuan left, at least {2} needed) and fund {3} ({4} yuan left, at least \
        {5} for the trips) | \
        没有人选能同时不超出经费“{0}”（剩{1}元，至少需要{2}元）和“{3}”（剩{4}元，行程至少需要{5}元）
        """
}

/// What things of a week are called in sentences.
public enum WeekPhrase: Entry, Topic {
    case expert = "expert for {0} | {0}专家"
    case experts = "experts for {0} | {0}专家"
    case mentor = "mentor for {0} | {0}辅导员"
    case mentors = "mentors for {0} | {0}辅导员"
    case kit = "kit for {0} | {0}设备"
    case kits = "kits for {0} | {0}设备"
    case skill = "{0} | “{0}”"
    case skillAtLevel = "{0} at level {1} | “{0}”{1}级以上"
    case theOnly = "the only {0} | 1个{0}"
    case both = "both {0} | 2个{0}"
    case all = "all {0} {1} | {0}个{1}"
    case tooManyOf = "too many of the {0} {1} | {0}个{1}"
    case needed = "{0} ({1} needed) | {0}（需要{1}个）"
    case cap = "cap {0} | 上限{0}"
    case namesAndMore = "{names} and {rest} more | {names}等{total}处"
    case anyTownship = "any township | 各乡镇"
    case placeOfSession = "{0} at {1}, {2} | {0}在{2}的{1}"
    case venueInTownship = "{0}, {1} | {1} {0}"
}

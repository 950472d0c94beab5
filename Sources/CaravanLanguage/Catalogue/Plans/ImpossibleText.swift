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

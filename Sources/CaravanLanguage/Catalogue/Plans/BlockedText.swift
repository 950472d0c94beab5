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

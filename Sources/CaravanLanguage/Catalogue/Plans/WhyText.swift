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

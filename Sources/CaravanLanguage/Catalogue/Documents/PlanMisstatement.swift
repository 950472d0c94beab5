/// What a plan says of itself and is not so. The names of its fields stand before the colons.
public enum PlanMisstatement: Entry, Topic {
    case week = "week: the plan is for {0} | week：该方案属于 {0}"
    case figure = "{0}: the plan says {1}, it is {2} | {0}：方案写为 {1}，实为 {2}"
    case bound = "bound: {0} is above the objective {1} | bound：{0} 高于目标值 {1}"
    case status = "status: says optimal, but the gap is above 1e-6 | status：写为 optimal，但间隙大于 1e-6"
    case order = "sessions: not ordered by start (in time), then request | sessions：未先按开始时间、再按申请编号排列"
    case commitmentNeedless = "commitment: stated, and nothing was committed | commitment：并无承诺，却有此项"
    case commitmentMissing = "commitment: not stated | commitment：缺少此项"
}

/// One stored property of a week, or of something in it, that differs between a week and an edited copy.
struct WeekDifference: Hashable {
    /// What differs: a property, and the identifier of what has it. The property `id` stands for being there at all.
    enum Aspect: Hashable {
        case week(Week.Field)
        case calendar(SlotCalendar.Field)
        case department(String, Department.Field)
        case series(String, Series.Field)
        case fund(String, Fund.Field)
        case township(String, Township.Field)
        case venue(String, Venue.Field)
        case member(String, Member.Field)
        case request(String, Request.Field)
        case target(String, CoverageRule.Field)
        case cap(String, CoverageRule.Field)
        /// By the request that is pinned. A pin that changed is one that is gone and one that is new.
        case pin(String)
        case weights(Weights.Field)
        case travel(Travel.Field)
    }

    let aspect: Aspect
    /// How it changed from the week to the copy; never empty.
    let directions: Directions
}

extension Week {
    /// All that differs in an edited copy and may matter to plans or to what they cost: empty where both say the same.
    ///
    /// Everything refers to dates, audiences, crowds, counties, topics, formats, departments, funds, townships and requests by
    /// number. Where these lists differ, only that is told.
    func differences(to edited: Week) -> [WeekDifference] {
        let walk = WeekWalk(base: self, edited: edited)
        let frame = walk.frame()
        return frame.isEmpty ? Week.Field.allCases.flatMap(walk.compare) : frame
    }
}

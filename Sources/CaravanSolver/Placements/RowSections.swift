import CaravanCore

/// Where the rows of each kind stand among all rows. Coverage groups come behind those that every week has, as they are found.
struct RowSections: Sendable, Equatable {
    /// H3: venue × slot.
    let venueSlots: Grid
    /// H7: crowd × slot, crowds numbered as in `WeekTables.crowds`.
    let crowdSlots: Grid
    /// H5: member × slot.
    let memberSlots: Grid
    /// H5: member × date.
    let memberDates: Grid
    /// H5: by member.
    let weeks: Range<Int>
    /// H8: by fund.
    let funds: Range<Int>

    init(_ week: Week) {
        let (slots, dates, members) = (week.calendar.count, week.calendar.dates.count, week.members.count)
        venueSlots = Grid(week.venues.count, by: slots)
        crowdSlots = Grid(week.townships.count * week.audiences.count, by: slots, from: venueSlots.all.upperBound)
        memberSlots = Grid(members, by: slots, from: crowdSlots.all.upperBound)
        memberDates = Grid(members, by: dates, from: memberSlots.all.upperBound)
        weeks = memberDates.all.upperBound..<memberDates.all.upperBound + members
        funds = weeks.upperBound..<weeks.upperBound + week.funds.count
    }

    /// Sessions of a member in the week.
    func week(_ member: Int) -> Int { weeks.lowerBound + member }

    func fund(_ fund: Int) -> Int { funds.lowerBound + fund }

    /// Targets, caps and H10.
    func group(_ group: Int) -> Int { funds.upperBound + group }
}

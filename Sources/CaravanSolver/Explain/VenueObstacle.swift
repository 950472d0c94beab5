import CaravanCore

/// Why no venue takes a request in any of its slots (H2), down to the demand that decides.
struct VenueObstacle {
    private let ways: WeekOptions
    private let spans: [Range<Int>]
    private let plan: ExplainedPlan
    private let names: Names
    private let request: Request
    private let venues: [Venue]

    init(_ ways: WeekOptions, _ spans: [Range<Int>], in plan: ExplainedPlan) {
        self.ways = ways
        self.spans = spans
        self.plan = plan
        names = Names(plan.week)
        request = plan.week.requests[ways.request]
        venues = ways.towns.flatMap(\.venues).map { plan.week.venues[$0] }
    }

    private var towns: Phrase { names.townships(request.townships) }

    /// The obstacle; nil where some venue that suits is open in some slot.
    var finding: Finding? {
        if venues.isEmpty { return Finding(.noVenue, "no venue in \(towns.english)", "\(towns.chinese)没有场地") }
        let suitable = ways.towns.reduce(0) { $0 + $1.suits.count { $0 } }
        if suitable == 0 { return unsuitable }
        let isOpen = ways.towns.contains { town in
            spans.contains { ways.hasVenue(town, $0, in: plan, asDemanded: false) }
        }
        if isOpen { return nil }
        let (english, chinese) =
            suitable == 1
            ? ("the only venue that fits", "唯一合适的场地") : ("all \(suitable) venues that fit", "\(suitable)处合适的场地")
        return Finding(
            .venueClosed, "\(english) in \(towns.english) \(suitable == 1 ? "is" : "are") closed in its slots",
            "\(towns.chinese)\(chinese)在其时段内均不开放")
    }

    private func kindFits(_ venue: Venue) -> Bool {
        request.venueKinds.isEmpty || request.venueKinds.contains(venue.kind)
    }
    private func isLarge(_ venue: Venue) -> Bool { venue.capacity >= request.attendance }
    private func isEquipped(_ venue: Venue) -> Bool { request.equipment.isSubset(of: venue.equipment) }

    /// A demand that no venue meets alone decides; else one that no venue meets among those that meet the other two.
    private var unsuitable: Finding {
        if !venues.contains(where: kindFits) { return kind }
        if !venues.contains(where: isLarge) { return capacity(among: venues, what: nil) }
        if !venues.contains(where: isEquipped) { return equipment(among: venues) }
        let others = venues.filter { kindFits($0) && isEquipped($0) }
        if !others.isEmpty { return capacity(among: others, what: Phrase("that fits otherwise", "其他条件合适的")) }
        let large = venues.filter { kindFits($0) && isLarge($0) }
        if !large.isEmpty { return equipment(among: large) }
        if venues.contains(where: { isLarge($0) && isEquipped($0) }) { return kind }
        return capacity(among: venues.filter(kindFits), what: Phrase("of an allowed kind", "类型合适的"))
    }

    private var kind: Finding {
        let wanted = request.venueKinds.sorted()
        let (english, chinese) = (wanted.joined(separator: " or "), wanted.joined(separator: "、"))
        let there = Set(venues.filter { isLarge($0) && isEquipped($0) }.map(\.kind)).sorted()
        if there.isEmpty || !venues.contains(where: kindFits) {
            return Finding(.venueKind, "no \(english) in \(towns.english)", "\(towns.chinese)没有\(chinese)")
        }
        return Finding(
            .venueKind,
            "no \(english) in \(towns.english) is large enough and equipped, only \(there.joined(separator: ", "))",
            "\(towns.chinese)没有规模和设施都合适的\(chinese)，只有\(there.joined(separator: "、"))")
    }

    private func capacity(among some: [Venue], what: Phrase?) -> Finding {
        let largest = plainDecimal(some.map(\.capacity).max() ?? 0)
        let people = plainDecimal(request.attendance)
        let those = what.map { " \($0.english)" } ?? ""
        return Finding(
            .venueCapacity,
            "no venue in \(towns.english)\(those) holds \(people) people; the largest holds \(largest)",
            "\(towns.chinese)\(what?.chinese ?? "")场地都容不下\(people)人，最大的可容\(largest)人")
    }

    private func equipment(among some: [Venue]) -> Finding {
        let lacking = request.equipment.filter { item in !some.contains { $0.equipment.contains(item) } }.sorted()
        let items = lacking.isEmpty ? request.equipment.sorted() : lacking
        return Finding(
            .venueEquipment,
            "no venue in \(towns.english)\(some.count < venues.count ? " that fits otherwise" : "") has "
                + items.joined(separator: " and "),
            "\(towns.chinese)\(some.count < venues.count ? "其他条件合适的" : "")场地都不具备\(items.joined(separator: "、"))")
    }
}

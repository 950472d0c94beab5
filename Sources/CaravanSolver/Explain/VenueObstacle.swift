import CaravanCore
import CaravanLanguage

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

    private var towns: Bilingual { names.townships(request.townships) }

    /// The obstacle; nil where some venue that suits is open in some slot.
    var finding: Finding? {
        if venues.isEmpty { return Finding(.noVenue, ImpossibleText.noVenue(towns)) }
        let suitable = ways.towns.reduce(0) { $0 + $1.suits.count { $0 } }
        if suitable == 0 { return unsuitable }
        let isOpen = ways.towns.contains { town in
            spans.contains { ways.hasVenue(town, $0, in: plan, asDemanded: false) }
        }
        if isOpen { return nil }
        return Finding(
            .venueClosed,
            suitable == 1 ? ImpossibleText.onlyVenueClosed(towns) : ImpossibleText.venuesClosed(suitable, towns))
    }

    private func kindFits(_ venue: Venue) -> Bool {
        request.venueKinds.isEmpty || request.venueKinds.contains(venue.kind)
    }
    private func isLarge(_ venue: Venue) -> Bool { venue.capacity >= request.attendance }
    private func isEquipped(_ venue: Venue) -> Bool { request.equipment.isSubset(of: venue.equipment) }

    /// A demand that no venue meets alone decides; else one that no venue meets among those that meet the other two.
    private var unsuitable: Finding {
        if !venues.contains(where: kindFits) { return kind }
        if !venues.contains(where: isLarge) { return capacity(among: venues, .capacity) }
        if !venues.contains(where: isEquipped) { return equipment(among: venues) }
        let others = venues.filter { kindFits($0) && isEquipped($0) }
        if !others.isEmpty { return capacity(among: others, .capacityOfFitting) }
        let large = venues.filter { kindFits($0) && isLarge($0) }
        if !large.isEmpty { return equipment(among: large) }
        if venues.contains(where: { isLarge($0) && isEquipped($0) }) { return kind }
        return capacity(among: venues.filter(kindFits), .capacityOfKind)
    }

    private var kind: Finding {
        let wanted = request.venueKinds.sorted().listed(.or)
        let there = Set(venues.filter { isLarge($0) && isEquipped($0) }.map(\.kind)).sorted()
        if there.isEmpty || !venues.contains(where: kindFits) {
            return Finding(.venueKind, ImpossibleText.noKind(wanted, towns))
        }
        return Finding(.venueKind, ImpossibleText.noKindThatFits(wanted, towns, there.listed()))
    }

    private func capacity(among some: [Venue], _ told: ImpossibleText) -> Finding {
        let largest = plainDecimal(some.map(\.capacity).max() ?? 0)
        return Finding(.venueCapacity, told(towns, plainDecimal(request.attendance), largest))
    }

    private func equipment(among some: [Venue]) -> Finding {
        let lacking = request.equipment.filter { item in !some.contains { $0.equipment.contains(item) } }.sorted()
        let items = lacking.isEmpty ? request.equipment.sorted() : lacking
        let told: ImpossibleText = some.count < venues.count ? .equipmentOfFitting : .equipment
        return Finding(.venueEquipment, told(towns, items.listed(.and)))
    }
}

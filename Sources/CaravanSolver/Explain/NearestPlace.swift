import CaravanCore
import CaravanLanguage

/// A place where a request nearly fits beside a plan, with what is in the way there.
public struct NearestPlace: Sendable {
    /// Start, `DATE.slotId`.
    public let start: String
    /// Identifier of the township.
    public let township: String
    /// Identifier of the venue.
    public let venue: String
    /// What is in the way, in the order of the rules: `{"rule","code","text","textZh",…}`.
    public let blocked: [JSON]

    /// `{"start","township","venue","blocked":[…]}`.
    public var record: JSON {
        [
            "start": .string(start), "township": .string(township), "venue": .string(venue),
            "blocked": .array(blocked),
        ]
    }
}

/// Finds the places of a request with the fewest obstructions.
struct NearestPlaces {
    /// A place with all that is in the way.
    typealias Obstructed = (place: Admission.Place, obstructions: [Obstruction])

    /// Places with the fewest obstructions whose money is looked at.
    private static let mostWeighed = 40
    private let admission: Admission
    private let all: [Obstructed]

    init(_ admission: Admission, _ all: [Obstructed]) { (self.admission, self.all) = (admission, all) }

    /// The nearest places, one a township and start.
    func list(_ count: Int) -> [NearestPlace] {
        var admission = admission
        let first = all.enumerated().sorted { (key($0), $0.offset) < (key($1), $1.offset) }.prefix(Self.mostWeighed)
        let weighed = first.map { at, it in
            (offset: at, element: (place: it.place, obstructions: withMoney(it, &admission)))
        }
        var seen: Set<[Int]> = []
        let nearest = weighed.sorted { (key($0), $0.offset) < (key($1), $1.offset) }.filter {
            seen.insert([$0.element.place.town, $0.element.place.span.lowerBound]).inserted
        }
        return nearest.prefix(count).map { place($0.element) }
    }

    private func key(_ it: (offset: Int, element: Obstructed)) -> Int {
        // What cannot be taken away is farther off than anything that can.
        it.element.obstructions.reduce(0) { sum, obstruction in
            sum + 100 + (obstruction.ways.map(\.effort).min() ?? 50)
        }
    }

    private func place(_ it: Obstructed) -> NearestPlace {
        let week = admission.plan.week
        let town = admission.ways.towns[it.place.town].township
        return NearestPlace(
            start: week.calendar.name(of: it.place.span.lowerBound), township: week.townships[town].id,
            venue: week.venues[it.place.venue].id, blocked: it.obstructions.map(\.record))
    }

    /// Puts in what money is short (H8) once the rest is out of the way.
    private func withMoney(_ it: Obstructed, _ admission: inout Admission) -> [Obstruction] {
        guard it.obstructions.allSatisfy({ !$0.ways.isEmpty }) else { return it.obstructions }
        let released = it.obstructions.reduce(into: Set<Blocker>()) { $0.formUnion($1.ways[0]) }
        let instance = admission.plan.instance
        let funds: Set<Blocker> = [
            .fund(instance.tables.fund[admission.ways.request]), .fund(instance.tables.travelFund),
        ]
        guard let entry = admission.entry(at: it.place, releasing: released.union(funds)) else {
            return it.obstructions
        }
        let then = admission.schedule(without: released)
        let short = entry.raises.map { raise in
            shortage(raise.fund, cost: instance.fundLimit[raise.fund] - then.spent[raise.fund] + raise.yuan)
        }
        let position = it.obstructions.firstIndex { $0.rule.isAfterMoney } ?? it.obstructions.count
        return it.obstructions[..<position] + short + it.obstructions[position...]
    }

    private func shortage(_ fund: Int, cost: Double) -> Obstruction {
        let plan = admission.plan
        let (left, due) = (
            Names.yuanLeft(plan.instance.fundLimit[fund] - plan.schedule.spent[fund]), Names.yuanNeeded(cost)
        )
        let name = Names(plan.week).fund(fund)
        return Obstruction(
            .H8, .fundExhausted,
            ObstructionText.fundShort(name, left, due),
            [("fund", .string(plan.week.funds[fund].id))], ways: [[.fund(fund)]])
    }
}

extension Rule {
    fileprivate var isAfterMoney: Bool { [.H9, .H10, .H11, .H12].contains(self) }
}

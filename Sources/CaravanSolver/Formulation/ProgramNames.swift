import CaravanCore

/// Names of columns and rows in exported programs: `z(r0001,v0004,20250524.am)`.
///
/// Legal in MPS and in the LP format, unique, at most 255 bytes: identifiers hold no `(`, `,` or `)`, and their `-`, an
/// operator in the LP format, becomes `~`, which no identifier holds. Where identifiers are so long that a name could be
/// longer, slots are numbered (`s3`).
struct ProgramNames: Sendable {
    private let week: Week
    private let slotNames: [String]

    init(_ week: Week) {
        self.week = week
        let ids = week.requests.map(\.id) + week.venues.map(\.id) + week.members.map(\.id) + week.townships.map(\.id)
        let slot = 9 + (week.calendar.slots.map(\.id.utf8.count).max() ?? 0)
        let longest = 3 * (ids.map(\.utf8.count).max() ?? 0) + slot + 20
        slotNames = (0..<week.calendar.count).map { number in
            longest > 255 ? "s\(number + 1)" : Self.compact(week.calendar, number)
        }
    }

    private static func compact(_ calendar: SlotCalendar, _ number: Int) -> String {
        let date = calendar.dates[calendar.date(of: number)].filter { $0 != "-" }
        return "\(date).\(legal(calendar.slots[number % calendar.slotsPerDate].id))"
    }

    private static func legal(_ id: String) -> String { String(id.map { $0 == "-" ? "~" : $0 }) }

    // MARK: Parts

    func request(_ number: Int) -> String { Self.legal(week.requests[number].id) }
    func venue(_ number: Int) -> String { Self.legal(week.venues[number].id) }
    func member(_ number: Int) -> String { Self.legal(week.members[number].id) }
    func township(_ number: Int) -> String { Self.legal(week.townships[number].id) }
    func audience(_ number: Int) -> String { Self.legal(week.audiences[number]) }
    func fund(_ number: Int) -> String { Self.legal(week.funds[number].id) }
    func slot(_ number: Int) -> String { slotNames[number] }
    func date(_ number: Int) -> String { week.calendar.dates[number].filter { $0 != "-" } }
    /// Counts from 1.
    func number(_ index: Int) -> String { String(index + 1) }

    func words(of it: Placement) -> String {
        "\(request(Int(it.request))),\(township(Int(it.township))),\(slot(Int(it.start)))"
    }

    func words(of trip: FormulationColumns.Trip) -> String {
        "\(member(Int(trip.member))),\(township(Int(trip.township))),\(date(Int(trip.date)))"
    }

    /// A rule's id and the number of the group within it, from 1; of a rule of rows two numbers.
    func group(_ it: CoverageGroup) -> String {
        if it.kind == .rowRule { return "\(number(it.rule)),\(number(it.number))" }
        let rules = it.kind == .target ? week.targets : week.caps
        return "\(Self.legal(rules[it.rule].id)),\(it.number + 1)"
    }

    /// The slot that all of a clique share.
    func lastCommonSlot(_ clique: [Occupant]) -> String { slot(Int(clique.map(\.start).max() ?? 0)) }

    // MARK: Columns and rows

    func unheld(_ number: Int) -> String { row("unheld", request(number)) }
    func session(_ it: Placement, venue number: Int) -> String {
        row("z", request(Int(it.request)), venue(number), slot(Int(it.start)))
    }
    func duty(_ it: Placement, need: Int, member who: Int) -> String {
        row("w", request(Int(it.request)), number(need), member(who), township(Int(it.township)), slot(Int(it.start)))
    }
    func trip(_ trip: FormulationColumns.Trip) -> String { row("trip", words(of: trip)) }
    func slack(_ it: CoverageGroup) -> String { row(it.kind == .target ? "short" : "excess", group(it)) }
    var constant: String { "constant" }

    /// A name of a kind and its parts.
    func row(_ kind: String, _ parts: String...) -> String { "\(kind)(\(parts.joined(separator: ",")))" }
}

import CaravanCore

/// Writes the data section that `models/caravan.mod` needs for a week: pure data, nothing that could be run.
struct MathProgWriter {
    let instance: Instance
    let week: Week
    /// The baseline's session of each request.
    let baseline: [Int: Session]
    /// Sessions of the baseline whose request the week no longer has.
    let withdrawn: Int
    /// Slot instance of the freeze point.
    let freezePoint: Int?
    var out = MathProgText()

    init(_ instance: Instance, baseline plan: Plan?, freeze: String?) {
        self.instance = instance
        week = instance.week
        var baseline: [Int: Session] = [:]
        var withdrawn = 0
        for session in plan?.sessions ?? [] {
            if let request = instance.week.request(session.request) {
                baseline[request] = session
            } else {
                withdrawn += 1
            }
        }
        (self.baseline, self.withdrawn) = (baseline, withdrawn)
        freezePoint = freeze.flatMap(instance.week.calendar.instance(named:))
    }

    /// The data section.
    func text() -> String {
        var writer = self
        writer.write()
        return writer.out.text
    }

    private mutating func write() {
        out.comment("Caravan week \(week.id): \(week.title)")
        out.comment("glpsol -m models/caravan.mod -d THIS-FILE")
        out.line()
        out.line("data;")
        out.line()
        writeTime()
        writePlaces()
        writeMembers()
        writeRequests()
        writePlacements()
        writeCoverage()
        writeDecisions()
        out.line("end;")
    }

    // MARK: Words of the model

    func slot(_ instance: Int) -> String { String(instance + 1) }
    func township(_ number: Int) -> String { MathProgText.quoted(week.townships[number].id) }
    func venue(_ number: Int) -> String { MathProgText.quoted(week.venues[number].id) }
    func member(_ number: Int) -> String { MathProgText.quoted(week.members[number].id) }
    func request(_ number: Int) -> String { MathProgText.quoted(week.requests[number].id) }
    func fund(_ number: Int) -> String { MathProgText.quoted(week.funds[number].id) }

    /// The slots for which a flag is up.
    func slots(_ flags: [Bool]?) -> [String] { (flags ?? []).indices.filter { flags?[$0] == true }.map(slot) }
}

// MARK: - Time, places, people

extension MathProgWriter {
    private mutating func writeTime() {
        let calendar = week.calendar
        out.value("days", String(calendar.dates.count))
        out.value("slots_per_day", String(calendar.slotsPerDate))
        out.table(
            nil, "slot_name", (0..<calendar.count).map { [slot($0), MathProgText.quoted(calendar.name(of: $0))] })
        out.table(
            nil, "opens closes",
            calendar.slots.enumerated().map { [String($0 + 1), String($1.begin), String($1.end)] })
        out.line()
    }

    private mutating func writePlaces() {
        out.set("TOWNSHIPS", week.townships.indices.map(township))
        out.table(nil, "km minutes", legs())
        out.table("FUNDS", "limit", week.funds.indices.map { [fund($0), modelNumber(week.funds[$0].limit)] })
        out.value("travel_fund", fund(week.travel.fund))
        out.value("cost_per_km", modelNumber(week.travel.costPerKm))
        out.table(
            "VENUES", "venue_town venue_cost",
            week.venues.indices.map {
                [venue($0), township(week.venues[$0].township), modelNumber(week.venues[$0].cost)]
            }
        )
        for number in week.venues.indices { out.set("CLOSED", at: [venue(number)], slots(week.venues[number].closed)) }
        out.line()
    }

    /// Every pair of townships between which somebody could travel.
    private func legs() -> [[String]] {
        week.townships.indices.flatMap { p in
            week.townships.indices.filter { $0 != p }.map { q in
                let leg = week.distances.leg(p, q)
                return [township(p), township(q), modelNumber(leg.km), modelNumber(leg.minutes)]
            }
        }
    }

    private mutating func writeMembers() {
        out.table(
            "MEMBERS", "base max_minutes max_per_day max_per_week fee",
            week.members.enumerated().map { number, it in
                [
                    member(number), township(it.base), modelNumber(it.maxMinutes), String(it.maxPerDay),
                    String(it.maxPerWeek), modelNumber(it.fee),
                ]
            })
        for number in week.members.indices { out.set("AWAY", at: [member(number)], slots(week.members[number].away)) }
        out.line()
    }
}

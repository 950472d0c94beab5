import CaravanCore

/// Pins, the baseline, the freeze point and the planner's prices.
extension MathProgWriter {
    mutating func writeDecisions() {
        writePins()
        writeBaseline()
        let weights = week.weights
        let prices: [(String, Double)] = [
            ("km", weights.km), ("preference", weights.preference), ("drop", weights.drop), ("move", weights.move),
            ("venue", weights.venue), ("crew", weights.crew),
        ]
        for (name, price) in prices { out.value("weight_\(name)", modelNumber(price)) }
        out.line()
    }

    private mutating func writePins() {
        if week.pins.isEmpty { return }
        out.table(
            "PINS", "pin_request pin_start pin_town pin_venue",
            week.pins.enumerated().map { number, pin in
                [
                    String(number + 1), request(pin.request), pin.start.map(slot) ?? "0",
                    pin.township.map(township) ?? "'*'", pin.venue.map(venue) ?? "'*'",
                ]
            })
        for (number, pin) in week.pins.enumerated() {
            out.set("PIN_CREW", at: [String(number + 1)], Set(pin.crew).sorted().map(member))
        }
    }

    private mutating func writeBaseline() {
        let sessions = baseline.sorted { $0.key < $1.key }
        if !sessions.isEmpty { out.table("BASELINE", "base_start base_venue", sessions.map(baselineRow)) }
        for (number, session) in sessions { out.set("BASE_CREW", at: [request(number)], baselineCrew(session)) }
        if withdrawn > 0 { out.value("withdrawn", String(withdrawn)) }
        if let freezePoint { out.value("freeze", slot(freezePoint)) }
        out.set("KEPT", instance.tables.kept.keys.sorted().map(request))
    }

    private func baselineRow(_ request: Int, _ session: Session) -> [String] {
        [
            self.request(request), week.calendar.instance(named: session.start).map(slot) ?? "0",
            week.venue(session.venue).map(venue) ?? "'*'",
        ]
    }

    /// The crew; members that the week does not have still count as lost, under names that no member bears.
    private func baselineCrew(_ session: Session) -> [String] {
        let crew = Set(session.crew)
        let known = crew.compactMap(week.member).sorted().map(member)
        return known + (0..<crew.count - known.count).map { "'*\($0 + 1)'" }
    }
}

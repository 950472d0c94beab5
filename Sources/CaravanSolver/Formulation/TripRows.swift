/// Rows of H8 that tie places to trips.
extension FormulationBuilder {
    /// A place in another township takes a trip. Any set of places of which a member fills at most one gives a row
    /// `Σ places ≤ trip`: all those of a slot, all those of a request, or all of the date where it allows one session.
    mutating func addTripRows() {
        for (member, occupants) in duties.enumerated() {
            let away = occupants.filter { $0.township != instance.tables.base[member] }
            let trips = Dictionary(grouping: away) {
                FormulationColumns.Trip(
                    member: Int32(member), township: $0.township, date: $0.start / Int32(instance.tables.slotsPerDate))
            }
            for (trip, places) in trips.sorted(by: { ($0.key.township, $0.key.date) < ($1.key.township, $1.key.date) })
            {
                guard let column = columns.trip(trip) else { continue }
                let single = instance.tables.maxPerDay[member] <= 1 || instance.tables.maxPerWeek[member] <= 1
                let sets = single ? [places] : exclusiveSets(places)
                for (number, set) in sets.enumerated() { addTripRow(set, trip, column, number) }
            }
        }
    }

    /// The places of each slot and those of each request, without sets that others contain.
    private func exclusiveSets(_ places: [Occupant]) -> [[Occupant]] {
        let requests = Dictionary(grouping: places, by: \.request).sorted { $0.key < $1.key }.map(\.value)
        if requests.count == 1 { return requests }
        let slots = slotCliques(places).filter { !isOneRequest($0) }
        let inSlots = slots.map { Set($0.map(\.column)) }
        return slots
            + requests.filter { places in
                !inSlots.contains { slot in places.allSatisfy { slot.contains($0.column) } }
            }
    }

    private mutating func addTripRow(
        _ places: [Occupant], _ trip: FormulationColumns.Trip, _ column: Int, _ number: Int
    ) {
        var row = SparseRow()
        for place in places { row.add(1, Int(place.column)) }
        row.add(-1, column)
        add(row, upper: 0) { $0.row("goes", $0.words(of: trip), $0.number(number)) }
    }
}

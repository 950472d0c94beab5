/// A column that, at 1, occupies something (a venue, a member, an audience) in consecutive slots.
struct Occupant: Sendable {
    let column: Int32
    let request: Int32
    let township: Int32
    let start: Int32
    /// Slot instance after the last.
    let end: Int32

    init(column: Int, placement: Placement) {
        self.column = Int32(column)
        (request, township, start, end) = (placement.request, placement.township, placement.start, placement.end)
    }
}

/// The maximal sets of occupants that share a slot.
///
/// Occupants are intervals, so each slot is a clique and a slot's clique is maximal exactly if an occupant starts there
/// or since the last maximal one, and one ends there (Fulkerson and Gross, Pacific J. Math. 15, 1965).
func slotCliques(_ occupants: [Occupant]) -> [[Occupant]] {
    var cliques: [[Occupant]] = []
    var active: [Occupant] = []
    var earliestEnd = Int32.max
    var grown = false
    func close(before slot: Int32) {
        while earliestEnd <= slot && !active.isEmpty {
            if grown { cliques.append(active) }
            grown = false
            active.removeAll { $0.end <= earliestEnd }
            earliestEnd = active.map(\.end).min() ?? .max
        }
    }
    for occupant in occupants.sorted(by: { ($0.start, $0.column) < ($1.start, $1.column) }) {
        close(before: occupant.start)
        active.append(occupant)
        earliestEnd = min(earliestEnd, occupant.end)
        grown = true
    }
    close(before: .max)
    return cliques
}

/// Whether all the occupants serve one request: then at most one of them is taken anyway.
func isOneRequest(_ occupants: [Occupant]) -> Bool {
    occupants.allSatisfy { $0.request == occupants[0].request }
}

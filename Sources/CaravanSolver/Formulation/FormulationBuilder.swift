import CaravanCore
import GLPK

/// Puts the plain integer program together: the columns with their prices, then the rows, a rule at a time.
struct FormulationBuilder {
    let instance: Instance
    let columns: FormulationColumns
    /// Makes names; nil: the program goes without.
    let names: ProgramNames?
    var program = LinearProgram()
    /// Occupants by member: every place that it could fill.
    let duties: [[Occupant]]

    init(_ instance: Instance, named: Bool) {
        self.instance = instance
        columns = FormulationColumns(instance)
        names = named ? ProgramNames(instance.week) : nil
        var duties = [[Occupant]](repeating: [], count: instance.memberCount)
        for placement in instance.placements {
            for at in instance.candidates(placement) {
                duties[Int(instance.memberCandidates[at].member)].append(
                    Occupant(column: columns.duty(at), placement: placement))
            }
        }
        self.duties = duties
    }

    /// Adds a row `lower ≤ row ≤ upper`. One without columns is left out if it holds, else kept as a contradiction.
    mutating func add(
        _ row: SparseRow, lower: Double = -.infinity, upper: Double = .infinity, name: (ProgramNames) -> String
    ) {
        let (lower, upper) = (lower - row.constant, upper - row.constant)
        if row.isEmpty {
            if lower <= 1e-9 && upper >= -1e-9 { return }
            // The column is fixed at 1: no plan keeps `constant ≤ 0`.
            program.addRow(upper: 0, columns: [Int32(columns.constant)], values: [1], name: names.map(name))
            return
        }
        program.addRow(lower: lower, upper: upper, columns: row.columns, values: row.values, name: names.map(name))
    }

    /// Adds the row of a clique: at most one of its columns is 1.
    mutating func add(clique: some Sequence<Occupant>, name: (ProgramNames) -> String) {
        var row = SparseRow()
        for occupant in clique { row.add(1, Int(occupant.column)) }
        add(row, upper: 1, name: name)
    }
}

// MARK: - Columns

extension FormulationBuilder {
    mutating func addColumns(_ charges: RequestCharges) {
        program.reserve(columns: columns.count, rows: columns.count, entries: 8 * columns.count)
        for request in 0..<instance.requestCount { addUnheld(request, charges) }
        for number in instance.placements.indices { addSessions(number, charges) }
        for number in instance.placements.indices { addDuties(number) }
        for trip in columns.trips { addTrip(trip) }
        for number in instance.groups.indices where columns.slack(number) != nil {
            program.addColumn(cost: instance.groups[number].weight, name: names?.slack(instance.groups[number]))
        }
        program.addColumn(cost: instance.constant, lower: 1, upper: 1, name: names?.constant)
    }

    /// `unheld` is whole once the sessions are; being integer it is what the search branches on first.
    private mutating func addUnheld(_ request: Int, _ charges: RequestCharges) {
        let demanded = instance.mustHold[request]
        let never = instance.ofRequest[request].isEmpty || charges.exceedsLimit(request)
        program.addColumn(
            cost: instance.unheldCost[request], lower: never && !demanded ? 1 : 0, upper: demanded ? 0 : 1,
            isInteger: true, name: names?.unheld(request))
    }

    private mutating func addSessions(_ number: Int, _ charges: RequestCharges) {
        let placement = instance.placements[number]
        var cost = placement.cost
        var possible = true
        for at in instance.hits(placement) {
            let hit = instance.hits[at]
            let group = instance.groups[Int(hit.group)]
            cost += group.surcharge(hit.amount)
            if group.isHard && HardLimit.isExceeded(hit.amount, group.threshold) { possible = false }
        }
        for at in instance.venues(placement) {
            let candidate = instance.venueCandidates[at]
            let affordable = charges.isAffordable(placement: number, venue: Int(candidate.venue))
            program.addColumn(
                cost: cost + candidate.points, upper: possible && affordable ? 1 : 0, isInteger: true,
                name: names?.session(placement, venue: Int(candidate.venue)))
        }
    }

    private mutating func addDuties(_ number: Int) {
        let placement = instance.placements[number]
        for need in instance.tables.needCounts[Int(placement.request)].indices {
            for at in instance.candidates(placement, need: need) {
                let candidate = instance.memberCandidates[at]
                program.addColumn(
                    cost: candidate.points, upper: 1, isInteger: true,
                    name: names?.duty(placement, need: need, member: Int(candidate.member)))
            }
        }
    }

    private mutating func addTrip(_ trip: FormulationColumns.Trip) {
        let km = instance.tables.tripKm(Int(trip.member), Int(trip.township))
        let affordable = !HardLimit.isOverdrawn(
            km * instance.tables.kmYuan, instance.fundLimit[instance.tables.travelFund])
        program.addColumn(cost: km * instance.tables.kmPoints, upper: affordable ? 1 : 0, name: names?.trip(trip))
    }
}

import CaravanCore
import CaravanLanguage
import GLPK

/// A week as one plain integer program: a column for each session that could be held and each place that a member could
/// fill in it. For small weeks, sub-problems and export; `docs/formulation.md` says what each row is for.
struct Formulation: Sendable {
    /// What was formulated.
    let instance: Instance
    /// Where which column is.
    let columns: FormulationColumns
    /// Cuts over requests that can be added when the relaxation violates them.
    let covers: FundCovers
    /// The program: minimise points. Its constant is carried by a column fixed at 1, since the readers of exchange
    /// formats disagree on the sign of a constant.
    private(set) var program: LinearProgram

    /// Formulates a week made ready for solving.
    /// - Parameter named: Whether columns and rows get names, for export.
    /// - Throws: `SolveError.infeasible` naming each request that must be held and that its fund cannot pay for.
    init(_ instance: Instance, named: Bool = false) throws(SolveError) {
        let charges = RequestCharges(instance)
        let unpaid = instance.mustHold.indices.filter { instance.mustHold[$0] && charges.exceedsLimit($0) }
        if !unpaid.isEmpty { throw .infeasible(unpaid.map { Self.complaint($0, charges, instance) }) }
        var builder = FormulationBuilder(instance, named: named)
        covers = FundCovers(instance, charges)
        builder.addColumns(charges)
        builder.addOnceRows()
        builder.addVenueRows()
        builder.addNeedRows()
        builder.addPlaceRows()
        builder.addWeekRows()
        builder.addDateRows()
        builder.addAudienceRows()
        builder.addMoneyRows()
        builder.addFundCovers(covers)
        builder.addTripRows()
        builder.addOrderRows()
        builder.addCoverageRows()
        builder.addRequiredRows()
        self.instance = instance
        columns = builder.columns
        program = builder.program
    }

    /// Asks for the least yuan that can be charged to a fund instead of for the fewest points.
    mutating func minimise(chargesOf fund: Int) {
        let row = FormulationBuilder(instance, named: false).moneyRows[fund]
        for column in 0..<program.columnCount { program.setCost(0, column: column) }
        for (column, yuan) in zip(row.columns, row.values) { program.setCost(yuan, column: Int(column)) }
        program.setCost(row.constant, column: columns.constant)
    }

    private static func complaint(_ request: Int, _ charges: RequestCharges, _ instance: Instance) -> Contradiction {
        let fund = instance.week.funds[instance.tables.fund[request]]
        let (id, least) = (instance.week.requests[request].id, plainDecimal(charges.least[request]))
        let limit = plainDecimal(fund.limit)
        return Contradiction(
            .fund, fund.id,
            ContradictionText.leastCharge(id, least, fund.id, limit))
    }

    /// Cover cuts that a point violates, most violated first.
    func violatedCovers(at values: [Double]) -> [FundCover] {
        let held = (0..<instance.requestCount).map { 1 - values[columns.unheld($0)] }
        return covers.violated(held: held).sorted { $0.violation(held) > $1.violation(held) }
    }

    /// Adds cuts as rows, and returns the numbers of these rows.
    @discardableResult
    mutating func add(_ cuts: [FundCover]) -> Range<Int> {
        let first = program.rowCount
        for cut in cuts {
            let row = cut.row(columns)
            program.addRow(upper: cut.most - row.constant, columns: row.columns, values: row.values)
        }
        return first..<program.rowCount
    }

    /// Adds a row that every plan keeps.
    mutating func add(_ row: SparseRow, upper: Double) {
        program.addRow(upper: upper - row.constant, columns: row.columns, values: row.values)
    }
}

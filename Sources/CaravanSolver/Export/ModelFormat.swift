import CaravanCore
import GLPK

/// How the optimization model of a week can be written down for other programs.
public enum ModelFormat: String, Sendable, CaseIterable {
    /// Free MPS: read by every solver.
    case mps
    /// The LP format of CPLEX: rows as formulas, for people and solvers.
    case lp
    /// The data section of `models/caravan.mod`, for `glpsol`.
    case mathprog
}

extension ModelFormat {
    /// Programs with more columns are not written as MPS or LP: the text would take gigabytes.
    public static let mostColumns = 500_000

    /// The model of a week as text.
    ///
    /// MPS and LP hold the plain integer program, minimised, in points, with a column fixed at 1 that carries the constant
    /// of the objective. MathProg holds the data from which `models/caravan.mod` makes its own statement of the rules.
    /// - Parameters:
    ///   - week: The week.
    ///   - baseline: The plan against which changes cost points.
    ///   - freeze: Freeze point, `DATE.slotId` (H12).
    /// - Throws: `SolveError.unknownFreezePoint`, `SolveError.tooManyColumns`,
    ///   `SolveError.infeasible` naming each pin or frozen session that nothing can keep.
    public func text(of week: Week, baseline: Plan? = nil, freeze: String? = nil) throws(SolveError) -> String {
        let instance = try Instance(week: week, baseline: baseline, freeze: freeze)
        switch self {
        case .mathprog: return MathProgWriter(instance, baseline: baseline, freeze: freeze).text()
        case .mps: return MPSWriter(try program(of: instance), about: ProgramLegend(instance)).text()
        case .lp: return LPWriter(try program(of: instance), about: ProgramLegend(instance)).text()
        }
    }

    private func program(of instance: Instance) throws(SolveError) -> LinearProgram {
        let columns = FormulationColumns(instance).count
        if columns > Self.mostColumns { throw .tooManyColumns(self, columns) }
        return try Formulation(instance, named: true).program
    }
}

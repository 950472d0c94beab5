import GLPK

/// The library under the solver.
public enum SolverLibrary {
    /// Version of the GLPK library in use, for example `5.0`.
    public static var version: String { GLPK.version }
}

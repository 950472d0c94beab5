/// The parts of a solve that find plans and bounds.
enum Part: String, CaseIterable, Sendable {
    case construction
    case search
    /// The search that takes turns with the integer programs.
    case secondSearch = "second search"
    case bound
    case neighbourhoodPrograms = "neighbourhood programs"
    case wholeProgram = "whole program"
    case restrictedMaster = "restricted master"
    case columnGeneration = "column generation"

    /// What those who watch the solve are told (`SolveProgress.phase`).
    var phase: String {
        switch self {
        case .construction, .search, .bound: rawValue
        case .columnGeneration: Part.bound.rawValue
        case .secondSearch: Part.search.rawValue
        case .neighbourhoodPrograms, .wholeProgram, .restrictedMaster: "integer program"
        }
    }

    /// Those that a solve can do without.
    static let optional: [Part] = [
        .secondSearch, .neighbourhoodPrograms, .wholeProgram, .restrictedMaster, .columnGeneration,
    ]

    /// Whether it takes no part in a solve.
    func isIdle(in parameters: SolveParameters) -> Bool { parameters.idleParts.contains(rawValue) }
}

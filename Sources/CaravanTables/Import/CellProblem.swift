/// What is wrong with the content of a cell, before it is known where the cell stands.
struct CellProblem: Error, Equatable {
    let problem: Wording
    let remedy: Wording

    init(_ problem: Wording, _ remedy: Wording) {
        self.problem = problem
        self.remedy = remedy
    }
}

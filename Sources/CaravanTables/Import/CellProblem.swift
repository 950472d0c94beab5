import CaravanLanguage

/// What is wrong with the content of a cell, before it is known where the cell stands.
struct CellProblem: Error, Equatable {
    let problem: Bilingual
    let remedy: Bilingual

    init(_ problem: any Sayable, _ remedy: any Sayable) {
        self.problem = problem.bilingual
        self.remedy = remedy.bilingual
    }
}

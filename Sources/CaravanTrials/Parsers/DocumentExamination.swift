import CaravanCore
import CaravanSolver

/// What must hold of JSON and of the documents made of it.
enum DocumentExamination {
    /// The smallest sample, which edits and plans are read against.
    static let sample: (document: JSON, week: Week)? = {
        guard let bytes = try? ProjectFolder.bytes("samples/tiny/week.json"), let document = try? JSON(parsing: bytes),
            let week = try? Week(document: document)
        else { return nil }
        return (document, week)
    }()

    static func json(_ input: [UInt8]) throws(Finding) {
        guard let value = try parsed(input) else { return }
        for text in [value.text, value.prettyText] {
            guard let again = try? JSON(parsing: Array(text.utf8)) else {
                throw Finding("what is written is no JSON: \(text)")
            }
            try Finding.unless(again == value, "a document that is written and read again is another")
        }
    }

    static func week(_ input: [UInt8], mustBeSound: Bool = false) throws(Finding) {
        guard let document = try parsed(input) else { return }
        let faults = WeekValidator.faults(in: document)
        try Finding.unless(faults.isEmpty || !mustBeSound, "edits made the week unsound: \(faults)")
        for fault in faults { try Finding.unlessBilingual(fault.problem.bilingual) }
        switch Result(catching: { () throws(WeekFaults) in try Week(document: document) }) {
        case .success(let week):
            try Finding.unless(faults.isEmpty, "a week with faults is read: \(faults.first?.line.english ?? "")")
            try solve(week)
        case .failure(let error):
            try Finding.unless(!faults.isEmpty, "a week without faults is refused: \(error.faults)")
        }
    }

    static func edits(_ input: [UInt8]) throws(Finding) {
        guard let edits = try parsed(input), let sample else { return }
        switch Result(catching: { () throws(EditError) in try WeekEdits.apply(edits, to: sample.document) }) {
        case .success(let edited): try week(Array(edited.text.utf8), mustBeSound: true)
        case .failure(let error):
            try Finding.unlessBilingual(error.line)
            guard case .unsound(let faults) = error.fault else { return }
            for fault in faults { try Finding.unlessBilingual(fault.problem.bilingual) }
        }
    }

    static func plan(_ input: [UInt8]) throws(Finding) {
        guard let document = try parsed(input), let sample else { return }
        switch Result(catching: { () throws(PlanFaults) in try Plan(document: document) }) {
        case .success(let plan):
            let checker = Checker(week: sample.week)
            let report = checker.check(plan)
            for violation in report.violations { try Finding.unlessBilingual(violation.text) }
            for it in checker.misstated(document, terms: report.terms) { try Finding.unlessBilingual(it.bilingual) }
        case .failure(let error): for fault in error.faults { try Finding.unlessBilingual(fault.problem.bilingual) }
        }
    }

    private static func parsed(_ input: [UInt8]) throws(Finding) -> JSON? {
        switch Result(catching: { () throws(JSONError) in try JSON(parsing: input) }) {
        case .success(let value): return value
        case .failure(let error):
            try Finding.unlessBilingual(error.wording)
            return nil
        }
    }

    /// A sound week is solved for a few steps, and what comes of it is held against the checker.
    private static func solve(_ week: Week) throws(Finding) {
        guard week.requests.count <= 20, week.venues.count <= 50 else { return }
        let solver = Solver(week: week, parameters: SolveParameters(work: 60, threads: 1))
        switch Result(catching: { () throws(SolveError) in try solver.run() }) {
        case .success(let outcome):
            let report = Checker(week: week).check(outcome.plan)
            try Finding.unless(report.isSound, "a plan breaks a rule: \(report.violations.first?.text.english ?? "")")
            try Finding.unless(report.terms.total.isFinite, "an objective that is no number")
        case .failure(.internalFailure(let reason)): throw Finding("a solve failed: \(reason.english)")
        case .failure: break
        }
    }
}

import CaravanCore
import GLPK

/// Finds a plan with the fewest changes of the baseline. A changed session may as well be dropped: that breaks no rule but
/// demands to hold it and H9, so the program has for each request its kept session alone, and everything only for those
/// that must be held.
struct LeastChange {
    private let plain: Instance
    private let baseline: Plan?
    private let cancellation: Cancellation
    private let parameters: ProgramParameters

    init(_ plain: Instance, _ baseline: Plan?, _ parameters: ProgramParameters, cancellation: Cancellation) {
        (self.plain, self.baseline, self.cancellation) = (plain, baseline, cancellation)
        self.parameters = parameters
    }

    /// A plan with few changes, and whether none has fewer.
    /// - Parameter known: A plan that keeps all rules.
    func run(from known: [Assignment]) -> (plan: [Assignment], isProven: Bool) {
        let repaired = StartingPlan(plain, baseline).sessions
        let isWhole = Schedule(plain, holding: repaired).missing == 0
        let candidate = isWhole && count(repaired) < count(known) ? repaired : known
        if count(candidate) <= fewestByThemselves { return (candidate, true) }
        let objectives = [candidate, known].map { Schedule(plain, holding: $0).objective.magnitude }
        // So dear that one change more never pays.
        let price = 4 * (objectives.max() ?? 0) + 1_000
        let changes = ChangeProgram(plain, price: price)
        let cut = Instance(changes.instance, keeping: changes.keptAlone)
        let program = IntegerProgram(
            instance: cut, budget: .iterations(parameters.leastChangePivots), cutoff: .infinity,
            cancellation: cancellation, parameters: parameters)
        guard let result = try? program.solve(improve: { _, _ in }) else { return (candidate, false) }
        guard let found = result.best.map({ changes.plainPlan($0) }), count(found) <= count(candidate) else {
            return (candidate, false)
        }
        return (found, result.isComplete)
    }

    /// Changes that no plan can do without, looked at one by one.
    private var fewestByThemselves: Int {
        let lost = plain.tables.baseline.keys.count { plain.keptSession(of: $0) == nil }
        let demanded = plain.mustHold.indices.count { plain.mustHold[$0] && plain.tables.baseline[$0] == nil }
        return plain.tables.withdrawn + lost + demanded
    }

    private func count(_ plan: [Assignment]) -> Int { plain.changedRequests(plan).count + plain.tables.withdrawn }
}

extension ChangeProgram {
    /// The kept sessions alone, and everything for requests that must be held.
    var keptAlone: Survivors {
        var survivors = Survivors(all: instance)
        for (index, placement) in instance.placements.enumerated() {
            let request = Int(placement.request)
            survivors.placements[index] = instance.mustHold[request] || keeping[request] == index
        }
        return survivors
    }
}

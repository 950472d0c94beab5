import CaravanCore
import GLPK

/// An integer program with the row "at most so many changes": over all that is left of the week where that is little, else
/// over what good plans do and what stands around the changes.
struct RowProgram {
    let changes: ChangeProgram
    let parameters: ProgramParameters
    let cancellation: Cancellation

    /// Solves for plans with at most so many changes; hands the table what it finds and proves.
    /// - Parameter survivors: What a plan that is better than the table's can use.
    func improve(_ table: inout FrontierTable, upTo limit: Int, _ survivors: Survivors) {
        guard let known = table.best(upTo: limit), known.objective > table.bound(upTo: limit) + Tolerance.programGain
        else { return }
        var left = survivors
        var cut = Instance(changes.instance, keeping: left)
        let isWhole = IntegerProgram.size(of: cut) <= parameters.columnLimit
        if !isWhole {
            left = part(of: survivors, table)
            cut = Instance(changes.instance, keeping: left)
        }
        let columns = IntegerProgram.size(of: cut)
        guard columns <= parameters.columnLimit else { return }
        let program = IntegerProgram(
            instance: cut, budget: .iterations(StepCosts.pivots(in: parameters.changesEffort, columns: columns)),
            cutoff: known.objective, cancellation: cancellation, parameters: parameters)
        let (changes, kept) = (changes, left)
        let result = try? program.solve(
            adding: { $0.add(changes.changes($0, of: kept), upper: Double(limit)) }, improve: { _, _ in })
        guard let result else { return }
        if let plan = result.best {
            let assignments = changes.plainPlan(plan)
            table.offer(assignments, changes: changes.count(assignments), objective: plan.objective)
        }
        guard isWhole else { return }
        let bound = result.isComplete ? result.best?.objective ?? .infinity : result.bound
        table.prove(min(known.objective, bound), upTo: limit)
    }

    /// What the plans known do, and everything that is left for the requests that some of them change.
    private func part(of survivors: Survivors, _ table: FrontierTable) -> Survivors {
        let instance = changes.instance
        let plans = table.entries.map { changes.translated($0.assignments) }
        var part = survivors.restricted(to: plans, of: instance)
        for kept in changes.keeping.values { part.keep(kept, of: instance, survivors) }
        var room = Double(parameters.changesColumns)
        let changed = plans.map { Set(instance.changedRequests($0)) }
        let order = Set(changed.joined()).sorted { a, b in
            let (more, fewer) = (changed.count { $0.contains(a) }, changed.count { $0.contains(b) })
            return (-more, a) < (-fewer, b)
        }
        for request in order {
            for index in instance.ofRequest[request] where survivors.placements[index] && room > 0 {
                part.keep(index, of: instance, survivors)
                let it = instance.placements[index]
                room -= Double(instance.venues(it).count) + 1.5 * Double(instance.candidates(it).count)
            }
        }
        return part
    }
}

extension Survivors {
    /// Takes a placement back in, with all of its venues and members that `others` has.
    fileprivate mutating func keep(_ index: Int, of instance: Instance, _ others: Survivors) {
        guard others.placements[index] else { return }
        placements[index] = true
        let it = instance.placements[index]
        for at in instance.venues(it) { venues[at] = others.venues[at] }
        for at in instance.candidates(it) { members[at] = others.members[at] }
    }
}

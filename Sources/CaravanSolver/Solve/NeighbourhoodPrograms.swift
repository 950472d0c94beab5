import CaravanCore
import GLPK

/// Improves the best plan by integer programs over a part of the week: some requests are free, all others stay as they
/// are (large neighbourhood search by sub-programs; Danna, Rothberg and Le Pape 2005). What reduced-cost fixing ruled out
/// stays out.
struct NeighbourhoodPrograms {
    /// By what the free requests belong together; or, as a restricted master, all requests with what good plans do; or
    /// those around a session that is not as the baseline has it.
    private enum Kind: Int, CaseIterable {
        case place, date, fund, random, pool, change
    }

    let board: Board
    private var random: RandomStream
    /// Columns that a program may have; adapts to what GLPK finishes.
    private var columns: Double
    /// Good plans whose sessions go into a restricted master; adapts likewise.
    private var elites: Int
    private var reward = [Double](repeating: 1, count: Kind.allCases.count)
    private let parameters: ProgramParameters

    init(_ board: Board) {
        self.board = board
        parameters = board.parameters.tuning.programs
        (columns, elites) = (Double(parameters.firstColumns), parameters.firstElites)
        random = RandomStream(seed: board.parameters.seed ^ 0x5EED)
    }

    /// Solves one program around a plan, with what survives of the week.
    /// - Returns: A better plan, if there is one.
    mutating func improve(
        _ incumbent: Incumbent, _ survivors: Survivors, _ budget: inout Budget, _ view: any BoardView
    ) -> Incumbent? {
        let (instance, limit) = (board.instance, budget.slice(columns: Int(columns)))
        let (kind, program) = program(around: incumbent, survivors, view.elites, limit)
        let result = try? program.solve { plan, _ in
            guard view.isLive, let plan else { return }
            view.offer(Schedule(instance, translating: plan), by: .neighbourhoodPrograms)
        }
        adapt(kind, result)
        let pivots = result?.iterations ?? limit.iterations
        budget.spend(StepCosts.program(pivots: pivots, columns: IntegerProgram.size(of: program.instance)))
        guard let plan = result?.best.map({ Schedule(instance, translating: $0) }) else { return nil }
        view.offer(plan, by: .neighbourhoodPrograms)
        return Incumbent(assignments: plan.assignments, objective: plan.objective, serial: incumbent.serial)
    }

    private mutating func program(
        around incumbent: Incumbent, _ survivors: Survivors, _ elites: [[Assignment]], _ budget: ProgramBudget
    ) -> (Kind, IntegerProgram) {
        var kind = draw()
        if kind == .change && changed(in: incumbent).isEmpty { kind = .random }
        let master = kind == .pool ? master(of: survivors, elites) : nil
        if kind == .pool && master == nil { kind = .random }
        let part = master ?? part(of: survivors, around: incumbent, kind)
        let program = IntegerProgram(
            instance: part, budget: budget, cutoff: incumbent.objective - Tolerance.programGain,
            cancellation: board.cancellation, parameters: parameters)
        return (kind, program)
    }

    /// Learns from a program; nil: GLPK could not cope with it, which is no loss, since the next one is another and smaller.
    private mutating func adapt(_ kind: Kind, _ result: IntegerProgram.Result?) {
        let (found, complete) = (result?.best != nil, result?.isComplete ?? false)
        board.count("\(kind) programs", 1)
        if found { board.count("\(kind) gains", 1) }
        reward[kind.rawValue] += parameters.rewardFading * ((found ? 1 : 0) - reward[kind.rawValue])
        if kind == .pool {
            elites = complete ? min(elites + 2, parameters.mostElites) : max(parameters.leastElites, elites / 2)
            return
        }
        if !complete {
            columns = max(Double(parameters.leastColumns), columns * parameters.shrinking)
        } else if let result, result.share < parameters.quickShare {
            columns = min(Double(parameters.mostColumns), columns * parameters.growth)
        }
    }

    private mutating func draw() -> Kind {
        let kinds = board.instance.hasBaseline ? Kind.allCases : Kind.allCases.filter { $0 != .change }
        var left = random.unit() * kinds.reduce(0) { $0 + reward[$1.rawValue] + parameters.rewardFloor }
        for kind in kinds {
            left -= reward[kind.rawValue] + parameters.rewardFloor
            if left < 0 { return kind }
        }
        return .random
    }

    /// Requests closest to a random one, as many as the columns of a program allow.
    private mutating func freeRequests(
        _ kind: Kind, _ incumbent: Incumbent, _ survivors: Survivors
    ) -> Set<Int> {
        let instance = board.instance
        let candidates = instance.ofRequest.indices.filter { r in
            instance.tables.kept[r] == nil && instance.ofRequest[r].contains { survivors.placements[$0] }
        }
        guard !candidates.isEmpty else { return [] }
        var place = [Int](repeating: -1, count: instance.requestCount)
        for it in incumbent.assignments { place[Int(instance.placements[it.placement].request)] = it.placement }
        let seeds = kind == .change ? changed(in: incumbent) : candidates
        let seed = seeds[random.below(seeds.count)]
        let origin = place[seed] >= 0 ? place[seed] : instance.likeBaseline(seed) ?? instance.ofRequest[seed].lowerBound
        let noise = parameters.distanceNoise
        let keyed = candidates.map { r -> (Int, Double) in
            let at =
                place[r] >= 0 ? place[r] : instance.ofRequest[r].lowerBound + random.below(instance.ofRequest[r].count)
            return (r, distance(kind, origin, at) * (1 - noise + 2 * noise * random.unit()))
        }
        var free: Set<Int> = []
        var used = 0.0
        for (request, _) in keyed.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
            used += size(of: request, survivors)
            if used > columns && free.count > 1 { break }
            // A chain of `after` moves as a whole, or its head could not move at all.
            free.formUnion([request] + instance.tables.predecessors[request] + instance.tables.successors[request])
        }
        return free
    }

    private func distance(_ kind: Kind, _ a: Int, _ b: Int) -> Double {
        let instance = board.instance
        let (p, q) = (instance.placements[a], instance.placements[b])
        let minutes = Double(instance.tables.minutes(from: Int(p.township), to: Int(q.township))) + 10
        switch kind {
        case .place: return minutes
        case .date: return minutes * (p.date == q.date ? 1 : 20)
        case .fund: return instance.tables.fund[Int(p.request)] == instance.tables.fund[Int(q.request)] ? 1 : 20
        case .change: return minutes * (p.date == q.date ? 1 : 3)
        case .random, .pool: return 1
        }
    }

    /// Requests that the baseline holds and whose session is another now.
    private func changed(in incumbent: Incumbent) -> [Int] {
        board.instance.changedRequests(incumbent.assignments).filter { !board.instance.ofRequest[$0].isEmpty }
    }

    private func size(of request: Int, _ survivors: Survivors) -> Double {
        var columns = 1.0
        for index in board.instance.ofRequest[request] where survivors.placements[index] {
            let it = board.instance.placements[index]
            for at in board.instance.venues(it) where survivors.venues[at] { columns += 1 }
            for need in board.instance.tables.needCounts[request].indices {
                for at in board.instance.candidates(it, need: need) where survivors.members[at] { columns += 1.5 }
            }
        }
        return columns
    }

    /// All requests with what survives of the sessions of the latest good plans; nil where even two plans make a program
    /// that is too large, since building it could not be stopped within a second.
    private mutating func master(of survivors: Survivors, _ plans: [[Assignment]]) -> Instance? {
        let instance = board.instance
        while elites >= 2 {
            let master = Instance(instance, keeping: survivors.restricted(to: plans.suffix(elites), of: instance))
            if IntegerProgram.size(of: master) <= parameters.columnLimit { return master }
            elites /= 2
        }
        return nil
    }

    /// Some free requests with what survives, the others just as they are in the plan.
    private mutating func part(of survivors: Survivors, around incumbent: Incumbent, _ kind: Kind) -> Instance {
        let free = freeRequests(kind, incumbent, survivors)
        let instance = board.instance
        var part = survivors
        for index in instance.placements.indices where !free.contains(Int(instance.placements[index].request)) {
            part.placements[index] = false
        }
        for it in incumbent.assignments {
            let placement = instance.placements[it.placement]
            let request = Int(placement.request)
            guard !free.contains(request) else { continue }
            part.placements[it.placement] = true
            part.mustHold[request] = true
            for at in instance.venues(placement) {
                part.venues[at] = Int(instance.venueCandidates[at].venue) == it.venue
            }
            for need in instance.tables.needCounts[request].indices {
                for at in instance.candidates(placement, need: need) {
                    part.members[at] = it.crew.contains(instance.memberCandidates[at].member)
                }
            }
        }
        for request in 0..<instance.requestCount where !free.contains(request) && !instance.mustHold[request] {
            part.mustHold[request] = instance.ofRequest[request].contains { part.placements[$0] }
        }
        return Instance(instance, keeping: part)
    }
}

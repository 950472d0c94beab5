/// Rows of H5 (one session a slot) and H6 (time to travel) for one member and date.
///
/// Jobs are pairs of a township and a span; two jobs exclude each other if they share a slot or are too far apart for the
/// time between. Pairs that are too far apart are covered by maximal cliques of that graph, grown greedily: fewer and
/// stronger rows than one a pair (clique inequalities: Padberg, Mathematical Programming 5, 1973).
extension FormulationBuilder {
    mutating func addConflictRows(member: Int, date: Int, _ occupants: [Occupant]) {
        let graph = JobConflicts(occupants, in: instance)
        let far = graph.travelCliques()
        for (number, jobs) in far.enumerated() {
            add(clique: jobs.members.flatMap { graph.occupants[$0] }) {
                $0.row("travel", $0.member(member), $0.date(date), $0.number(number))
            }
        }
        for clique in slotCliques(occupants) where !isOneRequest(clique) {
            let jobs = graph.jobs(of: clique)
            if far.contains(where: { jobs.isSubset(of: $0) }) { continue }
            add(clique: clique) { $0.row("slot", $0.member(member), $0.lastCommonSlot(clique)) }
        }
    }
}

/// The jobs of one member on one date, and which exclude each other.
struct JobConflicts {
    private struct Job: Hashable {
        let township: Int32
        let start: Int32
        let end: Int32
    }

    /// The columns of each job.
    let occupants: [[Occupant]]
    private let numbers: [Job: Int]
    /// Neighbours of each job: jobs that exclude it.
    private let excluded: [JobSet]
    /// Neighbours that are too far away, but share no slot.
    private let tooFar: [JobSet]

    init(_ all: [Occupant], in instance: Instance) {
        var numbers: [Job: Int] = [:]
        var jobs: [Job] = []
        var occupants: [[Occupant]] = []
        for occupant in all {
            let job = Job(township: occupant.township, start: occupant.start, end: occupant.end)
            if let known = numbers[job] {
                occupants[known].append(occupant)
                continue
            }
            numbers[job] = jobs.count
            jobs.append(job)
            occupants.append([occupant])
        }
        var excluded = [JobSet](repeating: JobSet(below: jobs.count), count: jobs.count)
        var tooFar = excluded
        for (i, a) in jobs.enumerated() {
            for (j, b) in jobs.enumerated().dropFirst(i + 1) {
                let overlap = a.start < b.end && b.start < a.end
                if !overlap && !Self.isTooFar(a, b, instance) { continue }
                excluded[i].insert(j)
                excluded[j].insert(i)
                if overlap { continue }
                tooFar[i].insert(j)
                tooFar[j].insert(i)
            }
        }
        (self.numbers, self.occupants, self.excluded, self.tooFar) = (numbers, occupants, excluded, tooFar)
    }

    /// H6: whether the time between two jobs that share no slot is too short for the way.
    private static func isTooFar(_ a: Job, _ b: Job, _ instance: Instance) -> Bool {
        if a.township == b.township { return false }
        let (earlier, later) = a.start < b.start ? (a, b) : (b, a)
        let gap = instance.tables.begin[Int(later.start)] - instance.tables.end[Int(earlier.end) - 1]
        return instance.tables.minutes(from: Int(a.township), to: Int(b.township)) > gap
    }

    /// The jobs of some of the columns.
    func jobs(of some: [Occupant]) -> JobSet {
        var jobs = JobSet(below: occupants.count)
        for it in some {
            if let job = numbers[Job(township: it.township, start: it.start, end: it.end)] { jobs.insert(job) }
        }
        return jobs
    }

    /// Maximal cliques that together hold every pair of jobs that are too far apart.
    func travelCliques() -> [JobSet] {
        var open = tooFar
        var cliques: [JobSet] = []
        for job in open.indices {
            while let other = open[job].first {
                let clique = grow(from: job, other, open)
                for member in clique.members { open[member].subtract(clique) }
                cliques.append(clique)
            }
        }
        return cliques
    }

    /// Grows a pair to a maximal clique, preferring jobs that are part of many pairs still open, then of many pairs.
    private func grow(from job: Int, _ other: Int, _ open: [JobSet]) -> JobSet {
        var clique = JobSet(below: occupants.count)
        clique.insert(job)
        clique.insert(other)
        var candidates = excluded[job]
        candidates.formIntersection(excluded[other])
        while !candidates.isEmpty {
            var best = (job: -1, open: -1, kept: -1)
            for next in candidates.members {
                let gain = open[next].countCommon(clique)
                let kept = excluded[next].countCommon(candidates)
                if (gain, kept) > (best.open, best.kept) { best = (next, gain, kept) }
            }
            clique.insert(best.job)
            candidates.formIntersection(excluded[best.job])
        }
        return clique
    }
}

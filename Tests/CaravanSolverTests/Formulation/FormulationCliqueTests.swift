import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Cliques of the plain integer program")
struct FormulationCliqueTests {
    @Test("slot cliques are the maximal sets of intervals that share a slot")
    func maximalSlots() {
        var generator = SeededGenerator(for: "slot cliques")
        for _ in 0..<300 {
            let occupants = (0..<1 + generator.index(below: 12)).map { number in
                occupant(number, start: generator.index(below: 8), length: 1 + generator.index(below: 3))
            }
            let sets = (0..<12).map { slot in
                Set(occupants.filter { $0.start <= slot && slot < $0.end }.map(\.column))
            }.filter { !$0.isEmpty }
            let maximal = Set(sets.filter { set in !sets.contains { $0.isStrictSuperset(of: set) } })
            let found = slotCliques(occupants).map { Set($0.map(\.column)) }
            #expect(Set(found) == maximal)
            #expect(found.count == maximal.count, "no clique twice")
        }
    }

    private func occupant(_ column: Int, start: Int, length: Int) -> Occupant {
        Occupant(
            column: column,
            placement: Placement(
                request: Int32(column), township: 0, start: Int32(start), end: Int32(start + length), date: 0,
                firstVenue: 0, endVenue: 0, firstNeed: 0, firstHit: 0, endHit: 0, uses: 0, cost: 0))
    }

    @Test("travel cliques hold only jobs that exclude each other, and every pair that is too far apart")
    func travel() throws {
        var weeks = SmallWeek(SeededGenerator(for: "travel cliques"))
        var pairs = 0
        for _ in 0..<60 {
            guard case .object(var document) = weeks.document() else { continue }
            // More slots a date than its requests name: cliques of three and more jobs.
            document["slots"] = [
                ["id": "am", "start": "09:00", "end": "11:30"], ["id": "pm", "start": "13:00", "end": "15:00"],
                ["id": "eve", "start": "16:10", "end": "18:00"], ["id": "late", "start": "19:00", "end": "20:00"],
            ]
            let week = try Week(document: .object(document))
            guard let instance = try? Instance(week: week) else { continue }
            let builder = FormulationBuilder(instance, named: false)
            for occupants in builder.duties {
                for (_, today) in builder.byDate(occupants) { pairs += check(today, instance) }
            }
        }
        #expect(pairs > 100)
    }

    /// Checks the cliques of one member's date; returns how many pairs are too far apart.
    private func check(_ today: [Occupant], _ instance: Instance) -> Int {
        let graph = JobConflicts(today, in: instance)
        let cliques = graph.travelCliques()
        let jobs = graph.occupants.map { $0[0] }
        var pairs = 0
        for i in jobs.indices {
            for j in jobs.indices where j > i {
                let compatible = instance.week.compatible(
                    Int(jobs[i].start)..<Int(jobs[i].end), at: Int(jobs[i].township),
                    Int(jobs[j].start)..<Int(jobs[j].end), at: Int(jobs[j].township))
                let overlap = jobs[i].start < jobs[j].end && jobs[j].start < jobs[i].end
                let together = cliques.contains { [i, j].allSatisfy($0.members.contains) }
                #expect(!together || !compatible)
                if compatible || overlap { continue }
                pairs += 1
                #expect(together)
            }
        }
        return pairs
    }
}

@Suite("Covers of funds")
struct FundCoverTests {
    @Test("no cut forbids requests that a fund can pay for together")
    func validity() throws {
        var generator = SeededGenerator(for: "fund covers")
        var cuts = 0
        for _ in 0..<150 {
            let (instance, charges) = try knapsack(&generator)
            let covers = FundCovers(instance, charges)
            var all = covers.rounded()
            for _ in 0..<8 {
                all += covers.violated(held: charges.least.map { _ in .random(in: 0...1, using: &generator) })
            }
            cuts += all.count
            let limit = instance.fundLimit[0]
            for chosen in 0..<(1 << charges.least.count) {
                let held = charges.least.indices.map { Double(chosen >> $0 & 1) }
                guard zip(held, charges.least).reduce(0, { $0 + $1.0 * $1.1 }) <= limit else { continue }
                for cut in all { #expect(cut.violation(held) <= 1e-9, "\(charges.least) within \(limit): \(cut)") }
            }
        }
        #expect(cuts > 300)
    }

    @Test("a point that pays for parts of requests is cut off")
    func separation() throws {
        var generator = SeededGenerator(seed: 1)
        let (instance, charges) = try knapsack(&generator, costs: [600, 500, 400], limit: 1000)
        let covers = FundCovers(instance, charges)
        let cuts = covers.violated(held: [1, 0.8, 0])
        #expect(!cuts.isEmpty)
        #expect(covers.violated(held: [1, 0, 1]).isEmpty)
    }

    /// A week whose requests need nobody, so that each charges its cost.
    private func knapsack(
        _ generator: inout SeededGenerator, costs: [Int]? = nil, limit: Int? = nil
    ) throws -> (Instance, RequestCharges) {
        let costs = costs ?? (0..<2 + generator.index(below: 8)).map { _ in 1 + generator.index(below: 40) }
        let limit = limit ?? max(1, costs.reduce(0, +) * (1 + generator.index(below: 9)) / 10)
        let week: JSON = [
            "format": "caravan-week/1", "id": "k", "start": "2025-05-24", "days": 1, "timezone": "Asia/Shanghai",
            "slots": [["id": "am", "start": "09:00", "end": "11:30"]], "audiences": ["youth"],
            "funds": [["id": "f", "limit": .int(limit)]],
            "travel": ["fund": "f", "speedKmh": 40, "roadFactor": 1.3, "bufferMinutes": 10, "costPerKm": 1],
            "townships": [["id": "t", "county": "c", "lat": 35, "lon": 112, "population": [:]]],
            "venues": [
                [
                    "id": "v", "township": "t", "kind": "hall", "capacity": 100, "equipment": [], "closed": [],
                    "cost": 0,
                ]
            ],
            "requests": .array(
                costs.enumerated().map { number, cost in
                    [
                        "id": .string("r\(number)"), "fund": "f", "audience": "youth", "topic": "ai",
                        "format": "lecture", "townships": ["t"], "attendance": 10, "duration": 1, "needs": [],
                        "value": 10, "cost": .int(cost),
                    ]
                }),
        ]
        let instance = try Instance(week: Week(document: week))
        return (instance, RequestCharges(instance))
    }
}

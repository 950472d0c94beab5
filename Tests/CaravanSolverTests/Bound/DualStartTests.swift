import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Duals carried to another week")
struct DualStartTests {
    @Test("the same week has the same bound in the first round, in both phases, and after a way through bytes")
    func sameWeek() throws {
        var weeks = SmallWeek(SeededGenerator(for: "duals of the same week"))
        for it in try SolvedSmallWeek.some(15, &weeks) {
            let finished = Self.finished(it.instance, it.objective)
            let duals = try #require(DualStart(encoded: finished.ascent.duals.encoded))
            #expect(duals == finished.ascent.duals)
            var again = LagrangianAscent(it.instance, from: duals)
            let slack = 1e-5 * max(1, it.objective)
            _ = again.step(towards: it.objective)
            #expect(abs(again.bestBound - finished.priced) <= slack, "\(it.instance.week.document.text)")
            again.keepFunds()
            _ = again.step(towards: it.objective)
            #expect(abs(again.bestBound - finished.ascent.bestBound) <= slack, "\(it.instance.week.document.text)")
        }
    }

    @Test("in an edited week every bound from carried duals is below the best plan")
    func editedWeek() throws {
        var weeks = SmallWeek(SeededGenerator(for: "duals of edited weeks"))
        var tried = 0
        for it in try SolvedSmallWeek.some(25, &weeks) {
            let duals = Self.finished(it.instance, it.objective).ascent.duals
            for _ in 0..<4 {
                let edits = Self.edits(it.instance.week, &weeks.generator)
                guard let document = try? WeekEdits.apply(edits, to: it.instance.week.document),
                    let week = try? Week(document: document), let edited = try? Instance(week: week)
                else { continue }
                let all = EveryPlan(week)
                guard all.count <= 5_000, let best = all.best() else { continue }
                tried += 1
                var ascent = LagrangianAscent(edited, from: duals)
                for phase in 0..<2 {
                    if phase == 1 { ascent.keepFunds() }
                    for _ in 0..<30 { _ = ascent.step(towards: best.objective) }
                    let slack = 1e-6 * max(1, best.objective)
                    #expect(ascent.bestBound <= best.objective + slack, "\(edits.text) of \(week.document.text)")
                }
            }
        }
        #expect(tried >= 20)
    }

    @Test("a week with one expert fewer has most of its bound after five rounds")
    func soon() throws {
        var crowded = CrowdedWeek(seed: 3)
        let week = try crowded.week()
        let finished = Self.finished(try Instance(week: week), 4_000, rounds: 600)
        let edits: JSON = [["op": "away", "member": .string(week.members[0].id)]]
        let edited = try Instance(week: Week(document: WeekEdits.apply(edits, to: week.document)))
        func ascend(from duals: DualStart?, rounds: Int, rounds kept: Int) -> Double {
            var ascent = LagrangianAscent(edited, from: duals)
            for _ in 0..<rounds { _ = ascent.step(towards: 4_000) }
            ascent.keepFunds()
            for _ in 0..<kept { _ = ascent.step(towards: 4_000) }
            return ascent.bestBound
        }
        let long = ascend(from: nil, rounds: 600, rounds: 300)
        let short = ascend(from: finished.ascent.duals, rounds: 5, rounds: 5)
        #expect(short > long - 0.01 * long, "\(short) after 10 rounds, \(long) after 900")
        #expect(short > ascend(from: nil, rounds: 5, rounds: 5))
    }

    @Test("a larger fund takes no cover cut over whose proof rests on the old limit")
    func coversOfLargerFunds() throws {
        var crowded = CrowdedWeek(seed: 7)
        let week = try crowded.week()
        let duals = Self.finished(try Instance(week: week), 4_000, rounds: 300).ascent.duals
        #expect(!duals.covers.isEmpty)
        for (factor, keeps) in [(0.9, true), (1.0, true), (1.01, false)] {
            let edits = JSON.array(
                week.funds.map { ["op": "limit", "fund": .string($0.id), "factor": .number(factor)] })
            let edited = try Instance(week: Week(document: WeekEdits.apply(edits, to: week.document)))
            let carrier = DualCarrier(duals, to: edited, leastCharges: RequestCharges(edited).least)
            #expect(carrier.covers.allSatisfy { ($0 != nil) == keeps })
        }
    }

    @Test("damaged bytes are refused")
    func damage() throws {
        var crowded = CrowdedWeek(seed: 2)
        let instance = try Instance(week: try crowded.week())
        let bytes = Self.finished(instance, 4_000, rounds: 60).ascent.duals.encoded
        #expect(DualStart(encoded: bytes) != nil)
        #expect(DualStart(encoded: []) == nil)
        var random = SeededGenerator(for: "damaged duals")
        for _ in 0..<50 {
            var damaged = bytes
            damaged[random.index(below: damaged.count)] ^= UInt8(1 << random.index(below: 8))
            #expect(DualStart(encoded: damaged) == nil)
            #expect(DualStart(encoded: Array(bytes.prefix(random.index(below: bytes.count)))) == nil)
        }
    }

    /// An ascent through both phases, and the bound after the first one.
    private static func finished(
        _ instance: Instance, _ objective: Double, rounds: Int = 200
    ) -> (ascent: LagrangianAscent, priced: Double) {
        var ascent = LagrangianAscent(instance)
        for _ in 0..<rounds where !ascent.hasConverged { _ = ascent.step(towards: objective) }
        let priced = ascent.bestBound
        ascent.keepFunds()
        for _ in 0..<rounds / 2 where !ascent.hasConverged { _ = ascent.step(towards: objective) }
        return (ascent, priced)
    }

    /// One to three random edits of a small week.
    private static func edits(_ week: Week, _ random: inout SeededGenerator) -> JSON {
        func pick(_ names: [String], _ random: inout SeededGenerator) -> JSON {
            .string(names[random.index(below: names.count)])
        }
        return .array(
            (0...random.index(below: 3)).map { number in
                switch random.index(below: 6) {
                case 0: return ["op": "away", "member": pick(week.members.map(\.id), &random)]
                case 1: return ["op": "close", "venue": pick(week.venues.map(\.id), &random), "slots": []]
                case 2:
                    let factor = JSON.number(Double.random(in: 0.4...1.6, using: &random))
                    return ["op": "limit", "fund": pick(week.funds.map(\.id), &random), "factor": factor]
                case 3: return ["op": "withdraw", "request": pick(week.requests.map(\.id), &random)]
                case 4:
                    let model = week.document["venues"]?.array?.randomElement(using: &random)?.object
                    var venue = model ?? JSONObject()
                    venue["id"] = .string("new\(number)")
                    return ["op": "add", "kind": "venue", "value": .object(venue)]
                default:
                    let change: JSON = ["fee": .int(random.index(below: 200)), "maxPerDay": 2]
                    return ["op": "change", "kind": "expert", "id": "e1", "set": change]
                }
            })
    }
}

import CaravanCore
import CaravanLanguage
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Contradictions")
    struct ContradictionTests {
        @Test("two pins of one request against each other are named, others are not")
        func samePinTwice() async throws {
            var sample = SampleWeek()
            sample.requests = ["r1", "r2"].map { SampleWeek.request($0) }
            sample.pins = [
                ["request": "r2"], ["request": "r1", "start": "2025-05-24.am"],
                ["request": "r1", "start": "2025-05-24.pm"],
            ]
            let named = try await contradiction(try sample.week())
            #expect(named.count == 2 && named.allSatisfy { $0.element == "pin r1" }, "\(named)")
        }

        @Test("pins that want the same expert, venue or audience at once are named together, and only they")
        func sameSlot() async throws {
            var sample = SampleWeek()
            sample.requests = (1...4).map { SampleWeek.request("r\($0)", ["audience": $0 == 2 ? "elderly" : "youth"]) }
            sample.pins = [
                ["request": "r4"], ["request": "r1", "start": "2025-05-24.am", "venue": "v1"],
                ["request": "r2", "start": "2025-05-24.am", "venue": "v1"],
                ["request": "r3", "start": "2025-05-25.pm"],
            ]
            expect(try await contradiction(try sample.week()), ["pin r1", "pin r2"])
            sample.pins = [
                ["request": "r4"], ["request": "r1", "start": "2025-05-24.am"],
                ["request": "r3", "start": "2025-05-24.am"],
            ]
            expect(try await contradiction(try sample.week()), ["pin r1", "pin r3"])
            sample.pins = [
                ["request": "r1", "start": "2025-05-24.am", "crew": ["e1"]], ["request": "r3"],
                ["request": "r2", "start": "2025-05-24.am", "crew": ["e1"]],
            ]
            expect(try await contradiction(try sample.week()), ["pin r1", "pin r2"])
        }

        @Test("a fund too small for the pins is named with them")
        func fund() async throws {
            var sample = SampleWeek()
            sample.requests = (1...3).map { SampleWeek.request("r\($0)", ["fund": $0 == 3 ? "travel" : "science"]) }
            sample.funds = [["id": "science", "limit": 2100], ["id": "travel", "limit": 5000]]
            sample.pins = ["r1", "r2", "r3"].map { ["request": .string($0)] }
            let named = try await contradiction(try sample.week())
            expect(named, ["fund science", "pin r1", "pin r2"])
        }

        @Test("a fund of nothing for trips is named with the pin that needs one")
        func travelFund() async throws {
            var sample = SampleWeek()
            sample.requests = [SampleWeek.request("r1", ["townships": ["south"]]), SampleWeek.request("r2")]
            sample.venues.append(SampleWeek.venue("s1", "south"))
            sample.funds = [["id": "science", "limit": 5000], ["id": "travel", "limit": 0]]
            sample.pins = [["request": "r2"], ["request": "r1"]]
            expect(try await contradiction(try sample.week()), ["fund travel", "pin r1"])
        }

        @Test("a hard cap is named with the pins that exceed it; a soft one is not in the way")
        func hardCap() async throws {
            var sample = SampleWeek()
            sample.requests = (1...3).map { SampleWeek.request("r\($0)", ["audience": $0 == 2 ? "elderly" : "youth"]) }
            let cap: JSON = ["id": "calm", "per": ["date"], "measure": "attendance", "atMost": 60]
            sample.caps = [cap, ["id": "wide", "per": [], "measure": "sessions", "atMost": 3]]
            sample.pins = [
                ["request": "r1", "start": "2025-05-24.am"], ["request": "r2", "start": "2025-05-24.pm"],
                ["request": "r3", "start": "2025-05-25.pm"],
            ]
            expect(try await contradiction(try sample.week()), ["cap calm", "pin r1", "pin r2"])
            guard var soft = cap.object else { return }
            soft["weight"] = 3
            sample.caps = [.object(soft)]
            #expect(try await contradiction(try sample.week()) == [])
        }

        @Test("a pinned request that nothing can hold is named")
        func noOption() async throws {
            var sample = SampleWeek()
            sample.requests = [SampleWeek.request("r1", ["attendance": 5_000]), SampleWeek.request("r2")]
            sample.pins = [["request": "r2"], ["request": "r1"]]
            expect(try await contradiction(try sample.week()), ["pin r1"])
        }

        @Test("a pinned request that waits for itself through others is named")
        func cycle() async throws {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1", ["after": ["r2"]]), SampleWeek.request("r2", ["after": ["r1"]]),
                SampleWeek.request("r3"),
            ]
            #expect(try await contradiction(try sample.week()) == [], "unpinned it is just not held")
            sample.pins = [["request": "r3"], ["request": "r1"]]
            let named = try await contradiction(try sample.week())
            #expect(named.contains { $0.element == "pin r1" }, "\(named)")
            #expect(!named.contains { $0.id == "r3" }, "\(named)")
        }

        @Test("pins that leave no time between a request and what it waits for are both named")
        func order() async throws {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1"), SampleWeek.request("r2", ["after": ["r1"], "audience": "elderly"]),
                SampleWeek.request("r3"),
            ]
            sample.pins = [
                ["request": "r3"], ["request": "r1", "start": "2025-05-25.am"],
                ["request": "r2", "start": "2025-05-24.pm"],
            ]
            expect(try await contradiction(try sample.week()), ["pin r1", "pin r2"])
        }

        @Test("a pin is not named for what a request waits for in vain without it")
        func orderThroughOthers() async throws {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1"), SampleWeek.request("r2", ["after": ["r1"]]),
                SampleWeek.request("r3", ["after": ["r2"]]), SampleWeek.request("r4", ["after": ["r3"]]),
            ]
            sample.pins = [["request": "r2"], ["request": "r1", "start": "2025-05-24.pm"], ["request": "r4"]]
            expect(try await contradiction(try sample.week()), ["pin r1", "pin r4"])
        }

        @Test("a pinned request is named with the fund though it waits for one that is pinned late")
        func fundAndOrder() async throws {
            var sample = SampleWeek()
            sample.funds = [["id": "science", "limit": 1500], ["id": "travel", "limit": 5000]]
            sample.requests = [SampleWeek.request("r1"), SampleWeek.request("r2", ["after": ["r1"]])]
            sample.pins = [["request": "r1", "start": "2025-05-24.pm"], ["request": "r2"]]
            expect(try await contradiction(try sample.week()), ["fund science", "pin r2"])
        }

        @Test("frozen sessions that a cut fund no longer pays for are named with it")
        func cutFund() async throws {
            var sample = SampleWeek()
            sample.requests = (1...3).map { SampleWeek.request("r\($0)", ["audience": $0 == 2 ? "elderly" : "youth"]) }
            sample.funds = [["id": "science", "limit": 2100], ["id": "travel", "limit": 5000]]
            let baseline = Plan(
                week: "sample",
                sessions: [
                    session("r1", "2025-05-24.am", "v1", ["e1"]), session("r2", "2025-05-24.am", "v2", ["e2"]),
                    session("r3", "2025-05-25.am", "v1", ["e1"]),
                ])
            let week = try sample.week()
            let parameters = SolveParameters(limit: 30, baseline: baseline, freeze: "2025-05-24.pm")
            let expected = ["frozen r1", "frozen r2", "fund science"]
            expect(try await contradiction(week, parameters), expected)
            var thawed = parameters
            thawed.freeze = nil
            #expect(try await contradiction(week, thawed) == [])
        }

        @Test("a pin against a frozen session is named with it")
        func pinAgainstFrozen() async throws {
            var sample = SampleWeek()
            sample.requests = ["r1", "r2"].map { SampleWeek.request($0) }
            sample.pins = [["request": "r2"], ["request": "r1", "start": "2025-05-25.pm"]]
            let baseline = Plan(week: "sample", sessions: [session("r1", "2025-05-24.am", "v1", ["e1"])])
            let parameters = SolveParameters(limit: 30, baseline: baseline, freeze: "2025-05-24.pm")
            expect(try await contradiction(try sample.week(), parameters), ["frozen r1", "pin r1"])
        }

        @Test("a pin before the freeze point is named")
        func pinBeforeFreeze() async throws {
            var sample = SampleWeek()
            sample.requests = ["r1", "r2"].map { SampleWeek.request($0) }
            sample.pins = [["request": "r2"], ["request": "r1", "start": "2025-05-24.am"]]
            let parameters = SolveParameters(
                limit: 30, baseline: Plan(week: "sample", sessions: []), freeze: "2025-05-24.pm")
            expect(try await contradiction(try sample.week(), parameters), ["pin r1"])
        }

        @Test("a freeze point that the week lacks is refused")
        func unknownFreeze() async throws {
            await #expect(throws: SolveError.unknownFreezePoint("2031-01-01.am")) {
                _ = try await solve(try SampleWeek().week(), SolveParameters(freeze: "2031-01-01.am"))
            }
        }

        @Test("what is named contradicts itself, and none of it is there for nothing")
        func smallestSet() async throws {
            var weeks = PinnedWeeks(SeededGenerator(for: "smallest contradictions"))
            var found = 0
            for _ in 0..<60 where found < 12 {
                let week = try weeks.week()
                guard week.pins.count > 1, EveryPlan(week).count <= 2_000 else { continue }
                let named = try await contradiction(week)
                if named.isEmpty { continue }
                found += 1
                let core = Core(named, of: week)
                #expect(try core.isContradictory(core.elements), "\(named) of \(week.document.text)")
                for element in core.elements {
                    #expect(try core.needs(element), "\(element) in \(named) of \(week.document.text)")
                }
            }
            #expect(found >= 5)
        }

        private func expect(
            _ named: [Contradiction], _ expected: [String], _ location: SourceLocation = #_sourceLocation
        ) {
            #expect(named.map(\.element).sorted() == expected.sorted(), "\(named)", sourceLocation: location)
        }
    }
}

extension Contradiction {
    /// What it is with its identifier, such as `pin r1`.
    fileprivate var element: String { "\(kind) \(id)" }
}

/// The named part of a contradiction, as a week in which only that is demanded.
private struct Core {
    let elements: [String]
    private let week: Week
    /// Whether all that is named is one contradiction.
    private let isOne: Bool

    init(_ named: [Contradiction], of week: Week) {
        self.week = week
        isOne = !named.contains { $0.details["code"] != nil || $0.kind == .awaited }
        // That a request is waited for is said besides; it demands nothing itself.
        elements = Set(named.filter { $0.kind != .awaited }.map(\.element)).sorted()
    }

    /// Whether there is no plan, though only these are demanded.
    func isContradictory(_ elements: [String]) throws -> Bool { try EveryPlan(week(with: Set(elements))).best() == nil }

    /// Whether an element takes part in a smallest contradiction. Where pins have no placement, several contradictions
    /// are named at once; otherwise all that is named makes up one.
    func needs(_ element: String) throws -> Bool {
        let others = elements.filter { $0 != element }
        if isOne { return try !isContradictory(others) }
        for bits in 0..<1 << others.count {
            let some = others.indices.filter { bits >> $0 & 1 == 1 }.map { others[$0] }
            if try !isContradictory(some), try isContradictory(some + [element]) { return true }
        }
        return false
    }

    /// The week with these pins, fund limits and hard caps alone.
    private func week(with kept: Set<String>) throws -> Week {
        guard var object = week.document.object else { return week }
        func only(_ key: String, where isKept: (JSON) -> Bool) -> JSON {
            .array((object[key]?.array ?? []).filter(isKept))
        }
        object["pins"] = only("pins") { kept.contains("pin \($0["request"]?.string ?? "")") }
        object["caps"] = only("caps") { $0["weight"] != nil || kept.contains("cap \($0["id"]?.string ?? "")") }
        object["funds"] = .array(
            (object["funds"]?.array ?? []).map { fund in
                let id = fund["id"]?.string ?? ""
                return kept.contains("fund \(id)") ? fund : ["id": .string(id), "limit": 1e9]
            })
        return try Week(document: .object(object))
    }
}

import CaravanCore
import Testing

@Suite("Targets and caps")
struct CoverageRuleTests {
    private func rule(_ per: JSON, where clauses: JSON? = nil, scaled: Bool = false) throws -> (Week, CoverageRule) {
        var target: JSON = [
            "id": "t", "per": per, "measure": "attendance", "atLeast": 3, "weight": 2, "scaled": .bool(scaled),
        ]
        if let clauses { target = BrokenOnPurpose.changing(target, ["where"], clauses) }
        let week = try HandWeek.week(("targets", [target]))
        return (week, week.targets[0])
    }

    @Test("There is a group for each combination of values")
    func groups() throws {
        let (week, rule) = try rule(["township", "audience"])
        #expect(rule.groupCount == 6)
        #expect(week.names(of: 0, in: rule) == ["a", "youth"])
        #expect(week.names(of: 5, in: rule) == ["c", "elderly"])
        #expect(week.group(of: rule, request: 2, township: 1, start: 0) == 3)
        #expect(rule.amount(of: week.requests[0]) == 50)
    }

    @Test("No key makes one group of the whole week")
    func wholeWeek() throws {
        let (week, rule) = try rule([])
        #expect(rule.groupCount == 1)
        #expect(week.group(of: rule, request: 0, township: 0, start: 0) == 0)
    }

    @Test("A clause leaves sessions out, and groups of its own key")
    func clauses() throws {
        let (week, rule) = try rule(["township", "date"], where: ["township": ["c", "a"], "audience": ["youth"]])
        #expect(rule.groupCount == 4)
        #expect(week.names(of: 2, in: rule) == ["c", "2025-05-24"])
        #expect(week.group(of: rule, request: 0, township: 2, start: 3) == 3)
        #expect(week.group(of: rule, request: 0, township: 1, start: 3) == nil)
        #expect(week.group(of: rule, request: 2, township: 0, start: 0) == nil)
        let (_, nothing) = try self.rule(["county"], where: ["county": []])
        #expect(nothing.groupCount == 0)
        #expect(nothing.emptyShortfall == 0)
    }

    @Test("A fund that no request names makes no group")
    func funds() throws {
        let (week, rule) = try rule(["fund"])
        #expect(rule.groupCount == 1)
        #expect(week.names(of: 0, in: rule) == ["science"])
    }

    @Test("A scaled weight is per thousand people of the group's audience, of those in the clause, or of all")
    func scaled() throws {
        #expect(try rule(["township", "audience"], scaled: true).1.weight(of: 1) == 4)
        #expect(try rule(["township"], scaled: true).1.weight(of: 2) == 10)
        #expect(try rule(["township"], where: ["audience": ["elderly"]], scaled: true).1.weight(of: 2) == 2)
        #expect(try rule(["township"]).1.weight(of: 2) == 2)
    }

    @Test("The shortfall of a week without sessions is the sum over all groups")
    func emptyShortfall() throws {
        for (per, clauses) in [
            (["township", "audience"], nil), (["date", "township"], ["audience": ["youth"]]), (["township"], nil),
            (["audience", "date", "township"], ["township": ["a", "c"]]),
        ] as [(JSON, JSON?)] {
            for scaled in [false, true] {
                let (_, rule) = try rule(per, where: clauses, scaled: scaled)
                let sum = (0..<rule.groupCount).reduce(0) { $0 + (rule.weight(of: $1) ?? 0) * 3 }
                #expect((rule.emptyShortfall - sum).magnitude < 1e-9)
            }
        }
    }
}

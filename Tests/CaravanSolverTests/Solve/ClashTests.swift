import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("What contradicting pins cannot share")
    struct ClashTests {
        /// What a week's pins contradict each other by.
        private func contradictions(
            of sample: SampleWeek, baseline: Plan? = nil, freeze: String? = nil
        ) throws -> [Contradiction] {
            try Contradiction.find(in: try sample.week(), baseline: baseline, freeze: freeze, seconds: 60)
        }

        /// The clash among them, with remedies that were tried here once more.
        private func clash(
            of sample: SampleWeek, baseline: Plan? = nil, freeze: String? = nil
        ) throws -> Contradiction {
            let found = try contradictions(of: sample, baseline: baseline, freeze: freeze)
            let clash = try #require(found.first { $0.kind == .clash }, "\(found)")
            try expectHelpful(clash.remedies, sample, baseline, freeze)
            return clash
        }

        private func expectHelpful(
            _ remedies: [PinRemedy], _ sample: SampleWeek, _ baseline: Plan? = nil, _ freeze: String? = nil
        ) throws {
            #expect(!remedies.isEmpty)
            for remedy in remedies {
                let document = try WeekEdits.apply(.array(remedy.edits), to: try sample.week().document)
                let left = try Contradiction.find(
                    in: try Week(document: document), baseline: baseline, freeze: freeze, seconds: 60)
                #expect(left.isEmpty == remedy.isWhole, "\(remedy)")
            }
        }

        private func sample(_ pins: [JSON], _ change: (inout SampleWeek) -> Void = { _ in }) -> SampleWeek {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1", ["title": "讲座A"]),
                SampleWeek.request("r2", ["title": "讲座B", "audience": "elderly"]),
                SampleWeek.request("r3", ["title": "讲座C"]),
            ]
            sample.experts[0] = SampleWeek.expert("e1", ["name": "专家甲"])
            sample.pins = pins
            change(&sample)
            return sample
        }

        @Test("an expert pinned to two sessions at once is named, with slot, rule and titles, in both languages")
        func memberAtOnce() throws {
            let it = try clash(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am", "crew": ["e1"]], ["request": "r3"],
                    ["request": "r2", "start": "2025-05-24.am", "crew": ["e1"]],
                ]))
            #expect(it.rule == .H5)
            #expect(
                it.phrase.english
                    == "专家甲 (e1) is pinned to 2 sessions at 24 May, morning (09:00–11:00) and takes part in one at a time "
                    + "(H5): r1 (讲座A), r2 (讲座B)")
            #expect(it.phrase.chinese == "专家甲 (e1)在5月24日上午（09:00–11:00）被锁定到2个场次，同一时段只能参加一场（H5）：r1 (讲座A)、r2 (讲座B)")
            let record = it.record
            #expect(record["member"] == "e1" && record["slot"] == "2025-05-24.am")
            #expect(record["requests"] == ["r1", "r2"] && record["titles"] == ["讲座A", "讲座B"])
            #expect(it.remedies.contains { $0.edits == [["op": "unpin", "request": "r1"]] })
            #expect(it.remedies.contains { $0.text.english == "leave the crew of r1 (讲座A) open" })
        }

        @Test("the sentence names what clashes and what mends it, and no more")
        func sentence() throws {
            let found = try contradictions(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am", "crew": ["e1"]],
                    ["request": "r2", "start": "2025-05-24.am", "crew": ["e1"]],
                ]))
            #expect(found.map(\.kind) == [.clash, .pin, .pin])
            #expect(found.sentence.english.contains("讲座B). To mend it: leave the crew of r1 (讲座A) open or"))
            #expect(found.sentence.chinese.contains("讲座B)。可以：不再指定r1 (讲座A)的人员"))
            #expect(!found.sentence.english.contains("pin of r1;"))
        }

        @Test("a venue, an audience and the order of two requests are told apart")
        func otherPairs() throws {
            let venue = try clash(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am", "venue": "v1"],
                    ["request": "r2", "start": "2025-05-24.am", "venue": "v1"],
                ]))
            #expect(venue.rule == .H3 && venue.record["venue"] == "v1")
            let audience = try clash(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am"], ["request": "r3", "start": "2025-05-24.am"],
                ]))
            #expect(audience.rule == .H7 && audience.record["township"] == "north")
            #expect(audience.phrase.english.hasPrefix("the audience youth of North Town would have 2 sessions"))
        }

        @Test("a way too long between two sessions is named with its minutes")
        func travel() throws {
            let it = try clash(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am", "crew": ["e1"]],
                    ["request": "r2", "start": "2025-05-24.pm", "crew": ["e1"]],
                ]) { sample in
                    sample.venues.append(SampleWeek.venue("s1", "south"))
                    sample.requests[1] = SampleWeek.request("r2", ["title": "讲座B", "townships": ["south"]])
                })
            #expect(it.rule == .H6 && it.record["minutes"] == 90)
            #expect(
                it.phrase.english
                    == "专家甲 (e1) is in North Town until 11:00 on 24 May and cannot be in South Town, 90 minutes away, at "
                    + "12:00 (H6): r1 (讲座A), r2 (讲座B)")
        }

        @Test("a member pinned to more sessions than a day or the week allows is named with the number")
        func quotas() throws {
            let pins: [JSON] = [
                ["request": "r1", "start": "2025-05-24.am", "crew": ["e1"]],
                ["request": "r2", "start": "2025-05-24.pm", "crew": ["e1"]],
            ]
            let day = try clash(of: sample(pins) { $0.experts[0] = SampleWeek.expert("e1", ["maxPerDay": 1]) })
            #expect(
                day.rule == .H5 && day.record["date"] == "2025-05-24" && day.phrase.english.contains("at most 1 a day"))
            let week = try clash(of: sample(pins) { $0.experts[0] = SampleWeek.expert("e1", ["maxPerWeek": 1]) })
            #expect(week.rule == .H5 && week.phrase.english.contains("2 sessions of the week"))
        }

        @Test("what a fund lacks for the pins is named to the yuan, and raising it by that is enough")
        func fund() throws {
            let it = try clash(
                of: sample([["request": "r1"], ["request": "r2"], ["request": "r3"]]) {
                    $0.funds[0] = ["id": "science", "name": "科技经费", "limit": 3000]
                })
            #expect(it.rule == .H8 && it.record["missing"] == 300)
            #expect(it.phrase.english.hasPrefix("fund 科技经费 has 3000 yuan, and these sessions charge it 3300 or more"))
            #expect(it.remedies.first?.edits == [["op": "limit", "fund": "science", "limit": 3300]])
        }

        @Test("a hard cap is named with what it allows and what the pins come to")
        func cap() throws {
            let it = try clash(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am"], ["request": "r2", "start": "2025-05-24.pm"],
                ]) {
                    $0.caps = [["id": "calm", "per": ["date"], "measure": "sessions", "atMost": 1]]
                })
            #expect(it.rule == .H10 && it.record["measured"] == 2 && it.record["cap"] == "calm")
            #expect(it.remedies.first?.edits.first?["set"] == ["atMost": 2])
        }

        @Test("sessions for which venues or people run out together are named with what there is")
        func shortages() throws {
            let pins: [JSON] = ["r1", "r2", "r3"].map { ["request": .string($0), "start": "2025-05-24.am"] }
            let venues = try clash(
                of: sample(pins) { sample in
                    sample.requests[2] = SampleWeek.request("r3", ["townships": ["north"], "audience": "all"])
                    sample.requests = sample.requests.enumerated().map { number, it in
                        guard var object = it.object else { return it }
                        object["audience"] = .string(["youth", "elderly", "all"][number])
                        return .object(object)
                    }
                    sample.audiences = ["youth", "elderly", "all"]
                    sample.experts.append(SampleWeek.expert("e3"))
                })
            #expect(venues.rule == .H3 && venues.phrase.english.contains("3 sessions and only 2 venues"))
            let people = try clash(
                of: sample(Array(pins.prefix(2))) { $0.experts = [SampleWeek.expert("e1", ["name": "专家甲"])] })
            #expect(people.rule == .H5 && people.phrase.english.hasPrefix("专家甲 (e1) is needed in 2 sessions"))
        }

        @Test("a session that is kept before the freeze point clashes by the same words")
        func frozen() throws {
            let it = try clash(
                of: sample([["request": "r2", "start": "2025-05-24.pm", "crew": ["e1"]]]) {
                    $0.requests[0] = SampleWeek.request("r1", ["title": "讲座A", "duration": 2])
                },
                baseline: Plan(week: "sample", sessions: [session("r1", "2025-05-24.am", "v1", ["e1"])]),
                freeze: "2025-05-24.pm")
            #expect(it.rule == .H5 && it.phrase.english.hasPrefix("专家甲 (e1) is pinned or frozen to 2 sessions"))
        }

        // MARK: A single pin

        /// What is said of the only pin, without the pin's name.
        private func reason(_ pin: JSON, _ change: (inout SampleWeek) -> Void = { _ in }) throws -> Contradiction {
            let sample = sample([pin], change)
            let found = try contradictions(of: sample)
            #expect(found.count == 1 && found[0].kind == .pin, "\(found)")
            try expectHelpful(found[0].remedies, sample)
            return found[0]
        }

        @Test("a pin that cannot hold is told why")
        func impossiblePins() throws {
            let slots = JSON.strings(SampleWeek.allSlots)
            let cases: [(JSON, (inout SampleWeek) -> Void, String)] = [
                (
                    ["request": "r1", "venue": "v1", "start": "2025-05-24.am"],
                    { $0.venues[0] = SampleWeek.venue("v1", "north", ["closed": ["2025-05-24.am"]]) },
                    "v1, to which it is pinned, is closed at 24 May, morning (09:00–11:00) (H2)"
                ),
                (
                    ["request": "r1", "venue": "v1"],
                    { $0.venues[0] = SampleWeek.venue("v1", "north", ["capacity": 20]) },
                    "v1, to which it is pinned, holds 20 people, and 50 come (H2)"
                ),
                (
                    ["request": "r1", "crew": ["e1"], "start": "2025-05-25.pm"],
                    { $0.experts[0] = SampleWeek.expert("e1", ["name": "专家甲", "away": ["2025-05-25.pm"]]) },
                    "专家甲 (e1) is pinned to it and away at 25 May, afternoon (12:00–14:00) (H5)"
                ),
                (
                    ["request": "r1", "crew": ["e1"]], { $0.experts[0] = SampleWeek.expert("e1", ["away": slots]) },
                    "e1 is pinned to it and away in all its slots (H5)"
                ),
                (
                    ["request": "r1", "crew": ["e1"]],
                    {
                        $0.requests[0] = SampleWeek.request(
                            "r1",
                            ["title": "讲座A", "needs": [["pool": "experts", "skill": "ai", "level": 2, "count": 1]]])
                    }, "专家甲 (e1) is pinned to it at level 1 of ai, and it needs 2 (H4)"
                ),
                (
                    ["request": "r1", "crew": ["e1"]],
                    { $0.experts[0] = SampleWeek.expert("e1", ["skills": ["drones": 5]]) },
                    "e1 is pinned to it, and has no skill that it needs (H4)"
                ),
                (
                    ["request": "r1", "crew": ["e1", "e2"]], { _ in },
                    "2 people are pinned to it, and its crew has 1 places (H4)"
                ),
                (
                    ["request": "r1", "start": "2025-05-24.pm"],
                    { $0.requests[0] = SampleWeek.request("r1", ["title": "讲座A", "slots": ["2025-05-24.am"]]) },
                    "it is pinned to 24 May, afternoon (12:00–14:00), which its slots do not allow (H1)"
                ),
                (
                    ["request": "r1", "start": "2025-05-24.am"],
                    {
                        $0.venues = $0.venues.map {
                            var it = $0.object ?? JSONObject()
                            it["closed"] = ["2025-05-24.am"]
                            return .object(it)
                        }
                    },
                    "as it is pinned (24 May, morning (09:00–11:00)), all 2 venues that fit in North Town are closed in its slots"
                ),
            ]
            for (pin, change, expected) in cases {
                let it = try reason(pin, change)
                #expect(it.phrase.english == "pin of r1 (讲座A): " + expected)
                #expect(it.phrase.chinese.hasPrefix("r1 (讲座A)的锁定：") && it.record["code"] == "pinned")
            }
        }

        @Test("EXPLAIN gives the same reason, and a pinned request that nothing could hold keeps its own")
        func sameReason() throws {
            let pinned = sample([["request": "r1", "venue": "v1"]]) {
                $0.venues[0] = SampleWeek.venue("v1", "north", ["capacity": 20])
            }
            let said = try pinned.reason().text
            #expect(said == "v1, to which it is pinned, holds 20 people, and 50 come (H2)")
            let large = try reason(["request": "r1"]) {
                $0.requests[0] = SampleWeek.request("r1", ["title": "讲座A", "attendance": 5000])
            }
            #expect(
                large.phrase.english
                    == "pin of r1 (讲座A): no venue in North Town holds 5000 people; the largest holds 200")
            #expect(large.record["code"] == "venue-capacity")
        }

        @Test("where one remedy does not mend everything, that is said")
        func severalContradictions() throws {
            let found = try contradictions(
                of: sample([
                    ["request": "r1", "start": "2025-05-24.am", "crew": ["e1"]],
                    ["request": "r2", "start": "2025-05-24.am", "crew": ["e1"]],
                    ["request": "r3", "start": "2025-05-25.am", "crew": ["e2"]],
                    ["request": "r4", "start": "2025-05-25.am", "crew": ["e2"]],
                ]) { $0.requests.append(SampleWeek.request("r4", ["audience": "elderly"])) })
            let clash = try #require(found.first)
            #expect(clash.kind == .clash && clash.record["requests"] == ["r1", "r2"])
            #expect(!clash.remedies.isEmpty && clash.remedies.allSatisfy { !$0.isWhole })
            #expect(found.sentence.english.contains("What mends it, and leaves others: "))
        }
    }
}

import CaravanCore
import TestSupport
import Testing

@Suite("Commitments in the checker")
struct CommitmentPointsTests {
    @Test("each change of a marked session costs its own factor, every other one what the week says")
    func eachChange() throws {
        let checker = Checker(week: try HandWeek.week())
        var now = HandWeek.plan
        now.sessions[0].start = "2025-05-25.am"
        now.sessions[0].venue = "a-school"
        now.sessions[0].crew = ["e3", "m1", "e2"]
        now.sessions.remove(at: 1)
        func points(_ states: [String: CommitmentState]) -> Double {
            checker.commitmentPoints(of: now, against: HandWeek.plan, under: Commitments(states))
        }
        // r1 moved (20), changed its venue (5) and lost a member (2); r3 was dropped (50).
        #expect(points([:]) == 0)
        #expect(points(["r1": .published, "r3": .published]) == 0)
        #expect(points(["r1": .draft]) == -0.75 * 27)
        #expect(points(["r1": .travelBooked]) == 3 * 20 + 5 + 3 * 2)
        #expect(points(["r3": .travelBooked]) == 50)
        #expect(points(["r1": .confirmed, "r3": .draft, "r4": .travelBooked]) == -0.25 * 27 - 0.75 * 50)
    }

    @Test("a session whose request was withdrawn counts by the week's weights, whatever it was marked")
    func withdrawn() throws {
        let edits: JSON = [["op": "withdraw", "request": "r3"]]
        let week = try Week(document: WeekEdits.apply(edits, to: HandWeek.document))
        var plan = HandWeek.plan
        plan.sessions.remove(at: 1)
        let marks = Commitments(["r3": .travelBooked])
        #expect(Checker(week: week).commitmentPoints(of: plan, against: HandWeek.plan, under: marks) == 0)
        #expect(Checker(week: week).check(plan, baseline: HandWeek.plan).terms.disruption == 50)
    }

    @Test("of random plans, marked all alike, the points are what the week with its weights multiplied costs more")
    func scaledWeights() throws {
        var maker = PlanMaker(week: try HandWeek.week(), random: SeededGenerator(for: "commitment points"))
        let requests = maker.week.requests.map(\.id)
        for _ in 0..<200 {
            let (was, draft) = (maker.likely(share: 0.8), maker.likely(share: 0.8))
            let now = maker.damaged(draft)
            let state = CommitmentState.allCases[maker.random.index(below: CommitmentState.allCases.count)]
            let factors = state.factors
            let heavy = try HandWeek.week(
                ("weights.move", .number(20 * factors.move)), ("weights.venue", .number(5 * factors.venue)),
                ("weights.crew", .number(2 * factors.crew)), ("weights.drop", .number(50 * factors.drop)))
            let marks = Commitments(Dictionary(uniqueKeysWithValues: requests.map { ($0, state) }))
            let points = Checker(week: maker.week).commitmentPoints(of: now, against: was, under: marks)
            let plain = Checker(week: maker.week).check(now, baseline: was).terms.disruption
            let whole = Checker(week: heavy).check(now, baseline: was).terms.disruption
            #expect((plain + points - whole).magnitude < 1e-9)
        }
    }

    @Test("the points of differently marked sessions add up")
    func additive() throws {
        var maker = PlanMaker(week: try HandWeek.week(), random: SeededGenerator(for: "sum of commitment points"))
        let checker = Checker(week: maker.week)
        for _ in 0..<200 {
            let (was, now) = (maker.likely(share: 0.9), maker.likely(share: 0.7))
            let states = maker.week.requests.map { request in
                (request.id, CommitmentState.allCases[maker.random.index(below: CommitmentState.allCases.count)])
            }
            let each = states.map { request, state in
                checker.commitmentPoints(of: now, against: was, under: Commitments([request: state]))
            }
            let all = Commitments(Dictionary(uniqueKeysWithValues: states))
            let points = checker.commitmentPoints(of: now, against: was, under: all)
            #expect((points - each.reduce(0, +)).magnitude < 1e-9)
        }
    }

    @Test("figures that say something wrong are found out")
    func misstated() throws {
        let checker = Checker(week: try HandWeek.week())
        let terms = checker.check(HandWeek.plan, baseline: HandWeek.plan).terms
        let right = CommitmentFigures(points: 5, objective: terms.total + 5, bound: 100)
        #expect(checker.misstated(right, terms: terms, points: 5) == [])
        #expect(checker.misstated(right, terms: terms, points: 6).count == 3)
        let bold = CommitmentFigures(points: 5, objective: terms.total + 5, bound: terms.total + 9)
        #expect(checker.misstated(bold, terms: terms, points: 5).map(\.field) == ["commitment.bound"])
        var sloppy = right
        sloppy.gap = 0
        #expect(checker.misstated(sloppy, terms: terms, points: 5).map(\.field) == ["commitment.gap"])
    }

    @Test("a plan document carries the figures beside the plain ones, and what others write there means nothing")
    func document() throws {
        var plan = HandWeek.plan
        plan.objective = 12
        plan.commitment = CommitmentFigures(points: -2, objective: 10, bound: 8)
        #expect(plan.document["commitment"]?.text == #"{"points":-2,"objective":10,"bound":8,"gap":0.2}"#)
        #expect(try Plan(document: plan.document) == plan)
        var document = try #require(plan.document.object)
        document["commitment"] = "firm"
        #expect(try Plan(document: .object(document)).commitment == nil)
    }
}

import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanBench

@Suite("Cancellations")
struct ReplanningTests {
    @Test("every cancellation hits the plan, and the edited week is sound")
    func cancellations() throws {
        let sample = SharedMaterial.packageRoot.appending(path: "samples/tiny/week.json")
        let week = try Week(document: JSON(parsing: Array(Data(contentsOf: sample))))
        let plan = Plan(
            week: week.id,
            sessions: week.requests.prefix(6).map { request in
                let town = request.townships[0]
                return Session(
                    request: request.id, start: week.calendar.name(of: 0), township: week.townships[town].id,
                    venue: week.venues.first { $0.township == town }?.id ?? week.venues[0].id,
                    crew: Array(week.members.prefix(2).map(\.id)))
            })
        var generator = SeededGenerator(for: "cancellations")
        var words: Set<String> = []
        for _ in 0..<60 {
            let cancellation = Cancellation(of: plan, in: week, using: &generator)
            #expect((1...3).contains(cancellation.edits.count))
            words.formUnion(cancellation.edits.compactMap { $0["op"]?.string })
            #expect(cancellation.edits.allSatisfy { edit in plan.sessions.contains { hits(edit, $0) } })
            #expect(throws: Never.self) { try WeekEdits.apply(.array(cancellation.edits), to: week.document) }
        }
        #expect(words == ["away", "close", "closeTownship", "withdraw"])
    }

    /// Whether an edit takes away something that a session uses.
    private func hits(_ edit: JSON, _ session: Session) -> Bool {
        let slots = edit["slots"]?.array?.compactMap(\.string)
        guard slots?.contains(session.start) != false else { return false }
        return edit["request"]?.string == session.request || edit["venue"]?.string == session.venue
            || edit["township"]?.string == session.township || session.crew.contains(edit["member"]?.string ?? "")
    }

    @Test("a percentile is one of the values: the least that so many do not exceed")
    func percentiles() {
        let values = (1...20).map(Double.init).shuffled()
        #expect(Percentile.of(values, 0.5) == 10 && Percentile.of(values, 0.95) == 19 && Percentile.of(values, 1) == 20)
        #expect(Percentile.of([7], 0.5) == 7 && Percentile.of([Double](), 0.5) == nil)
    }
}

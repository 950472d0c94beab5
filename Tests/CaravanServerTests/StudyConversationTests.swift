import CaravanCore
import CaravanServer
import CaravanSolver
import Foundation
import Testing

@Suite("Conversations about losses, budgets and worth", .timeLimit(.minutes(1)))
struct StudyConversationTests {
    private static let load = """
        C: LOAD bytes=N
        B: @week
        S: OK week=tiny requests=3 revision=1

        """

    /// The records and the closing line of a reply.
    private func parts(_ lines: [String]) -> (records: [JSON], closing: String) {
        (lines.dropLast().compactMap { try? JSON(parsing: String($0.dropFirst(2))) }, lines.last ?? "")
    }

    @Test("losses are ranked, the worst first, and streamed on demand")
    func critical() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week(requests: 3))
            let ranked = parts(try await client.ask("CRITICAL tiny limit=10s"))
            #expect(ranked.closing.hasPrefix("OK week=tiny revision=1 job=1 objective=100 bound="))
            let costs = ranked.records.compactMap { $0["delta"]?.number }
            #expect(costs.count == ranked.records.count && costs == costs.sorted(by: >))
            #expect(ranked.records.first?["resource"] == "v1" && (costs.first ?? 0) > 0)
            #expect(ranked.records.allSatisfy { ($0["deltaLow"]?.number ?? -1) >= 0 && $0["relation"] != "other" })
            let streamed = parts(try await client.ask("CRITICAL tiny pool=venues limit=10s stream=yes standby=yes"))
            #expect(streamed.records.filter { $0["resource"] != nil }.allSatisfy { $0["pool"] == "venues" })
            #expect(streamed.closing.contains("termination=limit resources="))
            #expect(try await client.ask("PLANS tiny").last?.contains("plans=0") == true)
        }
    }

    @Test("a budget curve goes from one limit to the other, and bad limits are refused")
    func curve() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                Self.load + """
                    C: CURVE tiny fund=moon from=0 to=100
                    S: ERR not-found "week tiny has no fund moon; its funds are city"
                    C: CURVE tiny fund=city from=70 to=70
                    S: ERR usage "from and to are both 70 yuan; …"
                    C: CURVE tiny fund=city from=10
                    S: ERR usage "CURVE needs to=N; …"
                    C: CURVE tiny fund=city from=0 to=30 steps=1
                    S: ERR usage "steps must be …"
                    C: CURVE tiny fund=city from=0 to=40 steps=2 limit=10s
                    S: + {"limit":0,"objective":300,"bound":300,…,"charged":0,"held":0,…
                    S: + {"limit":40,"objective":100,…,"held":2,…,"lost":[],"gained":[]}
                    S: + {"request":"…","title":…,"goesAt":0}
                    S: + {"request":"…","title":…,"goesAt":0}
                    S: OK week=tiny revision=1 job=1 objective=100 bound=… termination=limit fund=city steps=2
                    """, ["week": Sample.week(requests: 3)]
            ).play(on: server)
        }
    }

    @Test("what is scarce is told with its worth")
    func worth() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week(requests: 3))
            let reply = parts(try await client.ask("WORTH tiny limit=10s"))
            #expect(reply.records.contains { $0["kind"] == "venue" && $0["venue"] == "v1" })
            #expect(reply.records.allSatisfy { ($0["points"]?.number ?? 0) > 0 && $0["textZh"] != nil })
            #expect(reply.closing.contains(" things=\(reply.records.count) dualBound="))
        }
    }

    /// An engine that solves the base at once and everything else until it is stopped.
    private static func patient(_ beginning: AsyncStream<Void>.Continuation) -> SolvingEngine {
        SolvingEngine { week, parameters, control throws(SolveError) in
            var plan = Plan(week: week.id, sessions: [], objective: 300, bound: 0)
            plan.terms = Checker(week: week).check(plan).terms
            if parameters.gap == 0 { return JobResult(plan: plan, termination: .limit) }
            beginning.yield()
            while !control.isStopped { Thread.sleep(forTimeInterval: 0.002) }
            return JobResult(plan: plan, termination: .stopped)
        }
    }

    private static let adding =
        #"{"scenarios":[{"name":"a","edits":[{"op":"limit","fund":"city","limit":200000}]},{"name":"b","edits":[]}]}"#

    @Test("STOP ends a study with what is done so far, CANCEL with nothing more")
    func ends() async throws {
        let (began, beginning) = AsyncStream.makeStream(of: Void.self)
        try await TestServer.with(engine: Self.patient(beginning)) { server in
            let (asking, other) = (try await server.client(), try await server.client())
            _ = try await other.ask("LOAD", body: Sample.week(requests: 3))
            var begun = began.makeAsyncIterator()
            for (number, verb) in ["STOP", "CANCEL"].enumerated() {
                try await asking.send("WHATIF tiny limit=60s bytes=\(Self.adding.utf8.count)\n\(Self.adding)\n")
                _ = await begun.next()
                #expect(try await other.ask("JOBS").first?.contains(#""kind":"whatif","state":"running""#) == true)
                #expect(try await other.ask("\(verb) \(number + 1)").last?.hasPrefix("OK job=\(number + 1)") == true)
                let reply = parts(try await asking.reply())
                #expect(reply.records.prefix(2).map { $0["name"] } == ["base", "b"])
                if verb == "STOP" {
                    #expect(reply.records.count == 3)
                    #expect(reply.closing.contains("termination=stopped scenarios=2 answered=2"))
                } else {
                    #expect(
                        reply.closing == #"ERR conflict "job 2 was cancelled" messageZh="任务 2 已取消" job=2"#)
                }
            }
        }
    }
}

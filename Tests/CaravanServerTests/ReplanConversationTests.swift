import CaravanCore
import CaravanServer
import Foundation
import TestSupport
import Testing

@Suite("Conversations about replanning", .timeLimit(.minutes(1)))
struct ReplanConversationTests {
    private let documents = ["week": Sample.week(), "plan": Sample.plan(["r2", "r1"])]

    @Test("without a published plan REPLAN says what to do, and changes nothing")
    func baselineMissing() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: REPLAN tiny bytes=N
                B: [{"op":"withdraw","request":"r1"}]
                S: ERR not-found "no plan of week tiny is published …; publish one with PUBLISH, or name one with baseline=V"
                C: REPLAN tiny baseline=4
                S: ERR not-found "…"
                C: REPLAN nobody
                S: ERR not-found "…"
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=2
                """, documents
            ).play(on: server)
        }
    }

    @Test("a freeze point that the week lacks and faulty edits are refused before anything is stored")
    func refusals() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: ADOPT tiny bytes=N
                B: @plan
                S: OK week=tiny version=1 …
                C: REPLAN tiny baseline=1 freeze=2025-06-24.am bytes=N
                B: [{"op":"withdraw","request":"r1"}]
                S: ERR usage "freeze must be a slot of week tiny, 2025-05-24.am to 2025-05-25.am, not 2025-06-24.am; …"
                C: REPLAN tiny baseline=1 freeze=2025-05-24.pm
                S: ERR usage "freeze …"
                C: REPLAN tiny baseline=1 bytes=N
                B: [{"op":"withdraw","request":"r1"},{"op":"withdraw","request":"r9"}]
                S: + {"path":"[1]","message":"…"}
                S: ERR invalid "…nothing was changed" messageZh="第 2 项修改：没有申请 r9；未作任何更改" faults=1
                C: REPLAN tiny baseline=1 bytes=N
                B: {}
                S: + {…
                S: ERR invalid "…
                C: JOBS
                S: OK jobs=0
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=2
                """, documents
            ).play(on: server)
        }
    }

    @Test(
        "without edits the latest revision is what the engine gets; the records are the differences from the baseline")
    func withoutEdits() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: ADOPT tiny bytes=N
                B: @plan
                S: OK week=tiny version=1 …
                C: PUBLISH tiny version=1
                S: OK week=tiny version=1
                C: REPLAN tiny wait=yes bytes=N
                B: []
                S: + {"request":"r1",…"kind":"changed",…"text":"r1 Talk r1: 2025-05-25.am → 2025-05-24.am, same venue",…
                S: + {"request":"r2",…"kind":"changed",…"textZh":"r2 Talk r2：2025-05-24.am → 2025-05-25.am，场地不变"}
                S: OK job=1 version=2 objective=…status=optimal …revision=1 baseline=1
                C: PLAN tiny
                S: + {…"baseline":1,…
                S: OK week=tiny version=2 …
                C: REPLAN tiny
                S: OK job=2 revision=1 baseline=1
                """, documents
            ).play(on: server)
        }
    }

    @Test("edits make a new revision, and the baseline may be of an older one")
    func withEdits() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: ADOPT tiny bytes=N
                B: @plan
                S: OK week=tiny version=1 …
                C: REPLAN tiny baseline=1 wait=yes bytes=N
                B: [{"op":"withdraw","request":"r2"}]
                S: + {"request":"r1",…"kind":"changed",…
                S: + {"request":"r2",…"kind":"dropped",…"text":"r2 Talk r2: dropped (request withdrawn), was 2025-05-24.am, V",…
                S: OK job=1 version=2 …revision=2 baseline=1
                C: JOB 1
                S: + {…"kind":"replan",…
                S: OK job=1 state=done
                """, documents
            ).play(on: server)
        }
    }

    @Test("a tiny week is replanned to its proven optimum, and frozen sessions stay")
    func knownOptimum() async throws {
        let rows = try read(SharedMaterial.file("instances/optima.json"))
        let row = try #require(rows["tiny-1"]?["replan"])
        let freeze = try #require(row["freeze"]?.string)
        let optimum = try #require(row["objective"]?.number)
        let baseline = try file(row, "baseline")
        let week = try read(SharedMaterial.week(size: "tiny", seed: 1))
        let id = try #require(week["id"]?.string)
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: week.text)
            #expect(try await client.ask("ADOPT \(id)", body: baseline.text).last?.hasPrefix("OK") == true)
            let replan = "REPLAN \(id) baseline=1 freeze=\(freeze) limit=50s wait=yes"
            let closing = try await client.ask(replan, body: file(row, "edits").text).last ?? ""
            #expect(closing.contains(" status=optimal ") && closing.hasSuffix(" revision=2 baseline=1"), "\(closing)")
            let document = try await client.ask("PLAN \(id)").first ?? ""
            let plan = try Plan(document: JSON(parsing: Array(document.utf8.dropFirst(2))))
            #expect(abs(try #require(plan.objective) - optimum) < 0.01, "\(closing)")
            let frozen = try Plan(document: baseline).sessions.filter { $0.start < freeze }
            let kept = frozen.filter(plan.sessions.contains)
            #expect(kept.count >= row["frozen"]?.number.map { Int($0) } ?? 1)
        }
    }

    private func read(_ url: URL) throws -> JSON { try JSON(parsing: Array(Data(contentsOf: url))) }

    private func file(_ row: JSON, _ key: String) throws -> JSON {
        try read(SharedMaterial.file("instances/replan/\(row[key]?.string ?? key)"))
    }
}

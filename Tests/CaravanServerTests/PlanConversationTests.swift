import Foundation
import Testing

@Suite("Conversations about plans", .timeLimit(.minutes(1)))
struct PlanConversationTests {
    private let documents = [
        "week": Sample.week(requests: 3), "both": Sample.plan(), "one": Sample.plan(["r3"]),
        "swapped": Sample.plan(["r2", "r1"]), "twice": Sample.plan(["r1", "r1"]),
        "boast": Sample.plan(extra: #","objective":1,"bound":0"#),
        "foreign": Sample.plan().replacing("tiny", with: "other"),
        "strange": Sample.plan(["r1", "r9"]),
    ]

    @Test("plans from outside are checked and adopted, or refused with what is wrong")
    func checks() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: PLAN tiny
                S: ERR not-found "…SOLVE tiny…"
                C: CHECK tiny bytes=N
                B: @both
                S: OK violations=0 objective=100 sessions=2
                C: CHECK tiny bytes=N
                B: @twice
                S: + {"rule":"H1","message":"…"}
                S: OK violations=1 objective=… sessions=2
                C: CHECK tiny bytes=N
                B: @boast
                S: + {"rule":"plan","message":"objective…"}
                S: OK violations=1 objective=100 sessions=2
                C: CHECK tiny bytes=N
                B: @strange
                S: + {"rule":"H1","message":"…r9…"}
                S: OK violations=1 objective=200 sessions=2
                C: CHECK tiny bytes=N
                B: @foreign
                S: + {"path":"week",…}
                S: ERR invalid "…" faults=1
                C: ADOPT tiny bytes=N
                B: @twice
                S: + {"rule":"H1",…}
                S: ERR invalid "…" violations=1
                C: PLANS tiny
                S: OK week=tiny plans=0
                C: ADOPT tiny bytes=N
                B: @both
                S: OK week=tiny version=1 objective=100 status=feasible
                C: SOLVE tiny wait=yes
                S: OK job=1 version=2 objective=100 bound=100 gap=0 …
                C: ADOPT tiny bytes=N
                B: @one
                S: OK week=tiny version=3 objective=200 bound=100 gap=0.5 status=feasible
                C: PLANS tiny
                S: + {"version":3,"revision":1,"origin":"adopt",…"sessions":1,"unserved":2,…"published":false}
                S: + {"version":2,"revision":1,"origin":"solve","job":1,…
                S: + {"version":1,"revision":1,"origin":"adopt",…
                S: OK week=tiny plans=3
                """, documents
            ).play(on: server)
        }
    }

    @Test("one version is published, versions are compared and reported")
    func publishes() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: ADOPT tiny bytes=N
                B: @both
                S: OK week=tiny version=1 …
                C: ADOPT tiny bytes=N
                B: @swapped
                S: OK week=tiny version=2 …
                C: ADOPT tiny bytes=N
                B: @one
                S: OK week=tiny version=3 …
                C: PLAN tiny version=published
                S: ERR not-found "…"
                C: PUBLISH tiny version=1
                S: OK week=tiny version=1
                C: PUBLISH tiny version=2
                S: OK week=tiny version=2 previous=1
                C: PUBLISH tiny version=9
                S: ERR not-found "…"
                C: PLAN tiny version=published
                S: + {"format":"caravan-plan/1","week":"tiny","version":2,"sessions":[{"request":"r2",…"terms":{…}}
                S: OK week=tiny version=2 sessions=2 objective=100 status=feasible revision=1 published=yes
                C: DIFF tiny from=1 to=2
                S: + {"request":"r1","title":"Talk r1","kind":"changed","changes":["start"],"from":{…},"to":{…},"cost":0,"text":"r1 Talk r1: 2025-05-24.am → 2025-05-25.am, same venue","textZh":"…"}
                S: + {"request":"r2",…
                S: OK week=tiny from=1 to=2 added=0 dropped=0 changed=2 disruption=0
                C: DIFF tiny from=1 to=3
                S: + {"request":"r1",…"kind":"dropped",…
                S: + {"request":"r2",…"kind":"dropped",…
                S: + {"request":"r3",…"kind":"added",…
                S: OK week=tiny from=1 to=3 added=1 dropped=2 changed=0 disruption=0
                C: COVERAGE tiny version=1
                S: + {"key":"t1","name":"T","county":"c","sessions":2,"attendance":100,"population":1000,"perThousand":100,…
                S: OK week=tiny version=1 groups=1 sessions=2 attendance=100
                C: COVERAGE tiny version=1 by=fund
                S: + {"key":"city","name":"City","sessions":2,"attendance":100,…"money":30,"limit":100000,"trips":0,"km":0}
                S: OK week=tiny version=1 groups=1 sessions=2 attendance=100
                C: COVERAGE tiny version=1 by=venue
                S: + {"key":"v1","name":"V","township":"t1","county":"c","sessions":2,…"load":1}
                S: OK week=tiny version=1 groups=1 …
                C: COVERAGE tiny by=member
                S: OK week=tiny version=3 groups=0 …
                C: EXPLAIN tiny version=1
                S: + {"request":"r3","title":"Talk r3","held":false,"code":"no-venue","reason":"no venue fits",…"value":100}
                S: OK week=tiny version=1 requests=1
                C: EXPLAIN tiny r1 version=1
                S: + {"request":"r1",…"held":true,"code":"held",…"session":{…}}
                S: OK week=tiny version=1 requests=1
                C: EXPLAIN tiny r9 version=1
                S: ERR not-found "…"
                """, documents
            ).play(on: server)
        }
    }

    @Test("a plan speaks of the week as it was when the plan was made")
    func oldRevisions() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: ADOPT tiny bytes=N
                B: @both
                S: OK week=tiny version=1 …
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=2
                C: COVERAGE tiny version=1
                S: + {…"sessions":2,…
                S: OK …sessions=2…
                C: CHECK tiny bytes=N
                B: @both
                S: + {"rule":"H1",…
                S: OK violations=1…
                """, documents
            ).play(on: server)
        }
    }

    @Test("plans and models are exported with their exact length")
    func exports() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let awkward = Sample.week().replacing("Talk r1", with: #"=Talk, \"r1\""#)
            _ = try await client.ask("LOAD", body: awkward)
            _ = try await client.ask("ADOPT tiny", body: Sample.plan())
            let csv = try await payload(of: "EXPORT tiny as=csv", client)
            #expect(csv.hasPrefix("\u{FEFF}date,start,end,slot,request,title,"))
            #expect(csv.contains("2025-05-24,09:00,11:30,2025-05-24.am,r1,\"'=Talk, \"\"r1\"\"\",youth,"))
            #expect(csv.split(separator: "\r\n").count == 3)
            #expect(try await payload(of: "EXPORT tiny as=csv for=v1", client) == csv)
            #expect(try await payload(of: "EXPORT tiny as=json", client).contains("caravan-plan/1"))
            #expect(try await payload(of: "EXPORT tiny as=mps", client) == "* mps of tiny\n")
            #expect(try await client.ask("EXPORT tiny as=csv for=nobody").last?.hasPrefix("ERR not-found") == true)
            let funds = try await payload(of: "EXPORT tiny as=csv table=funds lang=zh", client)
            #expect(funds.hasPrefix("\u{FEFF}经费编号,经费,日期,事项,"))
            #expect(try await client.ask("EXPORT tiny as=csv table=funds for=v1").last?.hasPrefix("ERR usage") == true)
            #expect(try await client.ask("EXPORT tiny as=csv version=7").last?.hasPrefix("ERR not-found") == true)
            #expect(try await client.ask("PING") == ["OK"])
        }
    }

    @Test("a calendar tells what publications changed, a page needs nothing besides")
    func calendarsAndPages() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week(requests: 3, title: "Week <1>"))
            for requests in [["r1", "r2"], ["r2"]] {
                _ = try await client.ask("ADOPT tiny", body: Sample.plan(requests))
                _ = try await client.ask("PUBLISH tiny version=latest")
            }
            let calendar = try await payload(of: "EXPORT tiny as=ics lang=en", client)
            #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n"))
            #expect(calendar.components(separatedBy: "SEQUENCE:1\r\n").count == 3, "r1 is dropped, r2 is moved")
            #expect(calendar.contains("SUMMARY:Cancelled: Talk r1\r\n"))
            let cancelled = try await payload(of: "EXPORT tiny as=ics for=v1 cancelled=yes", client)
            #expect(cancelled.contains("METHOD:CANCEL\r\n") && cancelled.contains("SUMMARY:已取消：Talk r1\r\n"))
            #expect(!cancelled.contains("Talk r2"))
            let page = try await payload(of: "EXPORT tiny as=html lang=en", client)
            #expect(page.contains("Week &lt;1&gt;") && page.contains("no venue fits"))
            #expect(try await payload(of: "EXPORT tiny as=html", client).contains("未安排的申请及原因"))
            for (line, code) in [
                ("EXPORT tiny as=html for=v1", "usage"), ("EXPORT tiny as=csv cancelled=yes", "usage"),
                ("EXPORT tiny as=ics for=nobody", "not-found"), ("EXPORT tiny as=ics version=9", "not-found"),
            ] {
                #expect(try await client.ask(line).last?.hasPrefix("ERR \(code)") == true, "\(line)")
            }
        }
    }

    @Test("a time zone that is none is a fault of the week where it comes in, and the one that may be meant is named")
    func unknownZone() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            for (zone, near) in [("CST", "Asia/Shanghai, America/Chicago"), ("北京时间", "write Asia/Shanghai")] {
                let answer = try await client.ask("LOAD", body: Sample.week().replacing("Asia/Shanghai", with: zone))
                #expect(answer.first?.hasPrefix(#"+ {"path":"timezone""#) == true)
                #expect(answer.first?.contains(near) == true, "\(answer)")
                #expect(answer.last?.hasPrefix("ERR invalid") == true)
            }
            #expect(try await client.ask("WEEKS") == ["OK weeks=0"])
        }
    }

    private func payload(of line: String, _ client: TestClient) async throws -> String {
        let closing = try await client.ask(line).last ?? ""
        let count = closing.split(separator: "bytes=").last.flatMap { Int($0) } ?? 0
        #expect(count > 0, "\(closing)")
        return try await client.payload(count)
    }
}

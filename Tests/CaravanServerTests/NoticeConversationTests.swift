import CaravanServer
import Testing

@Suite("Conversations about who is to be told", .timeLimit(.minutes(1)))
struct NoticeConversationTests {
    private static let needs = #""needs":[{"pool":"experts","skill":"ai","level":1,"count":1}]"#

    /// Two talks with an expert each; a second hall, and a van that nobody asks for.
    private static let week = Sample.week()
        .replacing(#""days":2"#, with: #""days":3"#)
        .replacing(#""needs":[]"#, with: needs)
        .replacing(
            #""venues":["#,
            with:
                #""venues":[{"id":"v2","name":"Hall","township":"t1","kind":"hall","capacity":90,"equipment":[],"cost":0},"#
        )
        .replacing(
            #""requests":"#,
            with: #""experts":[\#(expert("e1", "Li")),\#(expert("e2", "Wang")),\#(expert("e3", "Zhao"))],"requests":"#)

    private static func expert(_ id: String, _ name: String) -> String {
        """
        {"id":"\(id)","name":"\(name)","base":"t1","skills":{"ai":2},"away":[],"maxPerDay":2,"maxPerWeek":4,\
        "maxMinutes":100,"fee":0}
        """
    }

    private static func plan(_ sessions: (request: String, date: Int, venue: String, member: String)...) -> String {
        let list = sessions.map {
            #"{"request":"\#($0.request)","start":"2025-05-\#($0.date).am","township":"t1","venue":"\#($0.venue)","crew":["\#($0.member)"]}"#
        }
        return #"{"format":"caravan-plan/1","week":"tiny","sessions":[\#(list.joined(separator: ","))]}"#
    }

    private let documents = [
        "week": week,
        "first": plan(("r1", 24, "v1", "e1"), ("r2", 25, "v1", "e2")),
        "second": plan(("r2", 25, "v1", "e3"), ("r1", 26, "v2", "e1")),
        "third": plan(("r1", 24, "v2", "e1")),
    ]

    private static let opening = """
        C: LOAD bytes=N
        B: @week
        S: OK week=tiny requests=2 revision=1
        C: ADOPT tiny bytes=N
        B: @first
        S: OK week=tiny version=1 …
        C: ADOPT tiny bytes=N
        B: @second
        S: OK week=tiny version=2 …
        C: ADOPT tiny bytes=N
        B: @third
        S: OK week=tiny version=3 …

        """

    @Test("only what concerns a member, a venue or a township is listed and counted")
    func concerned() async throws {
        try await TestServer.with { server in
            try await Transcript(
                Self.opening + """
                    C: DIFF tiny from=1 to=2 for=e1
                    S: + {"request":"r1",…
                    S: OK week=tiny from=1 to=2 added=0 dropped=0 changed=1 disruption=0
                    C: DIFF tiny from=1 to=2 for=e3
                    S: + {"request":"r2",…"text":"r2 Talk r2: 2025-05-25.am as before, same venue, Wang replaced by Zhao",…
                    S: OK …changed=1…
                    C: DIFF tiny from=1 to=2 for=v2
                    S: + {"request":"r1",…
                    S: OK …changed=1…
                    C: DIFF tiny from=1 to=2 for=t1
                    S: + {"request":"r1",…
                    S: + {"request":"r2",…
                    S: OK …changed=2…
                    C: DIFF tiny from=2 to=3 for=v1
                    S: + {"request":"r2",…"kind":"dropped",…
                    S: OK …added=0 dropped=1 changed=0…
                    C: DIFF tiny from=1 to=2 for=nobody
                    S: ERR not-found "week tiny has no member, venue, township or fund nobody"
                    C: REPLAN tiny baseline=1 for=nobody bytes=N
                    B: [{"op":"withdraw","request":"r1"}]
                    S: ERR not-found "week tiny has no member, venue, township or fund nobody"
                    C: REPLAN tiny baseline=1 for=nobody
                    S: ERR not-found "…"
                    C: JOBS
                    S: OK jobs=0
                    C: WITHDRAW tiny r1
                    S: OK week=tiny request=r1 revision=2
                    """, documents
            ).play(on: server)
        }
    }

    @Test("each member whose sessions change gets a message, and nobody else")
    func byMember() async throws {
        try await TestServer.with { server in
            let old = "Sat 24 May, 09:00–11:30"
            let new = "Mon 26 May, 09:00–11:30"
            let second = "Sun 25 May, 09:00–11:30"
            try await Transcript(
                Self.opening + """
                    C: DIFF tiny from=1 to=2 by=member
                    S: + {"member":"e1","name":"Li","pool":"experts","changes":[{"request":"r1","change":"changed",…"message":"Li: what changes in Tiny for you\\n- Other time and place: Talk r1 (r1), now \(new), Hall, T instead of \(old), V, T","messageZh":"Li：您在Tiny中的安排有以下变动\\n1. 时间和地点调整：Talk r1（r1），由5月24日（周六）09:00–11:30、T V改到5月26日（周一）09:00–11:30、T Hall"}
                    S: + {"member":"e2",…"change":"released",…"text":"No longer needed for Talk r2 (r2), \(second), V, T","textZh":"不再参加：Talk r2（r2），原定5月25日（周日）09:00–11:30，T V"}],…
                    S: + {"member":"e3",…"change":"got",…"text":"New: Talk r2 (r2), \(second), V, T",…
                    S: OK week=tiny from=1 to=2 added=0 dropped=0 changed=2 disruption=0 members=3
                    C: DIFF tiny from=1 to=2 by=member for=e2
                    S: + {"member":"e2",…
                    S: OK …members=1
                    C: DIFF tiny from=1 to=2 by=member for=v2
                    S: + {"member":"e1",…
                    S: OK …members=1
                    C: DIFF tiny from=2 to=3 by=member
                    S: + {"member":"e1",…"text":"Other time: Talk r1 (r1), now \(old) instead of \(new), Hall, T as before",…
                    S: + {"member":"e3",…"change":"cancelled",…"text":"Cancelled: Talk r2 (r2), \(second), V, T",…
                    S: OK …members=2
                    C: DIFF tiny from=1 to=3 by=member for=e1
                    S: + {…"text":"Other place: Talk r1 (r1), \(old) as before, now Hall, T instead of V, T",…
                    S: OK …members=1
                    C: DIFF tiny from=2 to=2 by=member
                    S: OK …members=0
                    """, documents
            ).play(on: server)
        }
    }

    @Test("REPLAN with wait=yes answers in the same way, names of what edits took away included")
    func replanned() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                Self.opening + """
                    C: REPLAN tiny baseline=1 wait=yes limit=20s by=member for=e2 bytes=N
                    B: [{"op":"withdraw","request":"r2"}]
                    S: + {"member":"e2","name":"Wang",…"message":"Wang: what changes in Tiny for you\\n- Cancelled: Talk r2 (r2), Sun 25 May, 09:00–11:30, V, T",…
                    S: OK job=1 …
                    """, documents
            ).play(on: server)
        }
    }
}

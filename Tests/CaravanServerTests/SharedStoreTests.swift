import CaravanCore
import CaravanStore
import Foundation
import TestSupport
import Testing

@Suite("Daemons that share a store", .timeLimit(.minutes(1)))
struct SharedStoreTests {
    private let store = MemoryStore()

    @Test("what one stores the other one knows, and a job that one runs is no other's to end")
    func runs() async throws {
        let (first, second) = (try await TestServer.start(over: store), try await TestServer.start(over: store))
        let (client, other) = (try await first.client(), try await second.client())
        _ = try await client.ask("LOAD", body: Sample.week())
        #expect(
            try await other.ask("SUBMIT tiny", body: Sample.request("r3")) == ["OK week=tiny request=r3 revision=2"])
        #expect(try await client.ask("SOLVE tiny seed=2") == ["OK job=1"])
        while try await !client.ask("STATUS").contains(where: { $0.contains("running=1") }) {}
        let third = try await TestServer.start(over: store)
        #expect(try await third.client().ask("JOB 1").last == "OK job=1 state=running")
        try await third.stop()
        third.removeFolder()
        try await Transcript(
            """
            C: STOP 1
            S: OK job=1 state=running
            C: WATCH 1
            S: OK job=1 version=1 …
            """
        ).play(with: client)
        #expect(try await other.ask("PLANS tiny").last == "OK week=tiny plans=1")
        for server in [first, second] {
            try await server.stop()
            server.removeFolder()
        }
    }

    @Test("a job whose daemon gives no sign of life any more is interrupted when another one starts")
    func settles() async throws {
        let head = try await store.load(
            try Week(document: JSON(parsing: Sample.week())), replacing: false, expecting: nil)
        let gone = JobOwner(id: "gone", lease: .zero)
        _ = try await store.createJob(head, kind: "solve", parameters: "{}", for: gone, expecting: nil)
        let server = try await TestServer.start(over: store)
        #expect(try await server.client().ask("JOB 1").last == "OK job=1 state=interrupted")
        try await server.stop()
        server.removeFolder()
    }
}

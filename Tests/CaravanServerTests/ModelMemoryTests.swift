import CaravanServer
import Testing

@Suite("Models and the memory for them", .timeLimit(.minutes(1)))
struct ModelMemoryTests {
    @Test("half of the limit is for models, in equal shares for the jobs that run at once")
    func shares() {
        var configuration = ServerConfiguration(socket: "s", jobs: 4, cores: 8)
        configuration.limits.memory = 64 << 20
        #expect(configuration.limits.modelMemory == 32 << 20)
        #expect(configuration.memoryOfModel == 8 << 20)
        #expect(configuration.limits.bodyMemory == 8 << 20, "a quarter of the rest")
    }

    @Test("each job that runs is counted with its share until it has ended")
    func counted() async throws {
        try await TestServer.with {
            $0.limits.memory = 16 << 20
            $0.jobs = 2
        } _: { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            let idle = try await memory(client)
            for _ in 1...3 { _ = try await client.ask("SOLVE tiny seed=2") }
            while try await memory(client) < idle + 8 {}
            #expect(try await memory(client) == idle + 8, "the third job waits and holds nothing")
            for job in 1...3 { _ = try await client.ask("CANCEL \(job)") }
            while try await memory(client) > idle {}
        }
    }

    @Test("a week whose model takes more than its share is refused, with the limit and the option that sets it")
    func refused() async throws {
        let engine = SolverEngine(memory: 1 << 10)
        try await TestServer.with(engine: engine) {
            $0.limits.memory = 16 << 20
            $0.jobs = 32
        } _: { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week("large", requests: 500))
            for command in ["SOLVE large limit=1s wait=yes", "EXPORT large as=lp"] {
                let refusal = try await client.ask(command).last ?? ""
                #expect(refusal.hasPrefix("ERR too-large ") && refusal.contains("the limit is"), "\(refusal)")
                #expect(refusal.contains("--memory-limit"), "\(refusal)")
            }
        }
    }

    private func memory(_ client: TestClient) async throws -> Int {
        let words = try await client.ask("STATUS").last?.split(separator: " ") ?? []
        return words.first { $0.hasPrefix("memory=") }.flatMap { Int($0.dropFirst(7)) } ?? -1
    }
}

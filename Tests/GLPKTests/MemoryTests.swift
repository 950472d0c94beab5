import Glibc
import Testing

@testable import GLPK

/// Resident memory belongs to the process, so each measurement runs in a process of its own.
@Suite(.serialized) struct MemoryTests {
    @Test("ten thousand small solves leave memory flat")
    func solves() async {
        await #expect(processExitsWith: .success) {
            try expectFlat(rounds: 10_000, warmUp: 1_000) { round in
                try GLPK.run { environment in
                    let problem = try environment.problem(Samples.wyndor())
                    _ = try problem.simplex()
                    try problem.addColumns([Column(cost: -4, upper: 1, rows: [2], values: [1])])
                    _ = try problem.simplex(.init(method: .primal))
                    _ = try problem.integer(.init(cutoff: 0, presolve: round.isMultiple(of: 2))) { _ in }
                    _ = try problem.rowDuals()
                }
            }
        }
    }

    @Test("five hundred failures of each kind leave memory flat")
    func failures() async {
        await #expect(processExitsWith: .success) {
            for fault in FailureTests.Fault.allCases {
                let rounds = fault == .memory ? 50 : 500
                try expectFlat(rounds: rounds, warmUp: rounds / 10) { _ in
                    try GLPK.run(memoryLimitMB: 4) { environment in
                        _ = try? fault.provoke(in: environment)
                    }
                }
            }
        }
    }

    @Test("the memory limit struck in the middle of solves leaves memory flat")
    func failuresInSolves() async {
        await #expect(processExitsWith: .success) {
            let program = Samples.knapsacks(items: 60, rows: 30, seed: 12)
            try expectFlat(rounds: 60, warmUp: 10) { round in
                try GLPK.run(memoryLimitMB: 1) { environment in
                    let problem = try environment.problem(program)
                    #expect(throws: GLPKError(.memoryLimit, "")) {
                        try problem.integer(.init(presolve: round.isMultiple(of: 2)))
                    }
                }
            }
        }
    }

    @Test("a thousand solves inside one run leave GLPK with the memory it began with")
    func oneRun() throws {
        try GLPK.run { environment in
            let before = environment.memory.bytes
            for round in 0..<1_000 {
                let problem = try environment.problem(Samples.knapsacks(items: 10, rows: 2, seed: 4))
                _ = try problem.simplex()
                _ = try problem.integer(.init(presolve: round.isMultiple(of: 2)))
                _ = try problem.integer(.init(nodeLimit: 1, cutoff: -1, presolve: round.isMultiple(of: 2)))
            }
            #expect(environment.memory.bytes <= before + 4096)
        }
    }
}

/// Runs `work` and expects resident memory to grow by less than 2 MB after the warm-up.
private func expectFlat(rounds: Int, warmUp: Int, _ work: (Int) throws -> Void) throws {
    for round in 0..<warmUp { try work(round) }
    let before = try residentBytes()
    for round in 0..<rounds { try work(round) }
    let after = try residentBytes()
    print("resident memory: \(before >> 10) KB before, \(after >> 10) KB after \(rounds) rounds")
    #expect(after - before < 2 << 20, "resident memory grew from \(before >> 10) KB to \(after >> 10) KB")
}

private func residentBytes() throws -> Int {
    let file = try #require(fopen("/proc/self/statm", "r"))
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 256)
    let count = fread(&text, 1, text.count, file)
    let fields = String(decoding: text[..<count], as: UTF8.self).split(separator: " ")
    let pages = try #require(fields.count > 1 ? Int(fields[1]) : nil)
    return pages * sysconf(Int32(_SC_PAGESIZE))
}

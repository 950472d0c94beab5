import CaravanCore
import CaravanStore
import Foundation
import GRDB
import Testing

@testable import CaravanSQLite

@Suite("A write-ahead log that cannot be read to its end")
struct LogDamageTests {
    let folder: Folder
    let path: String
    private let files = FileManager.default
    private var log: String { copy + "-wal" }
    private var copy: String { folder.path("copy.sqlite") }

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    /// What a killed process leaves that had stored revisions up to a number; `restarting` the log in the middle.
    private func leave(revisions: Int, restarting: Bool = false) async throws {
        let store = try SQLiteStore(path: path)
        for number in 1...revisions {
            _ = try await store.load(try Sample.week(title: "\(number)", requests: 40), replacing: true)
            if restarting, number == revisions / 2 {
                _ = try await store.pool.writeWithoutTransaction { try $0.checkpoint(.restart) }
            }
        }
        for suffix in ["", "-wal", ".witness"] { try files.copyItem(atPath: path + suffix, toPath: copy + suffix) }
        try store.close()
    }

    private func change(_ file: String, _ body: (inout Data) -> Void) throws {
        var bytes = try Data(contentsOf: URL(filePath: file))
        body(&bytes)
        try bytes.write(to: URL(filePath: file))
    }

    /// Opens the copy: which revision it is at, and what was found.
    private func reopen() async throws -> (revision: Int, findings: [String]) {
        let store = try SQLiteStore(path: copy)
        let revision = try? await store.head(of: "w1").revision
        try store.close()
        return (revision ?? 0, store.findings.map(\.text.english))
    }

    @Test(
        "a log that is whole, also one that was begun anew over older frames, is no damage", arguments: [false, true])
    func whole(_ restarting: Bool) async throws {
        try await leave(revisions: 6, restarting: restarting)
        #expect(try WriteAheadLog(at: log).lostCommits == 0)
        #expect(try await reopen() == (6, []))
    }

    @Test("a commit that was being written is no damage")
    func unfinished() async throws {
        try await leave(revisions: 4)
        try change(log) { bytes in
            // A frame of this log whose page has not come whole.
            bytes += bytes[32..<32 + 24] + Data(repeating: 7, count: 4096)
            bytes += bytes[32..<32 + 24]
        }
        #expect(try await reopen() == (4, []))
    }

    @Test("a changed bit anywhere is told with how many changes are gone, and the log is kept as it was")
    func changedBits() async throws {
        try await leave(revisions: 8)
        let (store, intact) = (try Data(contentsOf: URL(filePath: copy)), try Data(contentsOf: URL(filePath: log)))
        let witness = try Data(contentsOf: URL(filePath: copy + ".witness"))
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed)
        for place in [0, 20, 40, 60, intact.count - 3000]
            + (0..<6).map({ _ in Int.random(in: 0..<intact.count, using: &random) })
        {
            try files.removeItem(at: folder.url)
            try files.createDirectory(at: folder.url, withIntermediateDirectories: true)
            try store.write(to: URL(filePath: copy))
            try witness.write(to: URL(filePath: copy + ".witness"))
            var damaged = intact
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try damaged.write(to: URL(filePath: log))
            let (revision, findings) = try await reopen()
            let kept = try? Data(contentsOf: URL(filePath: log + ".damaged"))
            if revision == 8 {
                #expect(findings.isEmpty, "seed \(seed), place \(place)")
            } else {
                #expect(
                    findings.first?.hasPrefix("\(8 - revision) acknowledged changes are missing") == true,
                    "seed \(seed), place \(place): \(findings)")
                #expect(kept == damaged, "seed \(seed), place \(place)")
            }
        }
    }

    @Test("without the witness damage before the last commit is still noticed")
    func withoutWitness() async throws {
        try await leave(revisions: 8)
        try files.removeItem(atPath: copy + ".witness")
        try change(log) { $0[$0.count / 2] ^= 1 }
        let (revision, findings) = try await reopen()
        #expect(revision < 8)
        #expect(findings.first?.hasPrefix("the write-ahead log \(log) is damaged") == true, "\(findings)")
        try files.removeItem(atPath: copy + ".witness")
        try await leaveAgain()
        try change(log) { $0[3] ^= 1 }
        #expect(try await reopen().findings.first?.contains("is damaged at its beginning") == true)
    }

    private func leaveAgain() async throws {
        for suffix in ["", "-wal", ".witness"] { try? files.removeItem(atPath: copy + suffix) }
        try files.removeItem(atPath: path)
        try files.removeItem(atPath: path + ".witness")
        try await leave(revisions: 3)
        try files.removeItem(atPath: copy + ".witness")
    }

    @Test("a log that was cut, emptied or taken away is noticed")
    func cut() async throws {
        try await leave(revisions: 6)
        try change(log) { $0 = $0.prefix($0.count / 2) }
        let (revision, findings) = try await reopen()
        #expect(revision < 6)
        #expect(findings.first?.hasPrefix("\(6 - revision) acknowledged changes are missing") == true, "\(findings)")
    }

    @Test("a log that is missing beside a store that was not closed is noticed, with the witness or without")
    func missing() async throws {
        try await leave(revisions: 3)
        try files.removeItem(atPath: log)
        try files.removeItem(atPath: copy + ".witness")
        #expect(try await reopen().findings.first?.contains("is missing") == true)
        #expect(try await reopen().findings.isEmpty, "it has been told, and the store was closed since")
    }

    @Test("an older copy in the store's place is noticed, a backup is not taken for one")
    func olderCopy() async throws {
        try await leave(revisions: 2)
        #expect(try await reopen() == (2, []))
        try files.copyItem(atPath: copy, toPath: copy + ".old")
        _ = try SQLiteStore.backUp(storeAt: copy, to: copy + ".backup")
        do {
            let store = try SQLiteStore(path: copy)
            _ = try await store.load(try Sample.week(title: "3"), replacing: true)
            try store.close()
        }
        try files.removeItem(atPath: copy)
        try files.copyItem(atPath: copy + ".old", toPath: copy)
        #expect(try await reopen().findings.first?.hasPrefix("1 acknowledged changes are missing") == true)
        try files.removeItem(atPath: copy)
        try files.copyItem(atPath: copy + ".backup", toPath: copy)
        #expect(try await reopen() == (2, []))
    }
}

/// Draws the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

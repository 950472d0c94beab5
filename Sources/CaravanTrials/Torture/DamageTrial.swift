import CaravanCore
import CaravanProtocol
import Foundation
import TestSupport

/// Damages the files of a store that no daemon holds, at random places, and starts a daemon on them. It may refuse to
/// start, or say what is damaged and go on with the rest; it must not die, and must not serve as sound what is not what
/// was stored.
struct DamageTrial {
    private let setting: TortureSetting

    /// What a daemon that nothing ailed answered to every read.
    private typealias Content = [String: WireAnswer]

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        let origin = try DaemonProcess(program: setting.program)
        let content = try fill(origin)
        for outcome in ["refused at the start", "reported", "unharmed", "served as if sound"] {
            record.count(outcome, 0)
        }
        repeat {
            let copy = try DaemonProcess(program: setting.program)
            let place = try Self.damage(copyOf: origin, for: copy, &random)
            record.count("damages")
            switch try copy.launch() {
            case .exit: record.count("refused at the start")
            case .signal(let number): record.fail("\(place): a start that ends by signal \(number)")
            case nil:
                examine(copy, content, place, &record)
                let (ending, _) = copy.terminate()
                if case .signal(let number) = ending { record.fail("\(place): an end by signal \(number)") }
            }
            clock.tell("\(Int(record["damages"] ?? 0)) damages, \(Int(record["served as if sound"] ?? 0)) unnoticed")
        } while !clock.isOver
    }

    /// A store with weeks, revisions and plans, the latest ones in the write-ahead log: its daemon is killed.
    private func fill(_ daemon: DaemonProcess) throws -> Content {
        let writers = (0..<4).map { Writer($0, seed: setting.seed &+ UInt64($0)) }
        for isLast in [false, true] {
            try daemon.start()
            let client = try daemon.client()
            for _ in 0..<25 { for writer in writers { try writer.writeOnce(through: client) } }
            if !isLast { _ = daemon.terminate() }
        }
        let content = try Self.content(daemon)
        daemon.kill()
        return content
    }

    /// Every document, read one by one.
    private static func content(_ daemon: DaemonProcess) throws -> Content {
        let client = try daemon.client()
        var content: Content = ["WEEKS": try client.ask("WEEKS")]
        for week in content["WEEKS"]?.records.compactMap({ $0["week"]?.string }) ?? [] {
            for line in ["WEEK \(week)", "PLANS \(week)"] { content[line] = try client.ask(line) }
            for plan in content["PLANS \(week)"]?.records ?? [] {
                guard let version = plan["version"]?.integer else { continue }
                content["PLAN \(week) version=\(version)"] = try client.ask("PLAN \(week) version=\(version)")
            }
        }
        return content
    }

    private func examine(
        _ daemon: DaemonProcess, _ content: Content, _ place: String, _ record: inout TrialRecord
    ) {
        var (differs, isReported): ([String], Bool) = ([], Self.isReported(in: daemon.log))
        do throws(WireError) {
            let client = try daemon.client()
            for (line, expected) in content.sorted(by: { $0.key < $1.key }) {
                let answer = try client.ask(line)
                if answer == expected { continue }
                if answer.error?.code == .internal { isReported = true } else { differs.append(line) }
            }
        } catch {
            return record.fail("\(place): \(error), \(daemon.isRunning ? "" : "\(daemon.end())")")
        }
        // What is read shows damage that the start has not come to yet.
        let status = try? daemon.client().ask("STATUS").fields
        if status?["store"] == "damaged" { isReported = true }
        if differs.isEmpty {
            record.count(isReported ? "reported" : "unharmed")
        } else if isReported || Self.isReported(in: daemon.log) {
            record.count("reported")
        } else {
            record.count("served as if sound")
            record.fail("\(place): other answers to \(differs.prefix(5)), and nothing said")
        }
    }

    /// A daemon tells of damage in its log at `warning` or above.
    private static func isReported(in log: String) -> Bool {
        log.split(separator: "\n").contains { line in
            [" warning ", " error ", " critical "].contains { line.contains($0) }
                && ["damage", "corrupt", "gone", "missing"].contains { line.contains($0) }
        }
    }

    /// Copies the store and spoils the copy; where and how.
    private static func damage(
        copyOf origin: DaemonProcess, for copy: DaemonProcess, _ random: inout SeededGenerator
    ) throws -> String {
        let names = ["store.sqlite", "store.sqlite-wal"]
        for name in try FileManager.default.contentsOfDirectory(atPath: origin.data.path)
        where name.hasPrefix("store.sqlite") && !name.hasSuffix("-shm") && !name.hasSuffix(".lock") {
            try FileManager.default.copyItem(at: origin.data.appending(path: name), to: copy.data.appending(path: name))
        }
        let name = names[random.index(below: names.count)]
        let file = copy.data.appending(path: name)
        var bytes = Array(try Data(contentsOf: file))
        let at = random.index(below: bytes.count)
        let length = min(1 << random.index(below: 13), bytes.count - at)
        let how = ["bits", "zeros", "noise", "cut", "page"][random.index(below: 5)]
        switch how {
        case "bits": bytes[at] ^= 1 << UInt8(random.index(below: 8))
        case "zeros": bytes.replaceSubrange(at..<at + length, with: repeatElement(0, count: length))
        case "noise": for byte in at..<at + length { bytes[byte] = UInt8(random.index(below: 256)) }
        case "cut": bytes.removeLast(bytes.count - at)
        default:
            let (from, to) = (at / 4096 * 4096, random.index(below: bytes.count) / 4096 * 4096)
            let page = bytes[from..<min(from + 4096, bytes.count)]
            if to + page.count <= bytes.count { bytes.replaceSubrange(to..<to + page.count, with: Array(page)) }
        }
        try Data(bytes).write(to: file)
        return "\(name), \(how) at \(at)"
    }
}

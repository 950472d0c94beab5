import CaravanProtocol
import Foundation
import Synchronization
import TestSupport

/// Many clients that hold large bodies at once, documents that are large only once they are read, and an address space
/// that is too small: how much the daemon takes, and whether what it acknowledged survives where the system gives it no
/// more.
struct MemoryTrial {
    private let setting: TortureSetting
    private static let clients = 40
    private static let body = 60 << 20

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        let daemon = try DaemonProcess(program: setting.program)
        try daemon.start()
        hold(daemon, clock, &record)
        for body in [Self.empties, Self.zeros, Self.brackets] { offer(body, to: daemon, &record) }
        if let figures = ProcessFigures(of: daemon.number) {
            record.set("memory at rest afterwards", Double(figures.resident >> 20), "MB")
        }
        if daemon.isRunning { daemon.kill() } else { record.fail("the daemon died: \(daemon.end())") }
        repeat { try squeeze(clock, &record) } while !clock.isOver
    }

    /// Clients that send all of a large body but its end, and wait there.
    private func hold(_ daemon: DaemonProcess, _ clock: TrialClock, _ record: inout TrialRecord) {
        let piece = [UInt8](repeating: 0x20, count: 1 << 20)
        let sent = Mutex(0)
        let refused = Mutex(0)
        let isOver = Mutex(false)
        let peak = Mutex(0)
        let number = daemon.number
        Thread {
            while !isOver.withLock({ $0 }) {
                let now = ProcessFigures(of: number)?.resident ?? 0
                peak.withLock { $0 = max($0, now) }
                Thread.sleep(forTimeInterval: 0.02)
            }
        }.start()
        let time = TrialClock(seconds: 20)
        Crew.run(Self.clients) { _ in
            guard let stream = try? ByteStream(daemon.address, patience: 2) else { return }
            // Whoever is not read from is held back, which is as good as a refusal.
            do throws(WireError) {
                try stream.send(Array("LOAD bytes=\(Self.body)\n".utf8))
                for _ in 0..<(Self.body >> 20) - 1 where !time.isOver {
                    try stream.send(piece)
                    sent.withLock { $0 += 1 }
                }
            } catch { refused.withLock { $0 += 1 } }
        }
        isOver.withLock { $0 = true }
        record.set("bodies at once", Double(Self.clients))
        record.set("taken in of them", Double(sent.withLock { $0 }), "MB")
        record.set("clients held back", Double(refused.withLock { $0 }))
        record.set("peak memory with bodies", Double(peak.withLock { $0 } >> 20), "MB")
        clock.tell("peak \(peak.withLock { $0 } >> 20) MB with \(Self.clients) bodies")
    }

    private static let empties = ("empty objects", Array("[{}".utf8) + repeated(",{}", 5_000_000) + Array("]".utf8))
    private static let zeros = ("zeros", Array("[0".utf8) + repeated(",0", 8_000_000) + Array("]".utf8))
    private static let brackets = ("brackets", repeated("[", 8_000_000))

    private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
        Array(repeatElement(Array(text.utf8), count: count).joined())
    }

    /// A body that is small on the wire and large in memory; nothing of it is a week.
    private func offer(_ body: (name: String, bytes: [UInt8]), to daemon: DaemonProcess, _ record: inout TrialRecord) {
        do throws(WireError) {
            let answer = try daemon.client(patience: 300).ask(RequestLine("LOAD"), body: body.bytes)
            if answer.error == nil { record.fail("\(body.name): taken as a week") }
            if let error = answer.error, error.code == .internal { record.fail("\(body.name): \(error)") }
        } catch { record.fail("\(body.name): \(error)") }
        guard let figures = ProcessFigures(of: daemon.number) else { return }
        record.set("peak memory by then, \(body.name)", Double(figures.peak >> 20), "MB")
    }

    /// Less address space than large bodies need: the system refuses the daemon memory. It may die of that; what it
    /// acknowledged before must be there afterwards.
    private func squeeze(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        let daemon = try DaemonProcess(program: setting.program)
        let writers = Writer.crew(setting.writers, seed: setting.seed)
        daemon.addressSpace = 1536 << 20
        daemon.arguments = ["--jobs", "1"]
        guard try daemon.launch() == nil else { return record.count("starts refused for want of memory") }
        let time = TrialClock(seconds: 2)
        let body = Self.empties.1
        Crew.run(writers.count + 2) { number in
            if number < writers.count {
                writers[number].write(to: daemon) { time.isOver }
            } else {
                while !time.isOver, let client = try? daemon.client() {
                    _ = try? client.ask(RequestLine("LOAD"), body: body)
                }
            }
        }
        record.count("lives with little memory")
        if !daemon.isRunning { record.count("deaths for want of memory") } else { daemon.kill() }
        daemon.addressSpace = nil
        try daemon.start()
        writers.audit(daemon, &record, when: "after want of memory")
        writers.tally(&record)
        clock.tell("\(Int(record["lives with little memory"] ?? 0)) lives with little memory")
        daemon.kill()
    }
}

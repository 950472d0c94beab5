import CaravanCore
import CaravanProtocol
import Foundation
import Synchronization

/// How long `PING` takes, alone and beside others that ask for heavy answers all the time.
struct LatencyTrial {
    /// What the 95th percentile beside the others has to be under, seconds.
    static let most = 0.025

    let week: [UInt8]
    /// What the others ask; `ID` stands for the week.
    let command: String
    let others: Int
    /// Of each of the two measurements.
    let seconds: Double
    /// Of each of the two solves that make the versions.
    let solve: Double
    let program: URL

    /// Starts a daemon, makes two versions of a plan, and measures.
    func run() throws -> TrialRecord {
        var record = TrialRecord("latency", seed: 0)
        let clock = TrialClock(seconds: 2 * (seconds + solve)) { Terminal.tell("latency, \($0)") }
        let daemon = try DaemonProcess(program: program)
        try daemon.start()
        let id = try prepare(daemon, clock)
        tell(&record, "alone", try pings(daemon, clock))
        let crowd = Crowd()
        let line = command.replacing("ID", with: id)
        let threads = (0..<others).map { _ in Thread { crowd.ask(line, of: daemon) } }
        for thread in threads { thread.start() }
        let beside = try pings(daemon, clock)
        crowd.isOver.store(true, ordering: .relaxed)
        while threads.contains(where: { !$0.isFinished }) { Thread.sleep(forTimeInterval: 0.01) }
        tell(&record, "beside \(others)", beside)
        record.set("heavy answers", Double(crowd.answered.load(ordering: .relaxed)))
        if let reason = crowd.failure.withLock({ $0 }) { record.fail(reason) }
        if crowd.answered.load(ordering: .relaxed) == 0 { record.fail("no heavy answer came") }
        if Self.percentile(95, of: beside) >= Self.most { record.fail("the 95th percentile is not under 25 ms") }
        record.seconds = clock.elapsed
        return record
    }

    /// Loads the week and makes two versions of a plan for it.
    private func prepare(_ daemon: DaemonProcess, _ clock: TrialClock) throws -> String {
        let client = try daemon.client(patience: solve * 2 + 120)
        let loaded = try client.ask(RequestLine("LOAD"), body: week)
        guard let id = loaded.fields?["week"] else {
            throw TrialError("the week is not taken: \(loaded.error?.message ?? "")")
        }
        for seed in 1...2 {
            clock.tell("solving")
            let solved = try client.ask("SOLVE \(id) limit=\(solve)s seed=\(seed) wait=yes")
            if let error = solved.error { throw TrialError("no plan: \(error.message)") }
        }
        return id
    }

    /// Seconds that each `PING` took, one every few milliseconds.
    private func pings(_ daemon: DaemonProcess, _ clock: TrialClock) throws -> [Double] {
        let client = try daemon.client()
        let end = clock.elapsed + seconds
        var times: [Double] = []
        while clock.elapsed < end {
            let began = ContinuousClock.now
            guard try client.ask("PING").fields != nil else { throw TrialError("PING is refused") }
            times.append((ContinuousClock.now - began) / .seconds(1))
            clock.tell("\(times.count) times")
            Thread.sleep(forTimeInterval: 0.005)
        }
        return times.sorted()
    }

    private func tell(_ record: inout TrialRecord, _ name: String, _ times: [Double]) {
        record.set("PING \(name)", Double(times.count))
        for share in [50, 95, 99] { record.set("p\(share) \(name)", Self.percentile(share, of: times) * 1000, "ms") }
        record.set("longest \(name)", (times.last ?? 0) * 1000, "ms")
    }

    /// A percentile of sorted times; 0 where there are none.
    static func percentile(_ share: Int, of times: [Double]) -> Double {
        times.isEmpty ? 0 : times[min(times.count - 1, times.count * share / 100)]
    }
}

/// The clients that ask for heavy answers.
private final class Crowd: Sendable {
    let isOver = Atomic(false)
    let answered = Atomic(0)
    let failure = Mutex<String?>(nil)

    /// Asks the same again and again, on one connection.
    func ask(_ line: String, of daemon: DaemonProcess) {
        do {
            let client = try daemon.client()
            while !isOver.load(ordering: .relaxed) {
                let answer = try client.ask(line)
                if let error = answer.error { failure.withLock { $0 = $0 ?? "\(line): \(error.message)" } }
                answered.add(1, ordering: .relaxed)
            }
        } catch {
            failure.withLock { $0 = $0 ?? "\(error)" }
        }
    }
}

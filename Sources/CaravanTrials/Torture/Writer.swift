import CaravanProtocol
import Foundation
import Synchronization
import TestSupport

/// A planner who changes a week and keeps a journal: what was acknowledged, and the one change that was on its way when
/// the daemon went.
final class Writer: Sendable {
    /// What the journal says.
    private struct Journal {
        var state = WeekState()
        var pending: Change?
        /// Solves whose end nobody heard, and whose plans may still be stored: they wait for room.
        var waiting = 0
        var random: SeededGenerator
        var fresh = 0
        var acknowledged = 0
        var refused = 0
    }

    /// The week it writes to.
    let week: String
    private let prefix: String
    private let isOwn: Bool
    private let journal: Mutex<Journal>

    /// A writer.
    /// - Parameters:
    ///   - number: Makes its requests' identifiers its own.
    ///   - shared: The week that others write to as well; nil: one of its own.
    init(_ number: Int, shared: String? = nil, seed: UInt64) {
        week = shared ?? "w\(number)"
        isOwn = shared == nil
        prefix = "r\(number)-"
        journal = Mutex(Journal(random: SeededGenerator(seed: seed)))
    }

    /// Writers of weeks of their own, and as many of one that they share.
    static func crew(_ count: Int, seed: UInt64) -> [Writer] {
        (0..<count).map { Writer($0, shared: $0.isMultiple(of: 2) ? nil : "shared", seed: seed &+ UInt64($0)) }
    }

    /// Changes that the daemon acknowledged, and that it refused.
    var counts: (acknowledged: Int, refused: Int) { journal.withLock { ($0.acknowledged, $0.refused) } }

    /// Changes the week until told to stop, or until the daemon says nothing more.
    func write(to daemon: DaemonProcess, until isOver: @Sendable () -> Bool) {
        guard let client = try? daemon.client() else { return }
        while !isOver() {
            guard (try? writeOnce(through: client)) != nil else { return }
        }
    }

    /// Makes one change; whether it was acknowledged.
    @discardableResult func writeOnce(through client: WireClient) throws(WireError) -> Bool {
        let change = journal.withLock { journal in
            let (prefix, isOwn) = (prefix, isOwn)
            let change = Change.draw(for: journal.state, isOwn: isOwn, &journal.random) {
                journal.fresh += 1
                return "\(prefix)\(journal.fresh)"
            }
            journal.pending = change
            return change
        }
        return try carryOut(change, through: client)
    }

    /// Drops the week, which is this writer's own; what was refused, if it was.
    func drop(through client: WireClient) throws(WireError) -> ProtocolError? {
        journal.withLock { $0.pending = .drop }
        let answer = try client.ask(Change.drop.request(on: week).line)
        settle(.drop, answer)
        return answer.error
    }

    private func carryOut(_ change: Change, through client: WireClient) throws(WireError) -> Bool {
        let request = change.request(on: week)
        // Others share the week, and whoever comes first has to bring it.
        if case .load = change, !isOwn { return try join(through: client) }
        let answer = try client.ask(request.line, body: request.body)
        settle(change, answer)
        return answer.error == nil
    }

    private func join(through client: WireClient) throws(WireError) -> Bool {
        let document = PlainWeek.document(week, requests: [PlainWeek.request("common", title: "common")])
        let answer = try client.ask(RequestLine("LOAD"), body: Array(document.text.utf8))
        let isThere = answer.error == nil || answer.error?.code == .exists
        journal.withLock {
            $0.pending = nil
            if isThere { $0.state.requests = [:] }
        }
        return isThere
    }

    private func settle(_ change: Change, _ answer: WireAnswer) {
        journal.withLock {
            $0.pending = nil
            if let fields = answer.fields {
                $0.state = change.applied(to: $0.state, answer: fields)
                $0.acknowledged += 1
            } else {
                $0.refused += 1
            }
        }
    }
}

extension Writer {
    /// Holds the journal against what a daemon has, and goes on from there. What was on its way may have been done or
    /// not, but not in part.
    /// - Parameter jobsMayWait: whether jobs may still wait to be stored, and leave their plans later.
    /// - Returns: What is lost, half there, or there without anybody having heard of it; nil: nothing.
    func audit(_ client: WireClient, jobsMayWait: Bool = false) throws -> String? {
        var actual = try WeekState(week, prefix: isOwn ? "" : prefix, from: client)
        // Plans of a week that is shared are nobody's.
        if !isOwn { (actual.plans, actual.published) = ([:], nil) }
        return journal.withLock { journal in
            let expected = journal.state
            let pending = journal.pending
            let further = journal.waiting + (pending?.makesPlans == true ? 1 : 0)
            let found = max(0, actual.plans.count - expected.plans.count)
            journal.waiting = jobsMayWait ? max(0, further - found) : 0
            journal.pending = nil
            journal.state = actual
            if expected.matches(actual, further: further) { return nil }
            guard let pending else { return Self.difference(expected, actual) }
            let after = pending.applied(to: expected, answer: nil)
            return after.matches(actual, further: further) || joined(expected, actual, pending)
                ? nil : Self.difference(expected, actual) + ", on its way: \(pending)"
        }
    }

    /// Whether a week that is shared came about by this writer or another one.
    private func joined(_ expected: WeekState, _ actual: WeekState, _ pending: Change) -> Bool {
        guard !isOwn, case .load = pending else { return false }
        return expected.requests == nil && actual.requests?.isEmpty == true
    }

    private static func difference(_ expected: WeekState, _ actual: WeekState) -> String {
        guard let wanted = expected.requests, let found = actual.requests else {
            return
                "the week: \(expected.requests?.count ?? -1) requests acknowledged, \(actual.requests?.count ?? -1) there"
        }
        let lost = wanted.filter { found[$0.key] != $0.value }.keys.sorted()
        let strange = found.keys.filter { wanted[$0] == nil }.sorted()
        let plans = expected.plans.filter { actual.plans[$0.key] != $0.value }.keys.sorted()
        let more = actual.plans.keys.filter { expected.plans[$0] == nil }.sorted()
        return "requests lost or changed \(lost), unheard of \(strange); plans lost \(plans), unheard of \(more); "
            + "published \(expected.published ?? 0), is \(actual.published ?? 0)"
    }
}

extension [Writer] {
    /// Lets all of them write, each on a thread, until told to stop or the daemon says nothing more.
    func write(to daemon: DaemonProcess, until isOver: @escaping @Sendable () -> Bool) {
        let writers = self
        Crew.run(count) { writers[$0].write(to: daemon, until: isOver) }
    }

    /// Audits all of them, and that no job is left in between.
    /// - Parameter jobsMayWait: whether jobs may wait for room to note that they begin.
    func audit(
        _ daemon: DaemonProcess, _ record: inout TrialRecord, when: String, jobsMayWait: Bool = false
    ) {
        do {
            let client = try daemon.client()
            for writer in self {
                record.count("weeks audited")
                do {
                    guard let loss = try writer.audit(client, jobsMayWait: jobsMayWait) else { continue }
                    record.count("losses")
                    record.fail("\(when), \(writer.week): \(loss)")
                } catch let unreadable as WeekState.Unreadable {
                    record.fail("\(when), \(writer.week) cannot be read: \(unreadable.error)")
                }
            }
            if jobsMayWait { return }
            // What waits to be stored until the disk has room says so; it is not lost.
            let jobs = try client.ask("JOBS").records.filter {
                ["queued", "running"].contains($0["state"]?.string) && $0["waiting"] == nil
            }
            for job in jobs { record.fail("\(when), a job that nobody waits for: \(job.text)") }
        } catch { record.fail("\(when): \(error)") }
    }

    /// Notes how many changes were acknowledged and refused.
    func tally(_ record: inout TrialRecord) {
        record.set("changes acknowledged", Double(reduce(0) { $0 + $1.counts.acknowledged }))
        record.set("changes refused", Double(reduce(0) { $0 + $1.counts.refused }))
        if record["losses"] == nil { record.set("losses", 0) }
    }
}

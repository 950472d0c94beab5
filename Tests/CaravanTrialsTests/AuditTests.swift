import CaravanProtocol
import Foundation
import TestSupport
import Testing

@testable import CaravanTrials

@Suite("The audit of what was acknowledged", .timeLimit(.minutes(5)))
struct AuditTests {
    private static func state(_ requests: [String: String], plans: [Int: Double] = [:]) -> WeekState {
        var state = WeekState()
        (state.requests, state.plans) = (requests, plans)
        return state
    }

    @Test("takes a plan that nobody heard of only where one was on its way, and no other difference at all")
    func compares() {
        let expected = Self.state(["a": "1"], plans: [1: 10])
        #expect(expected.matches(expected, further: 0))
        #expect(!expected.matches(Self.state(["a": "1"], plans: [1: 10, 2: 9]), further: 0))
        #expect(expected.matches(Self.state(["a": "1"], plans: [1: 10, 2: 9]), further: 1))
        for actual in [
            Self.state(["a": "2"], plans: [1: 10]), Self.state([:], plans: [1: 10]), Self.state(["a": "1"]),
            Self.state(["a": "1"], plans: [1: 11]), WeekState(),
        ] { #expect(!expected.matches(actual, further: 1)) }
    }

    @Test("a pair of requests is there or not; one alone is neither before nor after")
    func pairs() {
        let before = Self.state(["a": "1"])
        let after = Change.pair("b", "c", title: "2").applied(to: before, answer: nil)
        #expect(after == Self.state(["a": "1", "b": "2", "c": "2"]))
        let half = Self.state(["a": "1", "b": "2"])
        #expect(!before.matches(half, further: 0) && !after.matches(half, further: 0))
    }

    @Test("finds what is taken back, and what nobody asked for, behind a writer's back")
    func finds() throws {
        let daemon = try DaemonProcess()
        try daemon.start()
        let client = try daemon.client()
        let writer = Writer(0, seed: SeededGenerator(for: "the audit", seed: 1).seed)
        for _ in 0..<12 { try writer.writeOnce(through: client) }
        #expect(try writer.audit(client) == nil)
        let request = PlainWeek.request("stranger", title: "x")
        _ = try client.ask(RequestLine("SUBMIT", ["w0"]), body: Array(request.text.utf8))
        #expect(try writer.audit(client)?.contains(#"unheard of ["stranger"]"#) == true)
        #expect(try writer.audit(client) == nil, "what was found once is known")
        _ = try client.ask("WITHDRAW w0 stranger")
        #expect(try writer.audit(client)?.contains(#"lost or changed ["stranger"]"#) == true)
        let (ending, _) = daemon.terminate()
        #expect(ending == .exit(0))
    }
}

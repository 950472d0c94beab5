import CaravanProtocol
import Foundation
import TestSupport
import Testing

@testable import CaravanTrials

@Suite("Faults that are switched on under a daemon", .timeLimit(.minutes(5)))
struct FaultSwitchTests {
    let daemon: DaemonProcess
    let faults: FaultSwitch
    let client: WireClient

    init() throws {
        daemon = try DaemonProcess()
        faults = try FaultSwitch(in: daemon.room, concerning: daemon.data)
        daemon.environment = faults.environment
        try daemon.start()
        client = try daemon.client()
    }

    private func submit(_ id: String) throws -> ProtocolError? {
        let body = Array(PlainWeek.request(id, title: id).text.utf8)
        return try client.ask(RequestLine("SUBMIT", ["w"]), body: body).error
    }

    private func load() throws {
        let document = PlainWeek.document("w", requests: [PlainWeek.request("a", title: "a")])
        let answer = try client.ask(RequestLine("LOAD"), body: Array(document.text.utf8))
        #expect(answer.error == nil)
    }

    @Test("a change whose call fails is refused, the next one is taken", arguments: [FailingCalls.write, .sync])
    func fails(calls: FailingCalls) throws {
        try load()
        faults.fail(calls, error: EIO)
        #expect(try submit("b")?.code == .internal)
        #expect(faults.failures > 0)
        faults.heal()
        #expect(try submit("c") == nil)
        #expect(try WeekState("w", from: client).requests?.keys.sorted() == ["a", "c"])
    }

    @Test("a disk with no room refuses what needs some, and takes it with room again")
    func fills() throws {
        try load()
        faults.leave(room: 0)
        var refusal: ProtocolError?
        for number in 0..<2000 where refusal == nil { refusal = try submit("r\(number)") }
        #expect(refusal?.code == .internal)
        faults.heal()
        #expect(try submit("b") == nil)
    }

    @Test("the wall clock is where it is set to, and nothing else is")
    func shifts() throws {
        faults.shiftClock(by: 20 * 365 * 86_400)
        try load()
        let updated = try client.ask("WEEKS").records.first?["updated"]?.string ?? ""
        let year = try #require(Int(updated.prefix(4)))
        #expect(year >= Calendar(identifier: .gregorian).component(.year, from: Date()) + 19)
    }
}

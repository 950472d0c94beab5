import TestSupport
import Testing

@Suite("Transcript")
struct TranscriptTests {
    @Test("the session of samples/tiny can be held again, word for word")
    func replays() throws {
        let daemon = try RunningDaemon()
        let week = SharedMaterial.repositoryFile("samples/tiny/week.json").path
        #expect(try daemon.caravan("load", week).status == 0)
        let transcript = try Transcript(SharedMaterial.repositoryFile("samples/tiny/session.txt"))
        #expect(transcript.sent > 20)
        let socket = try PlainSocket(daemon.socket)
        #expect(try transcript.replay(on: socket) == nil)
        #expect(try socket.line() == nil, "the server closes after QUIT")
    }

    @Test("a transcript that says something else is noticed")
    func differs() throws {
        let daemon = try RunningDaemon()
        let path = try daemon.file("other.txt", "S: CARAVAN 1 <version>\n\n# a comment\nC: PING\nS: OK really\n")
        let difference = try Transcript(daemon.room.appendingPathComponent("other.txt"))
            .replay(on: PlainSocket(daemon.socket))
        #expect(difference == "line 5\nwritten: OK really\nanswered: OK", "\(path)")
    }
}

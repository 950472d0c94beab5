import ArgumentParser
import CaravanCore
import CaravanLanguage
import CaravanProtocol
import Foundation
import NIOPosix

/// A session by hand: lines go to the daemon as they are typed, its lines are shown as they come.
struct Shell: CommonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: ClientHelp.shell[.ofProcess],
            discussion: CommandNote.shell[.ofProcess]
        )
    }
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let context = try CommandContext(common, environment: ProcessInfo.processInfo.environment)
        try await Conversation.open(to: context.endpoint, token: context.token) { conversation in
            try await ShellSession(conversation, context.console).run()
        }
    }
}

/// What a typed line stands for.
enum ShellInput: Equatable {
    /// A line to send, with the file whose bytes are its body.
    case send(String, bodyPath: String?)
    /// Nothing was typed.
    case nothing
    /// A body was announced by hand; it would have to be typed to the byte.
    case announcedByHand

    /// Reads a typed line: `<FILE` as its last word names the body.
    init(_ typed: String) {
        let line = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        let words = line.split(whereSeparator: \.isWhitespace)
        if words.contains(where: { $0.hasPrefix("bytes=") }) {
            self = .announcedByHand
        } else if let last = words.last, words.count > 1, last.hasPrefix("<"), last.count > 1 {
            let head = line[..<last.startIndex].trimmingCharacters(in: .whitespaces)
            self = .send(head, bodyPath: String(last.dropFirst()))
        } else {
            self = line.isEmpty ? .nothing : .send(line, bodyPath: nil)
        }
    }
}

private struct ShellSession {
    let conversation: Conversation
    let console: Console
    private let isInteractive: Bool

    init(_ conversation: Conversation, _ console: Console) {
        self.conversation = conversation
        self.console = console
        isInteractive = Terminal.isTerminal(0) && console.isLive
    }

    func run() async throws {
        if isInteractive { console.note(console.noteStyle.dim(console.noteStyle.text(ClientText.shellHint)) + "\n") }
        while let typed = try await readLine() {
            switch ShellInput(typed) {
            case .nothing: continue
            case .announcedByHand: console.note(console.noteStyle.text(ClientText.shellBytes) + "\n")
            case .send(let line, let path):
                guard try await send(line, bodyPath: path) else { continue }
                try await showReply()
                if line.uppercased() == "QUIT" { return }
            }
        }
    }

    private func readLine() async throws -> String? {
        if isInteractive { console.note("caravan> ") }
        return try await NIOThreadPool.singleton.runIfActive { Swift.readLine() }
    }

    /// Whether the line went out; a file that cannot be read is said and nothing is sent.
    private func send(_ line: String, bodyPath: String?) async throws -> Bool {
        guard let bodyPath else {
            try await conversation.send(line, body: nil)
            return true
        }
        guard let body = readBody(bodyPath) else { return false }
        try await conversation.send("\(line) bytes=\(body.count)", body: body)
        return true
    }

    /// Shows a line of the protocol as it came, what would steer the terminal escaped as JSON does it.
    private func show(_ line: [UInt8]) { console.write(String(decoding: line, as: UTF8.self).printableJSON) }

    private func readBody(_ path: String) -> [UInt8]? {
        do throws(ClientError) { return try FileContent.read(path) } catch {
            console.note(FailureReport(error).message(console.noteStyle) + "\n")
            return nil
        }
    }

    private func showReply() async throws {
        while true {
            switch try await conversation.nextEvent() {
            case .greeting, .broken: continue
            case .record(let record): show(ReplyWriter.record(record))
            case .stream(let record): show(ReplyWriter.stream(record))
            case .closing(.ok(let fields, payload: let payload?)):
                return console.write(ReplyWriter.closing(.ok(fields, payload: payload)))
            case .closing(let closing): return show(ReplyWriter.closing(closing))
            }
        }
    }
}

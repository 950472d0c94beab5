import ArgumentParser
import CaravanCore
import CaravanLanguage
import CaravanProtocol
import Foundation

/// What a command sends: a line, and the file whose bytes are its body (`-`: standard input).
struct ClientRequest: Sendable, Equatable {
    var line: RequestLine
    var bodyPath: String?

    /// A request; options without a value are left out.
    init(
        _ verb: Verb, _ arguments: [String?] = [], _ options: KeyValuePairs<String, String?> = [:], body: String? = nil
    ) {
        let pairs = options.compactMap { key, value in value.map { RequestLine.Option(key, $0) } }
        line = RequestLine(verb.rawValue, arguments.compactMap { $0 }, options: pairs)
        bodyPath = body
    }
}

/// A subcommand with the options that all have.
protocol CommonCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
}

/// A subcommand that talks to the daemon.
protocol DaemonCommand: CommonCommand {
    /// The request that it stands for.
    func request() -> ClientRequest
    /// Asks and shows; by default sends the request and shows the reply.
    func perform(_ session: CommandSession) async throws
    /// The reply as people read it.
    /// - Throws: `ClientError.foreign` where the records are not what the protocol says.
    func text(_ reply: Reply, _ style: Style) throws -> String
}

extension DaemonCommand {
    func run() async throws {
        let context = try CommandContext(common, environment: ProcessInfo.processInfo.environment)
        try await Conversation.open(to: context.endpoint, token: context.token) { conversation in
            try await perform(CommandSession(conversation, context))
        }
    }

    func perform(_ session: CommandSession) async throws {
        let reply = try await session.ask(request())
        try session.show(reply) { try text(reply, $0) }
    }
}

/// A conversation with what a command needs around it.
final class CommandSession {
    let conversation: Conversation
    let context: CommandContext
    var console: Console { context.console }

    init(_ conversation: Conversation, _ context: CommandContext) {
        self.conversation = conversation
        self.context = context
    }

    /// Sends a request and collects its reply.
    func ask(
        _ request: ClientRequest, onStream: (JSON) async -> Void = { _ in }, onRecord: (JSON) async -> Void = { _ in }
    ) async throws -> Reply {
        let body: [UInt8]? = if let path = request.bodyPath { try FileContent.read(path) } else { nil }
        return try await conversation.ask(request.line, body: body, onStream: onStream, onRecord: onRecord)
    }

    /// Writes a reply, for people or as JSON.
    func show(_ reply: Reply, _ text: (Style) throws -> String) rethrows {
        guard console.isJSON else {
            console.write(try text(console.style))
            return warn(reply)
        }
        for record in reply.records { console.write(record) }
        console.write(JSONOutput.closing(reply.fields))
    }
}

extension CommandSession {
    /// Says where a plan that was asked for no longer stands.
    func warn(_ reply: Reply) {
        guard !console.isJSON, let fallen = reply.fields.integer("stale") else { return }
        let violations = reply.fields.integer("violations") ?? fallen
        let style = console.noteStyle
        guard let sentence = PlanStanding.sentence(violations: violations, fallen: fallen) else { return }
        console.note(style.red(sentence[style.language]) + "\n")
    }
}

extension Reply {
    /// The fields of an `OK`.
    var fields: ReplyFields { if case .ok(let fields, payload: _) = closing { fields } else { [:] } }
    /// The bytes behind an `OK`.
    var payload: [UInt8]? { if case .ok(_, payload: let payload) = closing { payload } else { nil } }
}

/// The summary of a verb for `--help`, in the language of the process.
func summary(of verb: Verb) -> String {
    CommandTable.all.first { $0.verb == verb }?.summary[.ofProcess] ?? ""
}

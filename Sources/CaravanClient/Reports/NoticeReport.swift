import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// Who is to be told of a replanning, and what: a message a member, fit to be sent as it stands.
struct NoticeReport {
    private let reply: Reply

    /// Reads the reply to `DIFF` with `by=member`.
    init(_ reply: Reply) { self.reply = reply }

    /// The messages with an empty line after each, then how many they are.
    func text(_ style: Style) -> String {
        let field = style.language == .chinese ? "messageZh" : "message"
        let messages = reply.records.compactMap { $0[field]?.string }.map { message in
            let lines = message.split(separator: "\n").map(String.init)
            let body = lines.dropFirst().map { $0.wrapped(to: style.width, indent: 2) }
            return style.bold((lines.first ?? "").wrapped(to: style.width)) + "\n" + body.map { $0 + "\n" }.joined()
                + "\n"
        }
        return messages.joined() + reply.line(ClientText.toldCount, style)
    }
}

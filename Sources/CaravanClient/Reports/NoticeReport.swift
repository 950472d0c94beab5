import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// Who is to be told of a replanning, and what: a message a member, fit to be sent as it stands.
struct NoticeReport {
    private let reply: Reply
    private let notices: [NoticeRecord]

    /// Reads the reply to `DIFF` with `by=member`.
    /// - Throws: `ClientError.foreign`.
    init(_ reply: Reply) throws(ClientError) {
        self.reply = reply
        notices = try reply.records(as: NoticeRecord.self)
    }

    /// The messages with an empty line after each, then how many they are.
    func text(_ style: Style) -> String {
        let messages = notices.compactMap { $0.message?[style.language] }.map { message in
            let lines = message.split(separator: "\n").map(String.init)
            let body = lines.dropFirst().map { $0.wrapped(to: style.width, indent: 2) }
            return style.bold((lines.first ?? "").wrapped(to: style.width)) + "\n" + body.map { $0 + "\n" }.joined()
                + "\n"
        }
        return messages.joined() + reply.line(ClientText.toldCount, style)
    }
}

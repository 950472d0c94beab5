import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// What a replanning changed, as lines for people: what was dropped, what was added, what was changed.
struct DifferenceReport {
    private static let groups: [(kind: String, heading: ClientHeading)] = [
        ("dropped", .dropped), ("added", .added), ("changed", .changed),
    ]
    private let reply: Reply
    private let records: [DifferenceRecord]
    private let counts: ClientText

    /// Reads the reply to `DIFF`, or to `PROPOSAL` with its own sentence for the counts.
    /// - Throws: `ClientError.foreign`.
    init(_ reply: Reply, counts: ClientText = .differences) throws(ClientError) {
        self.reply = reply
        records = try reply.records(as: DifferenceRecord.self)
        self.counts = counts
    }

    /// The groups that are not empty, and a line of counts.
    func text(_ style: Style) -> String {
        let groups = Self.groups.map { kind, heading in
            let lines = records.filter { $0.kind == kind }.compactMap { $0.text?[style.language] }
            guard !lines.isEmpty else { return "" }
            return style.bold(style.text(heading)) + "\n"
                + lines.map { "  \($0)".wrapped(to: style.width, indent: 4) + "\n" }.joined()
        }
        return groups.joined() + reply.line(counts, style)
    }
}

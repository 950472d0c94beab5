import CaravanLanguage

/// All verbs with everything that is known of them.
public enum CommandTable {
    /// The verbs in the order of the documentation.
    public static let all: [CommandSpec] =
        connectionCommands + weekCommands + solveCommands + studyCommands + analysisCommands + jobCommands
        + planCommands + commitmentCommands + exchangeCommands

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.verb.rawValue, $0) })

    /// What is known of a verb, whatever its case.
    /// - Throws: `ProtocolError` with code `unknown-verb`.
    public static func spec(named name: String) throws(ProtocolError) -> CommandSpec {
        if let spec = byName[name.uppercased()] { return spec }
        throw ProtocolError(.unknownVerb, RefusedLine.unknownVerb(quoted(name)))
    }

    /// Bytes that the body of a line may have; for lines whose verb takes no body or is unknown, what is read of it
    /// before the line is refused.
    public static func bodyLimit(of line: RequestLine) -> Int {
        byName[line.verb]?.body?.limit ?? BodyLimit.unwanted
    }
}

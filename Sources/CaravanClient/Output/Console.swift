import CaravanCore

/// Where a command writes: results to standard output, everything else to standard error.
public struct Console: Sendable {
    /// Whether results are JSON lines.
    public let isJSON: Bool
    /// How results are written.
    public let style: Style
    /// How notes are written.
    public let noteStyle: Style
    /// Whether notes go to a terminal, where a line can be written again.
    public let isLive: Bool

    /// The console of this process.
    public init(isJSON: Bool, language: Language, environment: [String: String]) {
        self.isJSON = isJSON
        style = Terminal.style(for: 1, language, environment: environment)
        noteStyle = Terminal.style(for: 2, language, environment: environment)
        isLive = Terminal.isTerminal(2) && environment["TERM"] != "dumb"
    }

    /// Writes a result; an empty one writes nothing.
    public func write(_ text: String) { Terminal.write(Array(text.utf8), to: 1) }

    /// Writes bytes as they are.
    public func write(_ bytes: [UInt8]) { Terminal.write(bytes, to: 1) }

    /// Writes a note.
    public func note(_ text: String) { Terminal.write(Array(text.utf8), to: 2) }

    /// Writes a JSON line.
    public func write(_ record: JSON) { write(record.text + "\n") }
}

import CaravanCore
import CaravanLanguage

/// Where a command writes: results to standard output, everything else to standard error.
struct Console: Sendable {
    /// Takes bytes away.
    typealias Sink = @Sendable ([UInt8]) -> Void

    /// Whether results are JSON lines.
    let isJSON: Bool
    /// How results are written.
    let style: Style
    /// How notes are written.
    let noteStyle: Style
    /// Whether notes go to a terminal, where a line can be written again.
    let isLive: Bool
    private let results: Sink
    private let notes: Sink

    /// The console of this process.
    init(isJSON: Bool, language: Language, environment: [String: String]) {
        self.init(
            isJSON: isJSON, style: Terminal.style(for: 1, language, environment: environment),
            noteStyle: Terminal.style(for: 2, language, environment: environment),
            isLive: Terminal.isTerminal(2) && environment["TERM"] != "dumb",
            results: { Terminal.write($0, to: 1) }, notes: { Terminal.write($0, to: 2) })
    }

    /// A console that writes elsewhere.
    init(
        isJSON: Bool, style: Style, noteStyle: Style, isLive: Bool, results: @escaping Sink, notes: @escaping Sink
    ) {
        self.isJSON = isJSON
        self.style = style
        self.noteStyle = noteStyle
        self.isLive = isLive
        self.results = results
        self.notes = notes
    }

    /// Writes a result; nothing of it steers the terminal but its style.
    func write(_ text: String) { results(Array(StyleMark.written(text).utf8)) }

    /// Writes bytes as they are, a terminal only what it can show of them.
    func write(_ bytes: [UInt8]) {
        style.width == nil ? results(bytes) : write(String(decoding: bytes, as: UTF8.self))
    }

    /// Writes a JSON line.
    func write(_ record: JSON) { write(record.text.printableJSON + "\n") }

    /// Writes a note.
    func note(_ text: String) { notes(Array(StyleMark.written(text).utf8)) }

    /// Writes the line of notes that the cursor is in again.
    func rewrite(_ text: String) {
        notes(Array("\r\u{1B}[K".utf8))
        note(text)
    }
}

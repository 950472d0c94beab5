/// Statements of a MathProg data section, put together line by line.
struct MathProgText {
    private(set) var text = ""

    /// A line of comment; control characters, which the reader rejects, become spaces.
    mutating func comment(_ line: String) {
        let plain = line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
        text += "# \(plain)\n"
    }

    /// A line as it is, or an empty one.
    mutating func line(_ line: String = "") { text += line + "\n" }

    /// A single value.
    mutating func value(_ name: String, _ value: String) { text += "param \(name) := \(value);\n" }

    /// A set with its members; an empty one is left to the model's default.
    mutating func set(_ name: String, at subscripts: [String] = [], _ members: [String]) {
        if members.isEmpty { return }
        let index = subscripts.isEmpty ? "" : "[\(subscripts.joined(separator: ","))]"
        text += "set \(name)\(index) :=\(members.map { " \($0)" }.joined());\n"
    }

    /// Parameters side by side, a row a line; the first words of each row are its subscripts.
    /// - Parameter set: The set that the subscripts make up, where it is given with the table.
    mutating func table(_ set: String? = nil, _ parameters: String, _ rows: [[String]]) {
        if rows.isEmpty && set == nil { return }
        text += "param : \(set.map { "\($0) : " } ?? "")\(parameters) :=\n"
        for row in rows { text += "    \(row.joined(separator: "  "))\n" }
        text += ";\n"
    }

    /// A symbol. Identifiers hold no quotes; text that is no identifier would be doubled up.
    static func quoted(_ symbol: String) -> String {
        "'\(symbol.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
}

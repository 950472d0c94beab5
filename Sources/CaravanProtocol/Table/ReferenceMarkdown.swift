/// The reference section of docs/protocol.md, out of the command table.
public enum ReferenceMarkdown {
    /// The line before the section.
    public static let beginMarker = "<!-- command table: begin -->"
    /// The line after the section.
    public static let endMarker = "<!-- command table: end -->"

    /// The section, from the first marker to the second, with a line end after it.
    public static var section: String {
        let parts = [overview] + CommandTable.all.map(entry(of:))
        return "\(beginMarker)\n\n" + parts.joined(separator: "\n") + "\n\(endMarker)\n"
    }

    private static var overview: String {
        let rows = CommandTable.all.map { spec in
            let name = spec.verb.rawValue
            return "| [`\(name)`](#\(name.lowercased())) | \(spec.summary.english) | \(spec.summary.chinese) |"
        }
        return "| verb | | |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
    }

    private static func entry(of spec: CommandSpec) -> String {
        var lines = ["### \(spec.verb.rawValue)", "", "```", spec.usage, "```", ""]
        lines += ["\(spec.summary.english) \(spec.summary.chinese)", ""]
        if spec.access == .open { lines += ["Answered before `AUTH` too.", ""] }
        lines += arguments(of: spec)
        lines += spec.replies.flatMap(reply)
        if !spec.remarks.isEmpty { lines += [spec.remarks, ""] }
        lines += failures(of: spec)
        return lines.joined(separator: "\n")
    }

    private static func arguments(of spec: CommandSpec) -> [String] {
        var rows = spec.positionals.map { row($0, "`\($0.name)\($0.isRepeated ? "…" : "")`") }
        rows += spec.options.map { row($0, "`\($0.name)=`") }
        if let body = spec.body {
            let need = body.isRequired ? "required" : "none"
            rows.append("| `bytes=` | a body of at most \(body.limit) bytes | \(need) | \(body.content) |")
        }
        return rows.isEmpty ? [] : ["| argument | accepts | if absent | purpose |", "|---|---|---|---|"] + rows + [""]
    }

    private static func row(_ spec: ArgumentSpec, _ name: String) -> String {
        let absent = spec.isRequired ? "an error" : spec.defaultText.map { "`\($0)`" } ?? "none"
        return "| \(name) | \(spec.kind.accepted) | \(absent) | \(spec.purpose) |"
    }

    private static func reply(_ spec: ReplySpec) -> [String] {
        spec.records.flatMap { record in
            let mark = record.isStreamed ? "*" : "+"
            let rows = record.fields.map { "| `\($0.name)` | \($0.content) |" }
            return ["`\(mark) {…}` for \(record.each):", "", "| field | holds |", "|---|---|"] + rows + [""]
        } + ["Closes with `\(spec.closing)`.", ""]
    }

    private static func failures(of spec: CommandSpec) -> [String] {
        spec.failures.isEmpty
            ? [] : ["Fails with:", ""] + spec.failures.map { "- `\($0.code.rawValue)`: \($0.reason)" } + [""]
    }
}

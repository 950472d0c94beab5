import CaravanCore
import CaravanProtocol

/// Replies as `--json` writes them: each record a line, then the closing line as one more object.
enum JSONOutput {
    /// Closing fields that hold numbers; everything else is text, however it looks.
    private static let numeric: Set<String> = [
        "added", "answered", "attendance", "bound", "bytes", "changed", "commitment", "committed", "committedBound",
        "committedGap", "disruption", "dropped", "dualBound", "edits", "faults", "from", "frontier", "gap", "groups",
        "job", "jobs", "kept", "lines", "marked", "members", "memory", "memoryLimit", "missing", "objective",
        "placements",
        "plans", "previous", "published", "queued", "requests", "resources", "revision", "running", "scenarios",
        "sessions",
        "stale", "steps", "things", "to",
        "uptime", "verbs", "version", "violations", "weeks",
    ]

    /// `{"ok":{…}}`.
    static func closing(_ fields: ReplyFields) -> JSON { .object(JSONObject([("ok", object(fields))])) }

    /// `{"error":{"code":…,"message":…,"messageZh":…,…}}`.
    static func closing(_ error: ProtocolError) -> JSON {
        let chinese = error.messageZh.map { [("messageZh", JSON.string($0))] } ?? []
        let head = [("code", JSON.string(error.code.rawValue)), ("message", .string(error.message))] + chinese
        let fields = JSONObject(head + (object(error.fields).object?.fields ?? []).map { ($0.key, $0.value) })
        return .object(JSONObject([("error", .object(fields))]))
    }

    private static func object(_ fields: ReplyFields) -> JSON {
        .object(
            JSONObject(
                fields.fields.map { field in
                    let number = numeric.contains(field.key) ? fields.number(field.key) : nil
                    return (field.key, number.map { .number($0) } ?? .string(field.value))
                }))
    }
}

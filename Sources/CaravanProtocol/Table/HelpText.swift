import CaravanCore

/// What `HELP` answers, out of the command table.
public enum HelpText {
    /// The reply to `HELP`, or to `HELP verb`.
    /// - Throws: `ProtocolError` with code `unknown-verb`.
    public static func reply(for name: String? = nil) throws(ProtocolError) -> Reply {
        let specs = if let name { [try CommandTable.spec(named: name)] } else { CommandTable.all }
        var records = specs.map(record(of:))
        if name != nil, let spec = specs.first { records += arguments(of: spec) }
        return .ok(["verbs": String(specs.count)], records: records)
    }

    private static func record(of spec: CommandSpec) -> JSON {
        [
            "verb": .string(spec.verb.rawValue), "usage": .string(spec.usage),
            "summary": .string(spec.summary.english), "summaryZh": .string(spec.summary.chinese),
        ]
    }

    private static func arguments(of spec: CommandSpec) -> [JSON] {
        let positionals = spec.positionals.map { argument($0, isOption: false) }
        let body = spec.body.map { body -> JSON in
            [
                "argument": "bytes", "option": true, "required": .bool(body.isRequired),
                "accepts": .string("how many bytes of body follow the line, at most \(body.limit)"),
                "purpose": .string(body.content),
            ]
        }
        return positionals + spec.options.map { argument($0, isOption: true) } + (body.map { [$0] } ?? [])
    }

    private static func argument(_ spec: ArgumentSpec, isOption: Bool) -> JSON {
        var fields = JSONObject([
            ("argument", .string(spec.name)), ("option", .bool(isOption)), ("required", .bool(spec.isRequired)),
            ("accepts", .string(spec.kind.accepted)),
        ])
        if spec.isRepeated { fields["repeated"] = true }
        fields["default"] = spec.defaultText.map { .string($0) }
        fields["purpose"] = .string(spec.purpose)
        return .object(fields)
    }
}

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
        var record = VerbRecord()
        (record.verb, record.usage, record.summary) = (spec.verb.rawValue, spec.usage, spec.summary)
        return record.json
    }

    private static func arguments(of spec: CommandSpec) -> [JSON] {
        let arguments =
            spec.positionals.map { ArgumentRecord($0, isOption: false) }
            + spec.options.map { ArgumentRecord($0, isOption: true) }
            + (spec.body.map { [ArgumentRecord($0)] } ?? [])
        return arguments.map(\.json)
    }
}

extension ArgumentRecord {
    fileprivate init(_ spec: ArgumentSpec, isOption: Bool) {
        self.init()
        (argument, option, required) = (spec.name, isOption, spec.isRequired)
        (accepts, absent, purpose) = (spec.kind.accepted, spec.defaultText, spec.purpose)
        repeated = spec.isRepeated ? true : nil
    }

    fileprivate init(_ body: BodySpec) {
        self.init()
        (argument, option, required, purpose) = ("bytes", true, body.isRequired, body.content)
        accepts = "how many bytes of body follow the line, at most \(body.limit)"
    }
}

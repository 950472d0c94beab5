import CaravanLanguage

/// A request that the command table found well formed: arguments by name, values checked, defaults filled in.
public struct Invocation: Sendable, Equatable {
    /// The verb.
    public let verb: Verb
    /// Arguments and options by name; absent where not given and without default.
    public let values: [String: ArgumentValue]
    /// The body, where one came.
    public let body: [UInt8]?

    /// An identifier, slot, choice or text.
    public func text(_ name: ArgumentName) -> String? {
        read(name) { if case .text(let text) = $0 { text } else { nil } }
    }
    /// Seconds or a ratio.
    public func number(_ name: ArgumentName) -> Double? {
        read(name) { if case .number(let value) = $0 { value } else { nil } }
    }
    /// A count, a seed, a job.
    public func integer(_ name: ArgumentName) -> Int? {
        read(name) { if case .integer(let value) = $0 { value } else { nil } }
    }
    /// A flag; false where absent.
    public func flag(_ name: ArgumentName) -> Bool {
        read(name) { if case .flag(let isSet) = $0 { isSet } else { nil } } ?? false
    }
    /// The values of an argument that may be given several times; none where it is absent.
    public func list(_ name: ArgumentName) -> [String] {
        read(name) { if case .list(let texts) = $0 { texts } else { nil } } ?? []
    }
    /// A plan version.
    public func version(_ name: ArgumentName) -> VersionSelector? {
        read(name) { if case .version(let version) = $0 { version } else { nil } }
    }

    /// Tests fail where a handler asks for what its verb does not take, or takes as something else: that would read as absent.
    private func read<Value>(_ name: ArgumentName, _ value: (ArgumentValue) -> Value?) -> Value? {
        guard let stated = values[name.rawValue] else {
            assert(spec.takes(name), "\(verb.rawValue) takes no \(name.rawValue)")
            return nil
        }
        let found = value(stated)
        assert(found != nil, "\(name.rawValue) of \(verb.rawValue) is of another kind")
        return found
    }

    private var spec: CommandSpec? { try? CommandTable.spec(named: verb.rawValue) }
}

extension CommandSpec? {
    fileprivate func takes(_ name: ArgumentName) -> Bool {
        guard let self else { return false }
        return (self.positionals + self.options).contains { $0.name == name.rawValue }
    }
}

extension Invocation {
    /// Checks a line and its body against the command table.
    /// - Throws: `ProtocolError` with code `unknown-verb`, or `usage` naming the argument and what it accepts.
    public init(_ line: RequestLine, body: [UInt8]? = nil) throws(ProtocolError) {
        let spec = try CommandTable.spec(named: line.verb)
        var values = try Self.positionals(of: line, spec)
        for (name, value) in try Self.options(of: line, spec) { values[name] = value }
        try Self.checkBody(body, spec)
        self.init(verb: spec.verb, values: values, body: body)
    }

    private static func positionals(
        of line: RequestLine, _ spec: CommandSpec
    ) throws(ProtocolError) -> [String: ArgumentValue] {
        var values: [String: ArgumentValue] = [:]
        let takesAll = spec.positionals.last?.isRepeated == true
        if line.arguments.count > spec.positionals.count, !takesAll {
            let extra = line.arguments[spec.positionals.count]
            throw .usage(RefusedLine.unknownArgument(spec.verb.rawValue, quoted(extra), spec.usage))
        }
        for (position, argument) in spec.positionals.enumerated() {
            guard position < line.arguments.count else {
                if argument.isRequired { throw missing(argument, of: line, spec) }
                continue
            }
            if argument.isRepeated {
                values[argument.name] = try list(line.arguments[position...], of: argument, spec)
            } else {
                values[argument.name] = try value(line.arguments[position], of: argument, spec)
            }
        }
        return values
    }

    private static func list(
        _ texts: ArraySlice<String>, of argument: ArgumentSpec, _ spec: CommandSpec
    ) throws(ProtocolError) -> ArgumentValue {
        var list: [String] = []
        for text in texts {
            if case .text(let text) = try value(text, of: argument, spec) { list.append(text) }
        }
        return .list(list)
    }

    private static func missing(_ argument: ArgumentSpec, of line: RequestLine, _ spec: CommandSpec) -> ProtocolError {
        let named = line.options.first { option in
            !spec.options.contains { $0.name == option.key } && option.key != "bytes"
        }
        let verb = spec.verb.rawValue
        guard let named else { return .usage(RefusedLine.missing(verb, argument.name, spec.usage)) }
        return .usage(RefusedLine.missingQuotes(verb, argument.name, spec.usage, named.key))
    }

    private static func options(
        of line: RequestLine, _ spec: CommandSpec
    ) throws(ProtocolError) -> [String: ArgumentValue] {
        var values: [String: ArgumentValue] = [:]
        for given in line.options where given.key != "bytes" {
            guard let option = spec.options.first(where: { $0.name == given.key }) else {
                throw unknown(given.key, spec)
            }
            values[option.name] = try value(given.value, of: option, spec)
        }
        for option in spec.options where values[option.name] == nil {
            if option.isRequired {
                let form = "\(option.name)=\(option.placeholder)"
                throw .usage(RefusedLine.missing(spec.verb.rawValue, form, spec.usage))
            }
            values[option.name] = option.defaultText.flatMap(option.kind.value(of:))
        }
        return values
    }

    private static func unknown(_ key: String, _ spec: CommandSpec) -> ProtocolError {
        let names = spec.options.map(\.name) + (spec.body == nil ? [] : ["bytes"])
        let verb = spec.verb.rawValue
        if names.isEmpty { return .usage(RefusedLine.noOptions(verb, quoted(key))) }
        return .usage(RefusedLine.unknownOption(verb, quoted(key), names.listed()))
    }

    private static func value(
        _ text: String, of argument: ArgumentSpec, _ spec: CommandSpec
    ) throws(ProtocolError) -> ArgumentValue {
        guard let value = argument.kind.value(of: text) else {
            throw .usage(RefusedLine.value(argument.name, quoted(text), argument.kind.wording))
        }
        return value
    }

    private static func checkBody(_ body: [UInt8]?, _ spec: CommandSpec) throws(ProtocolError) {
        let verb = spec.verb.rawValue
        switch (spec.body, body) {
        case (nil, _?): throw .usage(RefusedLine.bodyNeedless(verb, spec.usage))
        case (let wanted?, nil) where wanted.isRequired:
            throw .usage(RefusedLine.bodyMissing(verb))
        case (let wanted?, let body?) where body.count > wanted.limit:
            throw ProtocolError(.tooLarge, RefusedLine.bodyTooLarge(verb, wanted.limit, body.count))
        default: break
        }
    }
}

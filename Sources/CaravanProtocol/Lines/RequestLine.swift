import CaravanLanguage

/// A request line taken apart: `VERB arg … key=value …`. Nothing is known yet of what the verb accepts.
public struct RequestLine: Sendable, Equatable {
    /// One `key=value`.
    public struct Option: Sendable, Equatable {
        /// Name, as written.
        public let key: String
        /// Value with its escapes undone.
        public let value: String

        /// An option.
        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// The verb in upper case.
    public let verb: String
    /// Values without a key, in order.
    public let arguments: [String]
    /// Values with a key, in order; each key once.
    public let options: [Option]

    /// A line out of its parts; keys are expected to be well formed.
    public init(_ verb: String, _ arguments: [String] = [], options: [Option] = []) {
        self.verb = verb.uppercased()
        self.arguments = arguments
        self.options = options
    }

    /// Reads a line without its line end.
    /// - Throws: `ProtocolError` with code `usage`.
    public init(parsing line: String) throws(ProtocolError) {
        let words = try WordScanner.words(of: line)
        guard let first = words.first else { throw .usage(RefusedLine.empty) }
        guard first.key == nil, !first.isQuoted else { throw .usage(RefusedLine.verbMissing) }
        var arguments: [String] = []
        var options: [Option] = []
        for word in words.dropFirst() {
            guard let key = word.key else {
                arguments.append(word.value)
                continue
            }
            if options.contains(where: { $0.key == key }) { throw .usage(RefusedLine.keyTwice(quoted(key))) }
            options.append(Option(key, word.value))
        }
        self.init(first.value, arguments, options: options)
    }

    /// The value of a key.
    public subscript(key: String) -> String? { options.first { $0.key == key }?.value }

    /// The line as it is sent, without its line end.
    public var text: String {
        let words = arguments.map { WordWriter.write($0, positional: true) }
        let pairs = options.map { "\($0.key)=\(WordWriter.write($0.value))" }
        return ([verb] + words + pairs).joined(separator: " ")
    }
}

import Testing

/// A conversation, written as it goes over the wire, played against a server.
///
/// `C: ` lines are sent, `S: ` lines are what must come back; `…` in them stands for any text; lines of a
/// stream that it does not mention are passed over. A body is written on
/// `B: ` lines after its command, whose `bytes=N` is filled in. `U: ` lines are asked
/// until something stands in the answer. `# ` lines are remarks.
struct Transcript {
    private let text: String
    private let documents: [String: String]

    /// A conversation; `@name` in it stands for a document.
    init(_ text: String, _ documents: [String: String] = [:]) {
        self.text = text
        self.documents = documents
    }

    /// Plays it with one client.
    func play(on server: TestServer, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await play(with: try await server.client(), sourceLocation: sourceLocation)
    }

    /// Plays it with a client that is connected already.
    func play(with client: TestClient, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)[...]
        while let line = lines.popFirst() {
            let content = fill(String(line.dropFirst(3)))
            if line.hasPrefix("C: ") {
                let body = lines.first.flatMap { $0.hasPrefix("B: ") ? fill(String($0.dropFirst(3))) : nil }
                if body != nil { lines = lines.dropFirst() }
                let size = body?.utf8.count ?? 0
                try await client.send(content.replacing("bytes=N", with: "bytes=\(size)") + "\n")
                if let body { try await client.send(body + "\n") }
            } else if line.hasPrefix("U: ") {
                let parts = content.split(separator: " until ").map(String.init)
                while try await client.ask(parts[0]).allSatisfy({ !$0.contains(parts[1]) }) {}
            } else if line.hasPrefix("S: ") {
                var heard = try await client.line()
                while heard.hasPrefix("* "), !content.hasPrefix("* ") { heard = try await client.line() }
                #expect(
                    Self.matches(heard, content), "heard \(heard), expected \(content)", sourceLocation: sourceLocation)
            }
        }
    }

    private func fill(_ line: String) -> String {
        documents.reduce(line) { $0.replacing("@\($1.key)", with: $1.value) }
    }

    /// An `ERR` line without what it says in Chinese; any other line as it is.
    static func english(_ line: String) -> String {
        line.hasPrefix("ERR ") ? line.replacing(#/\ messageZh="(?:[^"\\]|\\.)*"/#, with: "") : line
    }

    /// Whether a line is as a pattern says.
    static func matches(_ heard: String, _ pattern: String) -> Bool {
        // What an ERR says in Chinese is looked at only where the pattern does.
        let line = pattern.contains("messageZh") ? heard : english(heard)
        let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, line.hasPrefix(first) else { return false }
        if parts.count == 1 { return line == pattern }
        var rest = line.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}

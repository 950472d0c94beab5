import CaravanLanguage

/// How many bytes a line says will follow it.
enum BodyAnnouncement: Equatable {
    /// Announcements beyond this are not believed: nothing is read past the line.
    static let credible = 1 << 30

    /// No `bytes=`.
    case none
    /// That many bytes follow.
    case bytes(Int)
    /// No count that can be believed; nothing is taken off the stream.
    case refused(ProtocolError)

    /// What the value of a `bytes=` says.
    init(value: String) {
        let digits = value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if value.isEmpty || !digits {
            self = .refused(.usage(RefusedLine.byteCount(String(value.prefix(40)))))
        } else if let count = Int(value), count <= Self.credible {
            self = .bytes(count)
        } else {
            let text = RefusedLine.byteCountTooLarge(String(value.prefix(40)), Self.credible)
            self = .refused(ProtocolError(.tooLarge, text))
        }
    }

    /// What a well-formed line says.
    init(of line: RequestLine) {
        self = line["bytes"].map(BodyAnnouncement.init(value:)) ?? .none
    }

    /// How many bytes to skip after a line that cannot be read: the first `bytes=N` among its words, if it is credible.
    /// `complete` says whether the last word is known to be whole.
    static func skipped(after line: some Collection<UInt8>, complete: Bool) -> Int? {
        var words = line.split(whereSeparator: WordScanner.isSpace)
        if !complete { words = words.dropLast() }
        for word in words where word.starts(with: "bytes=".utf8) {
            guard let value = String(validating: word.dropFirst(6), as: UTF8.self) else { return nil }
            if case .bytes(let count) = BodyAnnouncement(value: value) { return count }
            return nil
        }
        return nil
    }
}

import CaravanCore
import CaravanLanguage

/// One line of the daemon, taken apart.
public enum ReplyLine: Sendable, Equatable {
    /// `CARAVAN <protocol> <program version>`.
    case greeting(protocolVersion: Int, programVersion: String)
    /// `+ {…}`.
    case record(JSON)
    /// `* {…}`, while `WATCH` runs.
    case stream(JSON)
    /// `OK …`; `bytes` is how many bytes of payload follow.
    case ok(ReplyFields, bytes: Int?)
    /// `ERR …`.
    case failure(ProtocolError)

    /// Reads a line without its line end.
    /// - Throws: `ProtocolError` with code `internal`: whoever sent this does not speak the protocol.
    public init(parsing line: String) throws(ProtocolError) {
        if line.hasPrefix("+ ") {
            self = .record(try Self.json(line))
        } else if line.hasPrefix("* ") {
            self = .stream(try Self.json(line))
        } else {
            self = try Self.words(line)
        }
    }

    private static func json(_ line: String) throws(ProtocolError) -> JSON {
        do throws(JSONError) { return try JSON(parsing: line.utf8.dropFirst(2)) } catch {
            throw ProtocolError(.internal, ForeignReply.record(error.wording))
        }
    }

    private static func words(_ line: String) throws(ProtocolError) -> ReplyLine {
        let words: [Word]
        do throws(ProtocolError) { words = try WordScanner.words(of: line) } catch { throw foreign(line) }
        switch words.first?.value {
        case "OK": return try ok(words.dropFirst(), line)
        case "ERR": return try failure(words.dropFirst(), line)
        case "CARAVAN": return try greeting(Array(words), line)
        default: throw foreign(line)
        }
    }

    private static func ok(_ words: ArraySlice<Word>, _ line: String) throws(ProtocolError) -> ReplyLine {
        let fields = try fields(words, line)
        guard let announced = fields["bytes"] else { return .ok(fields, bytes: nil) }
        guard case .bytes(let count) = BodyAnnouncement(value: announced) else { throw foreign(line) }
        return .ok(fields, bytes: count)
    }

    private static func failure(_ words: ArraySlice<Word>, _ line: String) throws(ProtocolError) -> ReplyLine {
        let plain = words.prefix { $0.key == nil }
        guard plain.count == 2, let name = plain.first?.value, let message = plain.last?.value else {
            throw foreign(line)
        }
        var fields = try fields(words.dropFirst(2), line)
        let text = Bilingual(message, fields["messageZh"] ?? message)
        fields["messageZh"] = nil
        // A code that a newer daemon added still ends the reply; its name is kept for the reader.
        guard let code = ErrorCode(rawValue: name) else {
            return .failure(ProtocolError(.internal, Join.labelled(name, text), fields: fields))
        }
        return .failure(ProtocolError(code, text, fields: fields))
    }

    private static func fields(_ words: ArraySlice<Word>, _ line: String) throws(ProtocolError) -> ReplyFields {
        var fields: ReplyFields = [:]
        for word in words {
            guard let key = word.key else { throw foreign(line) }
            fields[key] = word.value
        }
        return fields
    }

    private static func greeting(_ words: [Word], _ line: String) throws(ProtocolError) -> ReplyLine {
        guard words.count >= 3, let version = Int(words[1].value) else { throw foreign(line) }
        return .greeting(
            protocolVersion: version, programVersion: words.dropFirst(2).map(\.value).joined(separator: " "))
    }

    private static func foreign(_ line: String) -> ProtocolError {
        ProtocolError(.internal, ForeignReply.line(quoted(line)))
    }
}

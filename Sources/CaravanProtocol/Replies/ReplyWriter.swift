import CaravanCore
import CaravanLanguage

/// Writes the lines of the daemon's side, one by one, for replies that are sent as they come about.
public enum ReplyWriter {
    /// The protocol's version, which the greeting names.
    public static let protocolVersion = 1

    /// `CARAVAN 1 <program version>`.
    public static func greeting(programVersion: String) -> [UInt8] {
        line("CARAVAN \(protocolVersion) \(programVersion)")
    }

    /// `+ {…}`: one record.
    public static func record(_ value: JSON) -> [UInt8] { line("+ \(value.text)") }

    /// `* {…}`: one line of a stream.
    public static func stream(_ value: JSON) -> [UInt8] { line("* \(value.text)") }

    /// The closing line, with its payload where it has one; `bytes=N` is written for it.
    public static func closing(_ closing: Closing) -> [UInt8] {
        switch closing {
        case .failure(let error):
            let chinese = error.messageZh.map { " messageZh=\(WordWriter.quote($0))" } ?? ""
            return line("ERR \(error.code.rawValue) \(WordWriter.quote(error.message))\(chinese)\(error.fields.text)")
        case .ok(var fields, let payload):
            if let payload { fields.set("bytes", payload.count) }
            let end = line("OK\(fields.text)")
            return payload.map { end + $0 + [0x0A] } ?? end
        }
    }

    private static func line(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        bytes.append(0x0A)
        return bytes
    }
}

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads the text of a file that a spreadsheet program wrote on a Chinese or any other machine.
enum TextDecoding {
    /// The text: by its byte order mark UTF-8 or UTF-16, else UTF-8 where it is that, else GB18030, which holds GBK and
    /// GB 2312. Nil where it is none of these.
    static func text(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return converted(Array(bytes.dropFirst(2)), from: "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return converted(Array(bytes.dropFirst(2)), from: "UTF-16BE") }
        return String(validating: bytes, as: UTF8.self) ?? converted(bytes, from: "GB18030")
    }

    /// The bytes converted by the system's iconv; nil where a byte does not belong to the encoding.
    private static func converted(_ bytes: [UInt8], from encoding: String) -> String? {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        // No byte of these encodings becomes more than three bytes of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 3 + 4)
        var input = bytes.map { CChar(bitPattern: $0) }
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { sink in
                var (from, to) = (source.baseAddress, sink.baseAddress)
                var (left, room) = (source.count, sink.count)
                guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
                return sink.count - room
            }
        }
        guard let written else { return nil }
        return String(validating: output.prefix(written).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

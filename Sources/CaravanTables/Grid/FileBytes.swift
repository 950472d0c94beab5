import CaravanLanguage
import Foundation

/// Bytes of files, never more than a limit of them.
enum FileBytes {
    /// The bytes of a file; nil where it holds more than the limit.
    static func read(_ path: String, atMost limit: Int) throws(SpreadsheetError) -> [UInt8]? {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var bytes: [UInt8] = []
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
                bytes.append(contentsOf: piece)
                if bytes.count > limit { return nil }
            }
            return bytes
        } catch {
            throw .unreadable(path: path, reason: Verbatim(error.localizedDescription).bilingual)
        }
    }
}

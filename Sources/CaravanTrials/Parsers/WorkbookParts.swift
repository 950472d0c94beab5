/// The parts of a workbook as one text that a mutator can get at: a line `@@ NAME` before each part.
enum WorkbookParts {
    private static let mark = Array("@@ ".utf8)

    /// The parts in their order. What stands before the first mark is left out.
    static func split(_ input: [UInt8]) -> [(name: String, content: [UInt8])] {
        var parts: [(name: String, content: [UInt8])] = []
        for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: mark) {
                parts.append((String(decoding: line.dropFirst(mark.count), as: UTF8.self), []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].content += line + [0x0A]
            }
        }
        return parts
    }
}

/// Writes a zip archive whose parts are stored as they are (APPNOTE 6.3, method 0).
enum StoredZip {
    static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for part in parts.prefix(1000) {
            let name = Array(part.name.utf8.prefix(200))
            let sum = number(checksum(part.content), 4)
            let size = number(UInt32(truncatingIfNeeded: part.content.count), 4)
            // Version, flags (names are UTF-8), method, time, date, then what both heads hold.
            let common =
                [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0] + sum + size + size + number(UInt32(name.count), 2) + [0, 0]
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common
            directory += [UInt8](repeating: 0, count: 10) + number(UInt32(truncatingIfNeeded: archive.count), 4) + name
            archive += [0x50, 0x4B, 3, 4] + common + name + part.content
        }
        let count = number(UInt32(min(parts.count, 1000)), 2)
        let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
        let place = number(UInt32(directory.count), 4) + number(UInt32(truncatingIfNeeded: archive.count), 4)
        return archive + directory + end + place + [0, 0]
    }

    private static func number(_ value: UInt32, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }
}

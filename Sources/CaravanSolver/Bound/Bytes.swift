/// Writes numbers and texts one behind the other.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Seven bits a byte, the low ones first (LEB128).
    mutating func number(_ value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func float(_ value: Float) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func double(_ value: Double) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ value: String) {
        number(UInt32(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    /// How many there are, then each of them.
    mutating func list<Item>(_ items: [Item], _ write: (inout ByteWriter, Item) -> Void) {
        number(UInt32(items.count))
        for item in items { write(&self, item) }
    }

    /// All of it, with a checksum behind.
    var sealed: [UInt8] {
        var writer = self
        withUnsafeBytes(of: bytes[...].checksum.littleEndian) { writer.bytes.append(contentsOf: $0) }
        return writer.bytes
    }
}

/// Reads what `ByteWriter` wrote; nil where the bytes cannot be that.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var at = 0

    /// nil where the checksum does not fit.
    init?(sealed all: [UInt8]) {
        guard all.count >= 8 else { return nil }
        bytes = all.dropLast(8)
        guard all.suffix(8).reversed().reduce(0, { $0 << 8 | UInt64($1) }) == bytes.checksum else { return nil }
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func byte() -> UInt8? {
        guard at < bytes.count else { return nil }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func number() -> UInt32? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 28, by: 7) {
            guard let next = byte() else { return nil }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return UInt32(exactly: value) }
        }
        return nil
    }

    mutating func float() -> Float? { word(4).map { Float(bitPattern: UInt32($0)) } }

    mutating func double() -> Double? { word(8).map { Double(bitPattern: $0) } }

    private mutating func word(_ size: Int) -> UInt64? {
        guard bytes.count - at >= size else { return nil }
        defer { at += size }
        return bytes[at..<at + size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func text() -> String? {
        guard let count = number().map(Int.init), bytes.count - at >= count else { return nil }
        defer { at += count }
        return String(validating: bytes[at..<at + count], as: UTF8.self)
    }

    /// As many as the count in front says.
    mutating func list<Item>(_ read: (inout ByteReader) -> Item?) -> [Item]? {
        guard let count = number() else { return nil }
        var items: [Item] = []
        for _ in 0..<count {
            guard let item = read(&self) else { return nil }
            items.append(item)
        }
        return items
    }
}

extension ArraySlice<UInt8> {
    /// FNV-1a of 64 bits (Fowler, Noll and Vo).
    fileprivate var checksum: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in self { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}

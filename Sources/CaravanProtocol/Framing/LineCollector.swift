/// Gathers the bytes of one line, whatever pieces they come in, up to a limit.
struct LineCollector: Sendable {
    enum Outcome: Equatable {
        /// All bytes are used up and the line goes on.
        case needsMore
        /// A whole line, without LF and without the CR before it.
        case line([UInt8])
        /// The line is longer than the limit; its first bytes. Its end has not been reached.
        case oversized([UInt8])
    }

    private let limit: Int
    private var collected: [UInt8] = []

    /// Whether no line has begun.
    var isEmpty: Bool { collected.isEmpty }

    /// `limit`: bytes of a line without its line end.
    init(limit: Int) { self.limit = limit }

    /// Takes bytes from the front of the slice up to the end of the line.
    mutating func take(from bytes: inout Slice<UnsafeBufferPointer<UInt8>>) -> Outcome {
        // One byte more than the limit may be the CR of a CR LF.
        let room = limit + 1 - collected.count
        let end = bytes.prefix(room + 1).firstIndex(of: 0x0A)
        let piece = end.map { bytes[..<$0] } ?? bytes.prefix(room)
        collected.append(contentsOf: piece)
        bytes = bytes[piece.endIndex...]
        let endsInReturn = collected.last == 0x0D
        if end != nil, collected.count <= limit || endsInReturn {
            bytes = bytes.dropFirst()
            if endsInReturn { collected.removeLast() }
            return .line(drain())
        }
        let isOver = collected.count > limit && (!endsInReturn || !bytes.isEmpty)
        return isOver ? .oversized(drain()) : .needsMore
    }

    private mutating func drain() -> [UInt8] {
        defer { collected = [] }
        return collected
    }
}

import TestSupport

extension SeededGenerator {
    /// Cuts bytes into pieces of random length, 1 to `longest`.
    mutating func pieces(_ bytes: [UInt8], longest: Int) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var at = 0
        while at < bytes.count {
            let end = Swift.min(bytes.count, at + Int.random(in: 1...longest, using: &self))
            pieces.append(bytes[at..<end])
            at = end
        }
        return pieces
    }
}

import Foundation

/// What can be read back of a write-ahead log, looked at before SQLite does: SQLite takes the first frame that does not
/// fit for the end of the log, whatever stands behind it, and later writes over the rest.
///
/// A log (`FILE-wal`, https://www.sqlite.org/fileformat.html#walformat) is a header of 32 bytes and frames, each a header
/// of 24 bytes and a page. A frame holds the log's two salts and a checksum that runs on from the frame before it. The
/// last frame of a commit says how many pages the file has then. Frames left over from before the log was begun anew have
/// other salts and are no damage. A commit that was being written when the process or the machine stopped ends in a frame
/// that does not fit, with no commit behind it; that is no damage either.
struct WriteAheadLog: Sendable {
    /// Commits that can be read back.
    private(set) var commits = 0
    /// Commits of this log behind the first frame that does not fit, as far as they can be told: they were complete once.
    private(set) var lostCommits = 0
    /// Whether the header does not fit, so that nothing can be read back.
    private(set) var isHeaderDamaged = false

    /// Whether something is lost for certain.
    var isDamaged: Bool { isHeaderDamaged || lostCommits > 0 }

    /// Looks at the log of that name; one that is absent or empty holds nothing.
    init(at path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe).withUnsafeBytes { examine($0) }
    }

    private mutating func examine(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Frame.logHeaderSize else { return }
        guard let log = LogHeader(bytes) else {
            isHeaderDamaged = true
            return
        }
        var checksum = log.checksum
        var isIntact = true
        var offset = Frame.logHeaderSize
        while let frame = Frame(bytes, at: offset, of: log) {
            offset += frame.size
            // Behind a damaged frame the next one is held against what that one says its checksum was.
            let fits = frame.isOf(log) && frame.sum(from: checksum, log) == frame.checksum
            if !fits, isIntact {
                isIntact = false
                lostCommits = 0
            } else if fits, frame.isCommit {
                if isIntact { commits += 1 } else { lostCommits += 1 }
            }
            checksum = frame.checksum
        }
    }
}

/// The two running sums of the format, over pairs of 32-bit words.
private struct Checksum: Equatable {
    var first: UInt32 = 0
    var second: UInt32 = 0

    /// Runs on over a stretch of whole pairs.
    mutating func run(over bytes: UnsafeRawBufferPointer.SubSequence, bigEndian: Bool) {
        let words = UnsafeRawBufferPointer(rebasing: bytes)
        for offset in stride(from: 0, to: words.count - 7, by: 8) {
            first &+= words.word(at: offset, bigEndian: bigEndian) &+ second
            second &+= words.word(at: offset + 4, bigEndian: bigEndian) &+ first
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The bounds are checked by the callers, who look at the count first.
    fileprivate func word(at offset: Int, bigEndian: Bool = true) -> UInt32 {
        let word = loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return bigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    }
}

private struct LogHeader {
    let pageSize: Int
    let isBigEndian: Bool
    let salts: [UInt32]
    let checksum: Checksum

    /// Nil for a header that is none; there are at least 32 bytes.
    init?(_ bytes: UnsafeRawBufferPointer) {
        let (magic, size) = (bytes.word(at: 0), bytes.word(at: 8))
        guard magic & ~1 == 0x377F_0682, size.nonzeroBitCount == 1, (512...65536).contains(size) else { return nil }
        pageSize = Int(size)
        isBigEndian = magic & 1 == 1
        salts = [bytes.word(at: 16), bytes.word(at: 20)]
        checksum = Checksum(first: bytes.word(at: 24), second: bytes.word(at: 28))
        var sum = Checksum()
        sum.run(over: bytes[0..<24], bigEndian: isBigEndian)
        guard sum == checksum else { return nil }
    }
}

private struct Frame {
    static let logHeaderSize = 32
    private static let headerSize = 24

    private let bytes: UnsafeRawBufferPointer.SubSequence
    private let salts: [UInt32]
    private let page: UInt32
    private let pagesAfterCommit: UInt32
    let checksum: Checksum

    var size: Int { bytes.count }
    var isCommit: Bool { pagesAfterCommit > 0 }

    /// Nil where the log ends before the frame does.
    init?(_ log: UnsafeRawBufferPointer, at offset: Int, of header: LogHeader) {
        let end = offset + Self.headerSize + header.pageSize
        guard end <= log.count else { return nil }
        bytes = log[offset..<end]
        page = log.word(at: offset)
        pagesAfterCommit = log.word(at: offset + 4)
        salts = [log.word(at: offset + 8), log.word(at: offset + 12)]
        checksum = Checksum(first: log.word(at: offset + 16), second: log.word(at: offset + 20))
    }

    /// Whether it was written since the log was begun anew.
    func isOf(_ log: LogHeader) -> Bool { salts == log.salts && page > 0 }

    func sum(from earlier: Checksum, _ log: LogHeader) -> Checksum {
        var sum = earlier
        sum.run(over: bytes.prefix(8), bigEndian: log.isBigEndian)
        sum.run(over: bytes.dropFirst(Self.headerSize), bigEndian: log.isBigEndian)
        return sum
    }
}

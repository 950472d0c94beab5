import CaravanLanguage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that commands read and write.
enum FileContent {
    /// The bytes of a file, or of standard input for `-`.
    /// - Throws: `ClientError.unreadable`.
    static func read(_ path: String) throws(ClientError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: SystemReason.of(errno)) }
        defer { if descriptor != 0 { close(descriptor) } }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = readPiece(descriptor, &piece)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw .unreadable(path: path, reason: SystemReason.of(errno)) }
            if count == 0 { return content }
            content.append(contentsOf: piece.prefix(count))
        }
    }

    /// Writes a file; what stood there before stays until the new content is whole.
    /// - Throws: `ClientError.unwritable`.
    static func write(_ bytes: [UInt8], to path: String) throws(ClientError) {
        if isSpecial(path) { return try fill(path, with: bytes, flags: O_WRONLY) }
        let draft = "\(path).\(getpid()).part"
        do throws(ClientError) {
            try fill(draft, with: bytes, flags: O_WRONLY | O_CREAT | O_TRUNC)
            guard rename(draft, path) == 0 else {
                throw .unwritable(path: path, reason: SystemReason.of(errno))
            }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Whether something stands there that is no plain file, such as `/dev/stdout`, and must not be replaced by one.
    private static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    private static func fill(_ path: String, with bytes: [UInt8], flags: Int32) throws(ClientError) {
        let descriptor = open(path, flags, 0o666)
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: SystemReason.of(errno)) }
        let isWhole = Terminal.write(bytes, to: descriptor)
        let code = errno
        guard close(descriptor) == 0, isWhole else {
            throw .unwritable(path: path, reason: SystemReason.of(isWhole ? errno : code))
        }
    }

    private static func readPiece(_ descriptor: Int32, _ piece: inout [UInt8]) -> Int {
        piece.withUnsafeMutableBytes { sink in
            #if canImport(Glibc)
            Glibc.read(descriptor, sink.baseAddress, sink.count)
            #elseif canImport(Musl)
            Musl.read(descriptor, sink.baseAddress, sink.count)
            #else
            Darwin.read(descriptor, sink.baseAddress, sink.count)
            #endif
        }
    }
}

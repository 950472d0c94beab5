import CZip
import CaravanLanguage
import Foundation

/// The parts of a zip archive, unpacked by libzip within a limit of bytes over all of them.
final class ZipArchive {
    /// Why an archive is refused.
    enum Failure: Error, Equatable {
        case damaged(Bilingual)
        case tooLarge
    }

    private let handle: OpaquePointer
    private var bytesLeft: Int

    /// Opens an archive to read.
    init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(Failure) {
        // libzip reads the bytes as long as the archive is open: it gets a copy, which it frees with the archive.
        guard let copy = malloc(max(1, bytes.count)) else { throw .tooLarge }
        UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw .damaged(FileFault.noZip.bilingual)
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            // Not opened, the source is still ours.
            zip_source_free(source)
            throw .damaged(FileFault.noZip.bilingual)
        }
        self.handle = handle
        bytesLeft = limits.unpackedBytes
        if zip_get_num_entries(handle, 0) > limits.parts {
            throw .damaged(FileFault.tooManyParts.bilingual)
        }
    }

    deinit { zip_discard(handle) }

    /// The bytes of a part; nil where the archive has none of that name.
    ///
    /// What the archive says of a part's size is not believed: bytes are counted as they come.
    func part(_ name: String) throws(Failure) -> Data? {
        let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
            throw .damaged(FileFault.partNotUnpacked(name))
        }
        defer { zip_fclose(file) }
        var content = Data()
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Int(zip_fread(file, &piece, zip_uint64_t(piece.count)))
            if count < 0 { throw .damaged(FileFault.partDamaged(name)) }
            if count == 0 { return content }
            bytesLeft -= count
            if bytesLeft < 0 { throw .tooLarge }
            content.append(contentsOf: piece.prefix(count))
        }
    }
}

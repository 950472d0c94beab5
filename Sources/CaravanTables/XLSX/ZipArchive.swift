import CZip
import CaravanLanguage
import Foundation

/// The parts of a zip archive, unpacked by libzip within a limit of bytes over all of them.
final class ZipArchive {
    private let handle: OpaquePointer
    private var bytesLeft: Int

    /// Bytes that are handed on at a time.
    private static let piece = 1 << 18

    /// Opens an archive to read.
    init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(WorkbookFailure) {
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

    /// Hands on a part, piece by piece; false where the archive has none of that name.
    ///
    /// What the archive says of a part's size is not believed: bytes are counted as they come. Parts are stored or
    /// deflated (ECMA-376 part 2, annex C); other methods, which may ask for gigabytes to unpack, are refused.
    func read(_ name: String, _ take: (ArraySlice<UInt8>) throws(WorkbookFailure) -> Void) throws(WorkbookFailure)
        -> Bool
    {
        let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return false }
        var entry = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(index), 0, &entry) == 0,
            [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)].contains(entry.comp_method),
            let file = zip_fopen_index(handle, zip_uint64_t(index), 0)
        else { throw .damaged(FileFault.partNotUnpacked(name)) }
        defer { zip_fclose(file) }
        var piece = [UInt8](repeating: 0, count: Self.piece)
        while true {
            let count = Int(zip_fread(file, &piece, zip_uint64_t(piece.count)))
            if count < 0 { throw .damaged(FileFault.partDamaged(name)) }
            if count == 0 { return true }
            bytesLeft -= count
            if bytesLeft < 0 { throw .tooLarge }
            try take(piece[..<count])
        }
    }
}

import CaravanLanguage
import Foundation
import Testing

@testable import CaravanClient

@Suite("Files")
struct FileContentTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString)")

    @Test("what is written is read back, also over an older file, and leaves nothing else behind")
    func roundTrip() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "week.json").path
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for content in [bytes, [], Array("{}".utf8)] {
            try FileContent.write(content, to: path)
            #expect(try FileContent.read(path) == content)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["week.json"])
    }

    @Test("what cannot be read or written is told with its path and the system's reason")
    func failures() {
        let path = folder.appending(path: "none").path
        #expect(throws: ClientError.unreadable(path: path, reason: SystemReason.notFound.bilingual)) {
            try FileContent.read(path)
        }
        #expect(throws: ClientError.unreadable(path: "/", reason: SystemReason.isDirectory.bilingual)) {
            try FileContent.read("/")
        }
        #expect(throws: ClientError.unwritable(path: "/", reason: SystemReason.isDirectory.bilingual)) {
            try FileContent.write([], to: "/")
        }
        #expect { try FileContent.write([1], to: path) } throws: { error in
            guard case .unwritable(_, SystemReason.notFound.bilingual) = error as? ClientError else { return false }
            return true
        }
    }
}

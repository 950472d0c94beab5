import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Calls that can be made to fail, as `faults.c` groups them.
struct FailingCalls: OptionSet, Sendable {
    /// The bits that the library reads.
    let rawValue: Int64

    /// Calls by their bits.
    init(rawValue: Int64) { self.rawValue = rawValue }

    /// `write`, `pwrite`.
    static let write = FailingCalls(rawValue: 1)
    /// `fsync`, `fdatasync`.
    static let sync = FailingCalls(rawValue: 2)
    /// `ftruncate`, `fallocate`.
    static let truncate = FailingCalls(rawValue: 4)
    /// `open`.
    static let open = FailingCalls(rawValue: 8)
}

/// The switch of the library that `faults.c` is built into: a file that both processes map.
///
/// `@unchecked Sendable`: each word is an atomic of its own in mapped memory, which lives as long as the switch.
final class FaultSwitch: @unchecked Sendable {
    /// The words, in the order of `struct control` in `faults.c`.
    private enum Word: Int, CaseIterable {
        case calls, error, skip, count, every, room, clock, seen, failed
    }

    private static let size = Word.allCases.count * MemoryLayout<Int64>.size

    private let library: URL
    private let file: URL
    private let folder: URL
    private let words: UnsafeMutablePointer<Atomic<Int64>>

    /// Builds the library in a folder and makes its control file there; no fault is switched on.
    /// - Parameter folder: The files of this folder are concerned.
    /// - Throws: Where there is no C compiler, or the folder cannot be written.
    init(in room: URL, concerning folder: URL) throws {
        library = room.appending(path: "libfaults.so")
        file = room.appending(path: "faults")
        self.folder = folder
        try Self.build(library)
        try Data(count: Self.size).write(to: file)
        let descriptor = open(file.path, O_RDWR)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(descriptor) }
        guard let mapped = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), mapped != MAP_FAILED
        else { throw CocoaError(.fileReadUnknown) }
        // The mapping is aligned to a page and holds as many words; an atomic is laid out as its integer, zeros are valid.
        words = mapped.bindMemory(to: Atomic<Int64>.self, capacity: Word.allCases.count)
        set(.room, -1)
    }

    deinit { munmap(words, Self.size) }

    /// What a daemon is started with for the switch to work on it.
    var environment: [String: String] {
        ["LD_PRELOAD": library.path, "CARAVAN_FAULTS": file.path, "CARAVAN_FAULT_FOLDER": folder.path]
    }

    /// Lets calls fail from now on.
    /// - Parameters:
    ///   - error: What `errno` says, e.g. `EIO`.
    ///   - skip: So many of the calls succeed before.
    ///   - count: So many fail; nil: all until `heal`.
    ///   - every: Each has a chance of one in so many.
    func fail(_ calls: FailingCalls, error: Int32, skip: Int = 0, count: Int? = nil, every: Int = 1) {
        set(.calls, 0)
        set(.error, Int64(error))
        set(.skip, Int64(skip))
        set(.count, count.map { Int64($0) } ?? -1)
        set(.every, Int64(every))
        set(.calls, calls.rawValue)
    }

    /// Fills the disk: the files may grow by so many bytes more.
    func leave(room bytes: Int) { set(.room, Int64(bytes)) }

    /// Lets every call succeed again, and gives the disk room without end. The clock stays where it is.
    func heal() {
        set(.calls, 0)
        set(.room, -1)
    }

    /// Sets the wall clock ahead, seconds; below 0: back.
    func shiftClock(by seconds: Double) { set(.clock, Int64(seconds * 1e9)) }

    /// How many calls failed so far.
    var failures: Int { Int(words[Word.failed.rawValue].load(ordering: .sequentiallyConsistent)) }

    private func set(_ word: Word, _ value: Int64) {
        words[word.rawValue].store(value, ordering: .sequentiallyConsistent)
    }

    private static func build(_ library: URL) throws {
        let source = ProjectFolder.file("Tests/FaultInjection/faults.c")
        let arguments = ["-shared", "-fPIC", "-O2", "-o", library.path, source.path, "-ldl"]
        var complaint = "there is none"
        for compiler in ["cc", "clang", "gcc"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [compiler] + arguments
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            if process.terminationStatus == 0 { return }
        }
        throw TrialError("no C compiler builds \(source.path): \(complaint)")
    }
}

import Foundation

/// Where the files of the project lie that trials read: samples, the corpus, the fault library's source.
enum ProjectFolder {
    /// The root of the package that this was built from.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file of it.
    static func file(_ path: String) -> URL { root.appending(path: path) }

    /// The content of a file of it.
    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: file(path))) }

    /// The daemon that was built beside the running program.
    static let daemon: URL = {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let places = ([link].compactMap { $0 } + CommandLine.arguments.prefix(1)).map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "caravand")
        }
        return places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? file(".build/debug/caravand")
    }()
}

/// A trial that cannot be made: the machine lacks something, or a daemon does not start that should.
struct TrialError: Error, CustomStringConvertible {
    /// The reason.
    let description: String

    /// An error with its reason.
    init(_ reason: String) { description = reason }
}

import Foundation
import TestSupport

/// The programs that were built together with these tests.
enum Products {
    /// Where they lie: beside the running test bundle.
    static let directory: URL = {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let candidates = ([link].compactMap { $0 } + CommandLine.arguments).map { argument in
            URL(fileURLWithPath: argument).resolvingSymlinksInPath().deletingLastPathComponent()
        }
        let holds = { (folder: URL) in
            FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("caravand").path)
        }
        return candidates.first(where: holds) ?? SharedMaterial.packageRoot.appendingPathComponent(".build/debug")
    }()

    /// The daemon.
    static let daemon = directory.appendingPathComponent("caravand").path
    /// The client.
    static let client = directory.appendingPathComponent("caravan").path

    /// Variables under which programs are run, whatever this process has: English, no daemon known, and no `make` above
    /// them, which would have the one they run tell of the folders it enters.
    static let environment = [
        "LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8", "CARAVAN_SOCKET": "", "CARAVAN_TOKEN": "", "MAKELEVEL": "",
        "MAKEFLAGS": "", "MFLAGS": "",
    ]

    /// A folder of its own under the temporary one; short, since a socket's path may have 107 bytes only.
    static func makeRoom() throws -> URL {
        let name = "caravan-\(UUID().uuidString.prefix(8))"
        let room = FileManager.default.temporaryDirectory.appendingPathComponent(name, isDirectory: true)
        try FileManager.default.createDirectory(
            at: room, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return room
    }

    /// Whether a process names a text on its command line.
    static func anyProcess(names text: String) -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { Int($0) != nil }.contains { id in
            let line = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(id)/cmdline"))) ?? Data()
            return String(decoding: line, as: UTF8.self).contains(text)
        }
    }
}

extension SharedMaterial {
    /// A file of the repository.
    static func repositoryFile(_ path: String) -> URL { packageRoot.appendingPathComponent(path) }
}

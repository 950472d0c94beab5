import Foundation

/// The material that lies beside the repository (`../shared`): the independent checker, generated and real weeks.
///
/// Tests that need it are switched off with a reason where it is absent:
/// `@Suite(.enabled(if: SharedMaterial.isUsable, SharedMaterial.absence))`.
public enum SharedMaterial {
    /// The folder: environment variable `CARAVAN_SHARED`, else `../shared` of the package; nil where there is none.
    public static let directory: URL? = {
        if let named = ProcessInfo.processInfo.environment["CARAVAN_SHARED"], !named.isEmpty {
            let url = URL(fileURLWithPath: named, isDirectory: true)
            return holdsChecker(url) ? url : nil
        }
        let here = URL(fileURLWithPath: #filePath)
        return [here, here.resolvingSymlinksInPath()].lazy
            .map { root(of: $0).deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true) }
            .first(where: holdsChecker)
    }()

    /// The root of the package that these tests belong to, symbolic links resolved.
    public static let packageRoot: URL = root(of: URL(fileURLWithPath: #filePath).resolvingSymlinksInPath())

    /// The Python interpreter, nil where there is none.
    public static let python: String? = executable("python3")

    /// Whether the folder and a Python interpreter are there.
    public static var isUsable: Bool { directory != nil && python != nil }

    /// Why tests that need the material are skipped.
    public static let absence = "needs ../shared (or CARAVAN_SHARED) and python3"

    /// Whether the Python interpreter finds a module.
    public static func hasPythonModule(_ name: String) -> Bool {
        guard let python,
            let found = try? run(python, ["-c", "import importlib.util as u; exit(not u.find_spec('\(name)'))"])
        else { return false }
        return found.status == 0
    }

    /// The path of a file in the folder, e.g. `verify/verify.py`.
    /// - Throws: `Absent` where the folder or the file is missing.
    public static func file(_ path: String) throws -> URL {
        guard let url = directory?.appendingPathComponent(path), FileManager.default.fileExists(atPath: url.path) else {
            throw Absent(what: path)
        }
        return url
    }

    /// The file of a generated week; made by `instances/generate.py` once and kept in the temporary folder.
    /// - Parameters:
    ///   - size: `tiny`, `small`, `county`, `city` or `province`.
    ///   - seed: The generator's seed.
    ///   - flags: Further options: `--rich` or `--tight`.
    /// - Throws: `Absent`, or `Failed` if the generator does.
    public static func week(size: String, seed: Int, flags: [String] = []) throws -> URL {
        let kept = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-weeks", isDirectory: true)
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
        let url = kept.appendingPathComponent("\(size)-\(seed)\(flags.joined()).json")
        if FileManager.default.fileExists(atPath: url.path) { return url }
        guard let python else { throw Absent(what: "python3") }
        let made = try run(
            python, [try file("instances/generate.py").path, size, "--seed", String(seed)] + flags)
        guard made.status == 0 else {
            throw Failed(command: "generate.py \(size)", status: made.status, said: made.errorText)
        }
        try made.stdout.write(to: url, options: .atomic)
        return url
    }

    /// The full path of a program found along `PATH`, nil where there is none.
    public static func executable(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy
            .map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Something that a test needs is not there.
    public struct Absent: Error, CustomStringConvertible {
        /// What is missing.
        public let what: String
        /// For people.
        public var description: String { "\(what) is not there: \(SharedMaterial.absence)" }
    }

    /// A program ended with an error.
    public struct Failed: Error, CustomStringConvertible {
        /// The program.
        public let command: String
        /// Its exit status.
        public let status: Int32
        /// What it wrote to its error stream.
        public let said: String
        /// For people.
        public var description: String { "\(command) ended with \(status): \(said)" }
    }

    private static func root(of file: URL) -> URL {
        file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private static func holdsChecker(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent("verify/verify.py").path)
    }
}

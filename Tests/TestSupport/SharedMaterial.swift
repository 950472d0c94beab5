import Foundation

/// What tests share: the independent checker, weeks with their optima, plans and replannings, a generator of weeks, facts of a city.
///
/// All that tests need lies in `Tests/Fixtures`, so that a clone can judge itself. The originals may lie beside the
/// repository (`../shared`); then they are taken, and a test holds the copies against them.
///
/// What is written in Python needs an interpreter. Tests that need one are switched off with a reason where there is none:
/// `@Suite(.enabled(if: SharedMaterial.isUsable, SharedMaterial.absence))`.
public enum SharedMaterial {
    /// The originals: the folder of the environment variable `CARAVAN_SHARED`, else `../shared` of the package; nil where there are none.
    public static let originals: URL? = {
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

    /// The copies, `Tests/Fixtures`; and in `instances/weeks` what the generator makes.
    public static let fixtures = packageRoot.appendingPathComponent("Tests/Fixtures", isDirectory: true)

    /// The Python interpreter, nil where there is none.
    public static let python: String? = executable("python3")

    /// Whether a Python interpreter is there.
    public static var isUsable: Bool { python != nil }

    /// Why tests that need one are skipped.
    public static let absence = "needs python3"

    /// Whether the Python interpreter finds a module.
    public static func hasPythonModule(_ name: String) -> Bool {
        guard let python,
            let found = try? run(python, ["-c", "import importlib.util as u; exit(not u.find_spec('\(name)'))"])
        else { return false }
        return found.status == 0
    }

    /// A file or folder, e.g. `verify/verify.py`: the original, or its copy.
    /// - Throws: `Absent` where there is neither.
    public static func file(_ path: String) throws -> URL {
        let found = [originals, fixtures].lazy.compactMap { $0?.appendingPathComponent(path) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let found else { throw Absent(what: path) }
        return found
    }

    /// The file of a generated week: one of the copies, or made by `instances/generate.py` once and kept in the temporary folder.
    /// - Parameters:
    ///   - size: `tiny`, `small`, `county`, `city` or `province`.
    ///   - seed: The generator's seed.
    ///   - flags: Further options: `--rich` or `--tight`, and `--v2`.
    /// - Throws: `Absent`, or `Failed` if the generator does.
    public static func week(size: String, seed: Int, flags: [String] = []) throws -> URL {
        let name = ([size, String(seed)] + flags.map { $0.trimmingPrefix("--") }.map(String.init)).joined(
            separator: "-")
        let copy = fixtures.appendingPathComponent("instances/weeks/\(name).json")
        if FileManager.default.fileExists(atPath: copy.path) { return copy }
        let kept = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-weeks", isDirectory: true)
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
        let url = kept.appendingPathComponent("\(name).json")
        if FileManager.default.fileExists(atPath: url.path) { return url }
        try generatedWeek(size: size, seed: seed, flags: flags).write(to: url, options: .atomic)
        return url
    }

    /// What `instances/generate.py` makes.
    /// - Throws: `Absent`, or `Failed` if the generator does.
    public static func generatedWeek(size: String, seed: Int, flags: [String]) throws -> Data {
        guard let python else { throw Absent(what: "python3") }
        let made = try run(
            python, [try file("instances/generate.py").path, size, "--seed", String(seed)] + flags)
        guard made.status == 0 else {
            throw Failed(command: "generate.py \(size)", status: made.status, said: made.errorText)
        }
        return made.stdout
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
        public var description: String { "\(what) is not there" }
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

import Foundation
import TestSupport
import Testing

/// Programs and pages of the browser's journey.
private enum Journey {
    /// Debian's Python, for which its Selenium is installed; another one along `PATH` may not have it.
    static let python = "/usr/bin/python3"

    /// What is missing to look at the console in a browser; nil where nothing is.
    static let absence: String? = {
        for program in ["chromium", "chromedriver"] where SharedMaterial.executable(program) == nil {
            return "needs \(program): make packages-test installs it"
        }
        let found = try? run(python, ["-c", "import selenium"])
        return found?.status == 0 ? nil : "needs python3-selenium: make packages-test installs it"
    }()

    /// Where `caravand` and `caravan` lie: beside the running test bundle.
    static let programs: URL = {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let candidates = ([link].compactMap { $0 } + CommandLine.arguments).map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
        }
        let holds = { (folder: URL) in
            FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("caravand").path)
        }
        return candidates.first(where: holds) ?? SharedMaterial.packageRoot.appendingPathComponent(".build/debug")
    }()
}

@Suite("The console in a browser", .enabled(if: Journey.absence == nil, Comment(rawValue: Journey.absence ?? "")))
struct ConsoleBrowserTests {
    @Test("a planner's way through the console, with mouse, keyboard and telephone")
    func journey() throws {
        let root = SharedMaterial.packageRoot
        let pictures = root.appendingPathComponent(".build/artefacts/console")
        let result = try run(
            Journey.python,
            [
                root.appendingPathComponent("Tests/CaravanWebTests/Browser/console_test.py").path,
                Journey.programs.path,
                root.appendingPathComponent("samples/baishan-2025/week.json").path,
                root.appendingPathComponent("samples/tiny/week.json").path, pictures.path,
            ])
        print(result.text, "pictures of the console: \(pictures.path)", separator: "")
        #expect(result.status == 0, "\(result.errorText)")
    }
}

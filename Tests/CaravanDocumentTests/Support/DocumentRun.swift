import Foundation
import TestSupport

/// Runs the blocks of a document one after the other in one shell, in a copy of the repository's samples, with a home
/// folder of its own and the programs just built.
struct DocumentRun {
    /// What a block wrote.
    struct Result {
        let status: Int32
        let errorText: String
        /// Standard output of each block that was run, by its number in the document.
        let output: [Int: String]
    }

    private static let mark = "@@ block "

    /// Runs a document.
    /// - Parameter language: value of `LANG`.
    static func run(_ document: MarkdownDocument, language: String) throws -> Result {
        let room = try Products.makeRoom()
        defer { try? FileManager.default.removeItem(at: room) }
        let home = room.appendingPathComponent("home", isDirectory: true)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let tree = try copyOfRepository(in: room)
        let script = room.appendingPathComponent("script")
        try Data(text(of: document).utf8).write(to: script)
        let path = "\(Products.directory.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
        let variables = [
            "HOME": home.path, "TERMINAL": room.appendingPathComponent("terminal").path, "PATH": path,
            "LANG": language,
        ]
        let result = try TestSupport.run(
            "bash", [script.path], environment: Products.environment.merging(variables) { $1 }, directory: tree)
        return Result(status: result.status, errorText: result.errorText, output: split(result.text))
    }

    /// What commands of documents may name: samples, models, targets of make, the programs under `.build/release`. Copies, so that
    /// nothing that they write touches the repository.
    private static func copyOfRepository(in room: URL) throws -> URL {
        let tree = room.appendingPathComponent("tree", isDirectory: true)
        let build = tree.appendingPathComponent(".build", isDirectory: true)
        try FileManager.default.createDirectory(at: build, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: build.appendingPathComponent("release"), withDestinationURL: Products.directory)
        for name in ["samples", "models", "Makefile"] {
            try FileManager.default.copyItem(
                at: SharedMaterial.repositoryFile(name), to: tree.appendingPathComponent(name))
        }
        return tree
    }

    private static func text(of document: MarkdownDocument) -> String {
        var script = opening
        for (number, block) in document.blocks.enumerated() {
            script += "echo '\(mark)\(number)'\necho '\(mark)\(number) (line \(block.line))' >&2\n"
            switch block.mode {
            case .exempt: continue
            case .run: script += block.commands
            case .ownTerminal: script += "close_terminal\n( set -e\n\(block.commands)) >\"$TERMINAL\" 2>&1 &\n" + opened
            }
        }
        return script
    }

    /// A block in a terminal of its own is a process group of its own, ended as a whole.
    private static let opening = """
        set -eu -m
        terminal=
        close_terminal() {
            [ -n "$terminal" ] || return 0
            kill -TERM -- "-$terminal" 2>/dev/null || true
            wait "$terminal" 2>/dev/null || true
            terminal=
        }
        trap close_terminal EXIT

        """

    /// The daemon is up once its log says so.
    private static let opened = """
        terminal=$!
        for try in $(seq 600); do
            if grep -q listening "$TERMINAL" 2>/dev/null; then break; fi
            if ! kill -0 "$terminal" 2>/dev/null; then cat "$TERMINAL" >&2; exit 1; fi
            sleep 0.05
        done

        """

    private static func split(_ output: String) -> [Int: String] {
        var (parts, number) = ([Int: String](), -1)
        for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(mark), let next = Int(line.dropFirst(mark.count)) {
                (number, parts[next]) = (next, "")
            } else {
                parts[number, default: ""] += line + "\n"
            }
        }
        return parts
    }
}

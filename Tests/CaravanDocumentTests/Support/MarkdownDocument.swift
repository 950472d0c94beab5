import Foundation
import TestSupport

/// A Markdown document with the fenced blocks that readers would type.
///
/// - A ```` ```sh ```` block is run by the tests. `<!-- not run: REASON -->` above it exempts it;
///   `<!-- run: in a terminal of its own -->` starts it beside the others, until the next such block or the end.
/// - A ```` ```text ```` block right behind one is what it writes to standard output; see `OutputPattern`.
struct MarkdownDocument {
    /// How a block is run.
    enum Mode: Equatable {
        case run
        case ownTerminal
        case exempt(reason: String)
    }

    /// Commands, and what they are shown to write.
    struct Block {
        let line: Int
        let commands: String
        let mode: Mode
        var output: String?
    }

    let path: String
    let text: String
    let blocks: [Block]

    /// - Parameter path: relative to the repository.
    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: SharedMaterial.repositoryFile(path), encoding: .utf8)
        blocks = Self.blocks(of: text)
    }

    /// Targets of links to files, without their anchors.
    var linkedFiles: [String] {
        text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/).map { String($0.output.1) }
    }

    private static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var (marker, language, content, start) = ("", String?.none, [Substring](), 0)
        var follows = false
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let open = language {
                guard line == "```" else {
                    content.append(line)
                    continue
                }
                let body = content.map { $0 + "\n" }.joined()
                if open == "sh" {
                    blocks.append(Block(line: start, commands: body, mode: mode(marker)))
                } else if open == "text", follows {
                    blocks[blocks.count - 1].output = body
                }
                (follows, language, marker) = (open == "sh", nil, "")
            } else if line.hasPrefix("```") {
                (language, content, start) = (String(line.dropFirst(3)), [], number + 1)
            } else if line.hasPrefix("<!--") {
                marker = String(line)
            } else if !line.isEmpty {
                (marker, follows) = ("", false)
            }
        }
        return blocks
    }

    private static func mode(_ marker: String) -> Mode {
        if let match = marker.wholeMatch(of: /<!-- not run: (.+) -->/) {
            return .exempt(reason: String(match.output.1))
        }
        return marker == "<!-- run: in a terminal of its own -->" ? .ownTerminal : .run
    }
}

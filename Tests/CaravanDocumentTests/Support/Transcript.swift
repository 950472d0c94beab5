import Foundation
import TestSupport

/// A conversation with the daemon as it was held: `C: ` before what the client sends, `S: ` before what the server
/// answers. In an answer `<word>` stands for any text, and `S: …` for any number of lines. Lines that begin with `#`, and
/// empty ones, mean nothing.
struct Transcript {
    private enum Step {
        case send(String)
        case expect(String)
        case skip
    }

    private let steps: [(line: Int, step: Step)]

    /// Reads a transcript.
    init(_ file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        steps = try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            number, line in
            switch line {
            case "S: …": return (number + 1, .skip)
            case _ where line.hasPrefix("C: "): return (number + 1, .send(String(line.dropFirst(3))))
            case _ where line.hasPrefix("S: "): return (number + 1, .expect(String(line.dropFirst(3))))
            case "S:": return (number + 1, .expect(""))
            case _ where line.isEmpty || line.hasPrefix("#"): return nil
            default: throw PlainSocket.Failure(description: "line \(number + 1) is no line of a transcript: \(line)")
            }
        }
    }

    /// How many commands and bodies it sends.
    var sent: Int { steps.count { if case .send = $0.step { true } else { false } } }

    /// Holds the conversation again.
    /// - Returns: the first difference; nil where all went as written.
    func replay(on socket: PlainSocket) throws -> String? {
        var skips = false
        for (number, step) in steps {
            switch step {
            case .send(let line): try socket.send(line)
            case .skip: skips = true
            case .expect(let shown):
                repeat {
                    guard let line = try socket.line() else { return "line \(number): the server has closed" }
                    if Self.matches(line, shown) { break }
                    if !skips { return "line \(number)\nwritten: \(shown)\nanswered: \(line)" }
                } while true
                skips = false
            }
        }
        return nil
    }

    private static func matches(_ line: String, _ shown: String) -> Bool {
        let pattern = shown.replacing(/<[a-z]+>/, with: "…")
        return OutputPattern(pattern).mismatch(with: line) == nil
    }
}

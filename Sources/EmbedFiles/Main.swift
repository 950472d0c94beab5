import Foundation

/// `EmbedFiles OUTPUT FILE…`: writes text files into one Swift file, as literals by their names. Literals of text compile
/// in no time, other than the lists of bytes that SwiftPM's own embedding writes.
@main
enum EmbedFiles {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            FileHandle.standardError.write(Data("usage: EmbedFiles OUTPUT FILE…\n".utf8))
            exit(64)
        }
        let entries = try arguments.dropFirst().map { path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let name = URL(filePath: path).lastPathComponent
            return "        \(literal(name)): \(literal(text)),\n"
        }
        let content = entries.isEmpty ? ":" : "\n\(entries.joined())    "
        let source = """
            /// The console's files.
            enum EmbeddedConsole {
                /// Their texts by name.
                static let files: [String: String] = [\(content)]
            }

            """
        try source.write(toFile: output, atomically: true, encoding: .utf8)
    }

    private static func literal(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": #"\\"#
            case "\"": #"\""#
            case "\n": #"\n"#
            case "\r": #"\r"#
            case _ where scalar.value < 0x20: "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}

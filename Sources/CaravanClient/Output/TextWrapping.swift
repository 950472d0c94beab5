extension Style {
    /// A text in lines that fit the terminal, the first with a mark in front and the others as far in; each with its line
    /// end. Lines break at spaces and between wide characters, as Chinese is set. Where output goes elsewhere nothing breaks.
    func paragraph(_ text: String, indent: Int = 0, mark: String = "") -> String {
        let hanging = indent + displayWidth(mark)
        let room = max(20, (width ?? .max / 2) - hanging)
        let margin = String(repeating: " ", count: hanging)
        let lines = wrapped(text.onOneLine.printable, to: room)
        let first = String(repeating: " ", count: indent) + mark
        return lines.enumerated().map { ($0 == 0 ? first : margin) + $1 + "\n" }.joined()
    }

    private func wrapped(_ text: String, to room: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(text) {
            let isFull = displayWidth(line) + displayWidth(piece.trimmed) > room
            if isFull, !line.isEmpty {
                lines.append(line.trimmed)
                line = ""
            }
            line += line.isEmpty ? String(piece.drop { $0 == " " }) : piece
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line.trimmed) }
        return lines
    }

    /// Where a line may break: words with the space before them, and single wide characters. A mark that may not begin a
    /// line stays with what it follows.
    private func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var afterWide = false
        for character in text {
            let isWide = displayWidth(character) == 2
            if let last = pieces.indices.last, Self.trailing.contains(character) {
                pieces[last].append(character)
            } else if pieces.isEmpty || character == " " || isWide || afterWide {
                pieces.append(String(character))
            } else {
                pieces[pieces.count - 1].append(character)
            }
            afterWide = isWide
        }
        return pieces
    }

    private static let trailing: Set<Character> = ["，", "。", "、", "；", "：", "）", "”", ",", ".", ";", ":", ")"]
}

extension StringProtocol {
    /// Without spaces at the end.
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}

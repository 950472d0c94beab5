extension String {
    /// The text broken into lines of at most that many columns of a terminal; further lines are indented. It is broken at
    /// spaces and beside wide characters, which Chinese text sets without spaces; without a width it stays one line.
    func wrapped(to width: Int?, indent: Int = 0) -> String {
        guard let width, displayWidth(self) > width, width > 2 * indent + 8 else { return self }
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            if displayWidth(line) + displayWidth(piece.trimmingTrailingSpaces) > width, !line.isEmpty {
                lines.append(line.trimmingTrailingSpaces)
                line = String(repeating: " ", count: indent)
            }
            line += piece
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// The shortest pieces between which a line may end.
    private var pieces: [String] {
        var pieces: [String] = []
        var piece = ""
        for character in self {
            if let last = piece.last, Self.mayEnd(after: last, before: character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func mayEnd(after last: Character, before next: Character) -> Bool {
        if last == " " { return next != " " }
        let isWide = displayWidth(last) > 1 || displayWidth(next) > 1
        return isWide && !closing.contains(next) && !opening.contains(last)
    }

    private var trimmingTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }

    private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "”", "！", "？"]
    private static let opening: Set<Character> = ["（", "“"]
}

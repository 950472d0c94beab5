/// Output as documents show it: `…` alone on a line stands for any number of lines, `…` within one for any text.
struct OutputPattern {
    private let lines: [Substring]

    init(_ shown: String) { lines = Self.lines(of: shown) }

    /// The first shown line that the output does not have at its place; nil where all of it is as shown.
    func mismatch(with output: String) -> String? {
        var left = Self.lines(of: output)[...]
        var skips = false
        for line in lines {
            if line.allSatisfy({ $0 == "…" || $0 == " " }), line.contains("…") {
                skips = true
                continue
            }
            let at = skips ? left.firstIndex { Self.matches($0, line) } : left.indices.first
            guard let at, Self.matches(left[at], line) else {
                return "shown: \(line)\nwritten: \(left.first ?? "nothing more")"
            }
            left = left[(at + 1)...]
            skips = false
        }
        return left.isEmpty || skips ? nil : "not shown: \(left.first ?? "")"
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n").map { line in
            line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)]
        }
    }

    /// Whether a line holds the shown pieces one after the other, the first at its beginning and the last at its end.
    private static func matches(_ line: Substring, _ shown: Substring) -> Bool {
        let pieces = shown.split(separator: "…", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return line == shown }
        guard line.hasPrefix(first) else { return false }
        var rest = line.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = rest.range(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}

extension Substring {
    /// Where a text occurs first.
    fileprivate func range(of piece: Substring) -> Range<Index>? { ranges(of: piece).first }
}

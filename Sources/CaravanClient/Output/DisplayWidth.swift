/// How many columns of a terminal a text takes: East Asian wide and fullwidth characters take two (Unicode Standard
/// Annex 11), combining marks and controls none. Ambiguous ones count as narrow, as terminals do outside East Asian
/// legacy encodings.
public func displayWidth(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + displayWidth($1) }
}

/// The columns of one character: its widest scalar decides, so that an emoji of several scalars takes two.
func displayWidth(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, displayWidth($1)) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if StyleMark(rawValue: scalar.value) != nil { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// Blocks whose characters have East_Asian_Width W or F.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18CD5, 0x1AFF0...0x1B2FB, 0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
]

extension StringProtocol {
    /// The text cut to that many columns, with `…` at the end where something is missing.
    func truncated(to columns: Int) -> String {
        if displayWidth(self) <= columns { return String(self) }
        var kept = ""
        var used = 0
        for character in self {
            used += displayWidth(character)
            if used > columns - 1 { break }
            kept.append(character)
        }
        return columns > 0 ? kept + "…" : ""
    }

    /// The text with spaces up to that many columns.
    func padded(to columns: Int, _ alignment: Alignment = .leading) -> String {
        let space = String(repeating: " ", count: Swift.max(0, columns - displayWidth(self)))
        return alignment == .leading ? self + space : space + self
    }
}

/// On which side of a column a text stands.
public enum Alignment: Sendable {
    /// On the left, as texts do.
    case leading
    /// On the right, as numbers do.
    case trailing
}

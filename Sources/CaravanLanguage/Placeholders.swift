/// The places of a text that arguments are put into: a name or number in braces.
enum Placeholders {
    /// The text with each place replaced by what `value` gives; a place without a value stays as it is.
    static func fill(_ text: String, _ value: (String) -> String?) -> String {
        let pieces = text.split(separator: "{", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces.first ?? "")) { result, piece in
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, let value = value(String(parts[0])) {
                result += value + parts[1]
            } else {
                result += "{" + piece
            }
        }
    }

    /// The names in braces.
    static func names(in text: String) -> Set<String> {
        Set(text.matches(of: /\{([A-Za-z0-9]+)\}/).map { String($0.1) })
    }
}

/// The places of a text that arguments are put into: a name or number in braces.
enum Placeholders {
    /// The text with each place replaced by what `value` gives; a place without a value stays as it is.
    static func fill(_ text: String, _ value: (Substring) -> String?) -> String {
        var (result, rest) = ("", text[...])
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest.utf8.index(after: open)
            if let value = value(rest[name..<close]) {
                result += rest[..<open]
                result += value
                rest = rest[rest.utf8.index(after: close)...]
            } else {
                result += rest[..<name]
                rest = rest[name...]
            }
        }
        return result + rest
    }
}

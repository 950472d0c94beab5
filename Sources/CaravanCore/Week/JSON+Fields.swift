/// Fields of documents that validation found sound.
extension JSON {
    /// A list field; empty where absent.
    func list(_ key: String) -> [JSON] { self[key]?.array ?? [] }
    /// A text field; empty where absent.
    func text(_ key: String) -> String { self[key]?.string ?? "" }
    /// A list of texts; empty where absent.
    func texts(_ key: String) -> [String] { list(key).compactMap(\.string) }
    /// A number field; 0 where absent.
    func double(_ key: String) -> Double { self[key]?.number ?? 0 }
    /// A whole number field; numbers beyond a million million, which no rule tells apart, are cut there.
    func count(_ key: String) -> Int { Int(saturating: min(max(double(key), 0), 1e12)) }
}

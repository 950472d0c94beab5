extension JSON {
    /// What values take in memory, reckoned rather than measured, and on the safe side: lists keep room to grow.
    enum Footprint {
        /// A value in a list.
        static let value = MemoryLayout<JSON>.stride * 3 / 2
        /// What a list or an object takes that is not empty, beside what it holds.
        static let list = 64
        /// Objects of more fields are looked up in a table.
        private static let untabled = 32

        /// A field of an object that has so many already, without its value.
        static func field(beyond count: Int) -> Int {
            let field = MemoryLayout<(String, JSON)>.stride * 3 / 2 - value
            return count < untabled ? field : field + 64
        }

        /// A text of so many bytes: short ones lie within the value.
        static func text(_ bytes: Int) -> Int { bytes <= 15 ? 0 : bytes + 48 }
    }

    /// Bytes that the document takes in memory, about.
    public var footprint: Int {
        switch self {
        case .null, .bool, .number: Footprint.value
        case .string(let text): Footprint.value + Footprint.text(text.utf8.count)
        case .array(let items):
            items.reduce(Footprint.value + (items.isEmpty ? 0 : Footprint.list)) { $0 + $1.footprint }
        case .object(let object): Footprint.value + Self.footprint(of: object)
        }
    }

    private static func footprint(of object: JSONObject) -> Int {
        var total = object.count == 0 ? 0 : Footprint.list
        for (at, field) in object.fields.enumerated() {
            total += Footprint.field(beyond: at) + Footprint.text(field.key.utf8.count) + field.value.footprint
        }
        return total
    }
}

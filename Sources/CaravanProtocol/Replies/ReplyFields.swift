import CaravanCore

/// The `key=value` fields of a closing line, in order.
public struct ReplyFields: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// One field; the value as text, its escapes undone.
    public struct Field: Sendable, Equatable {
        /// Name.
        public let key: String
        /// Value.
        public let value: String
    }

    /// The fields, in order; each key once.
    public private(set) var fields: [Field] = []

    /// Fields in the order written.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (key, value) in elements { self[key] = value }
    }

    /// The value of a field; setting nil removes it, setting a new key appends it.
    public subscript(key: String) -> String? {
        get { fields.first { $0.key == key }?.value }
        set {
            let at = fields.firstIndex { $0.key == key }
            switch (at, newValue) {
            case (let at?, let value?): fields[at] = Field(key: key, value: value)
            case (let at?, nil): fields.remove(at: at)
            case (nil, let value?): fields.append(Field(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Sets a field to a whole number; nil removes it.
    public mutating func set(_ key: String, _ value: Int?) { self[key] = value.map { String($0) } }

    /// Sets a field to a figure (`JSON.figure`) as a plain decimal with every digit it takes; nil, infinities and NaN
    /// remove it.
    public mutating func set(_ key: String, _ value: Double?) {
        self[key] = value.flatMap { $0.isFinite ? JSON.figure($0).text : nil }
    }

    /// Sets a field to a text; nil removes it.
    public mutating func set(_ key: String, _ value: String?) { self[key] = value }

    /// The value as a whole number.
    public func integer(_ key: String) -> Int? { self[key].flatMap { Int($0) } }

    /// The value as a finite number.
    public func number(_ key: String) -> Double? {
        guard let value = self[key].flatMap({ Double($0) }), value.isFinite else { return nil }
        return value
    }

    /// ` key=value …`, with a space before each; nothing where there are none.
    var text: String { fields.map { " \($0.key)=\(WordWriter.write($0.value))" }.joined() }
}

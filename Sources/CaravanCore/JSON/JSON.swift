/// A JSON value that keeps what a document says: the order of fields, fields nobody knows, and whether `1` is a number
/// or `true` a boolean. Week documents live in this form so that unknown extra fields survive every edit.
public enum JSON: Sendable, Equatable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// Any number; always finite.
    case number(Double)
    /// A text.
    case string(String)
    /// A list of values.
    case array([JSON])
    /// Fields in the order of the document.
    case object(JSONObject)
}

extension JSON {
    /// Whether two values are the same; texts are by their code points, objects in whatever order their fields stand.
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.isSame(as: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object with its fields in the order written.
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
}

extension JSON {
    /// The text, if this is one.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The number, if this is one.
    public var number: Double? { if case .number(let value) = self { value } else { nil } }
    /// The boolean, if this is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The list, if this is one.
    public var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
    /// The object, if this is one.
    public var object: JSONObject? { if case .object(let fields) = self { fields } else { nil } }
    /// The whole number within ±2⁵³, if this is one.
    public var integer: Int? {
        guard let value = number, value.magnitude <= 9_007_199_254_740_992 else { return nil }
        return Int(exactly: value)
    }

    /// A field of an object; nil where this is no object or has no such field.
    public subscript(key: String) -> JSON? { object?[key] }

    /// A list of texts.
    public static func strings(_ items: some Sequence<String>) -> JSON { .array(items.map { .string($0) }) }
    /// A whole number.
    public static func int(_ value: Int) -> JSON { .number(Double(value)) }
}

/// The fields of a JSON object in their order, with lookup by name (its code points) in constant time however many there are.
public struct JSONObject: Sendable, Equatable {
    /// Names and values, in order.
    public private(set) var fields: [(key: String, value: JSON)] = []
    /// Built only for objects with many fields: a scan is faster below that.
    private var positions: [Name: Int] = [:]
    private static let scanLimit = 32

    /// An object without fields.
    public init() {}

    /// An object with these fields; a name given again replaces the value given before.
    public init(_ fields: some Sequence<(String, JSON)>) {
        for (key, value) in fields { self[key] = value }
    }

    /// The names, in order.
    public var keys: [String] { fields.map(\.key) }
    /// How many fields there are.
    public var count: Int { fields.count }

    /// The value of a field; setting nil removes the field, setting a new name appends it.
    public subscript(key: String) -> JSON? {
        get { position(of: key).map { fields[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let at?, let value?): fields[at].value = value
            case (let at?, nil): remove(at: at)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Objects are equal when they have the same fields, in any order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.fields.allSatisfy { right[$0.key] == $0.value }
    }

    private func position(of key: String) -> Int? {
        fields.count > Self.scanLimit ? positions[Name(key)] : fields.firstIndex { $0.key.isSame(as: key) }
    }

    private mutating func append(_ key: String, _ value: JSON) {
        fields.append((key, value))
        if fields.count == Self.scanLimit + 1 {
            reindex()
        } else if fields.count > Self.scanLimit {
            positions[Name(key)] = fields.count - 1
        }
    }

    private mutating func remove(at index: Int) {
        fields.remove(at: index)
        reindex()
    }

    private mutating func reindex() {
        positions = [:]
        guard fields.count > Self.scanLimit else { return }
        for (at, field) in fields.enumerated() { positions[Name(field.key)] = at }
    }
}

import CaravanCore
import Foundation

/// What a field of a record can hold.
public protocol WireValue: Sendable {
    /// The value that stands for it; nil where that is of another type.
    init?(json: JSON)
    /// What stands for the value.
    var json: JSON { get }
}

extension JSON: WireValue {
    /// Itself.
    public init?(json: JSON) { self = json }
    /// Itself.
    public var json: JSON { self }
}

extension JSONObject: WireValue {
    /// The object, if it is one.
    public init?(json: JSON) {
        guard let object = json.object else { return nil }
        self = object
    }
    /// The object.
    public var json: JSON { .object(self) }
}

extension Bool: WireValue {
    /// The boolean, if it is one.
    public init?(json: JSON) {
        guard let value = json.bool else { return nil }
        self = value
    }
    /// `true` or `false`.
    public var json: JSON { .bool(self) }
}

extension Int: WireValue {
    /// The whole number, if it is one.
    public init?(json: JSON) {
        guard let value = json.integer else { return nil }
        self = value
    }
    /// A number.
    public var json: JSON { .int(self) }
}

extension Double: WireValue {
    /// The number, if it is one.
    public init?(json: JSON) {
        guard let value = json.number else { return nil }
        self = value
    }
    /// A number, remains of rounding cleared.
    public var json: JSON { .figure(self) }
}

extension String: WireValue {
    /// The text, if it is one.
    public init?(json: JSON) {
        guard let text = json.string else { return nil }
        self = text
    }
    /// A text.
    public var json: JSON { .string(self) }
}

extension Date: WireValue {
    /// The time, if it is one.
    public init?(json: JSON) {
        guard let text = json.string, let time = try? Date(text, strategy: .iso8601) else { return nil }
        self = time
    }
    /// A time as ISO 8601 in UTC.
    public var json: JSON { .string(ISO8601Format()) }
}

extension Array: WireValue where Element: WireValue {
    /// The list, if it is one of such values.
    public init?(json: JSON) {
        guard let items = json.array else { return nil }
        let values = items.compactMap(Element.init(json:))
        guard values.count == items.count else { return nil }
        self = values
    }
    /// A list.
    public var json: JSON { .array(map(\.json)) }
}

extension Session: WireValue {
    /// The session, if it is one.
    public init?(json: JSON) {
        guard let request = json["request"]?.string, let start = json["start"]?.string,
            let township = json["township"]?.string, let venue = json["venue"]?.string,
            let crew = json["crew"].flatMap([String].init(json:))
        else { return nil }
        self.init(request: request, start: start, township: township, venue: venue, crew: crew)
    }
    /// The session as in a plan document.
    public var json: JSON { document }
}

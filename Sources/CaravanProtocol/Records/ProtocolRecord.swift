import CaravanCore
import CaravanLanguage

/// A record of a reply as a value: its fields with their names on the wire and what they hold, in the order of the wire.
/// The daemon encodes it, clients decode it, and the reference in docs/protocol.md is made of it.
public protocol ProtocolRecord: WireValue {
    /// A record of which nothing is known; reading sets its fields.
    init()
    /// The fields.
    static var fields: [RecordField<Self>] { get }
}

extension ProtocolRecord {
    /// The record as it is sent; fields that hold nothing are left out.
    public var json: JSON {
        var object = JSONObject()
        for field in Self.fields { field.write(self, &object) }
        return .object(object)
    }

    /// Reads a record. Fields that this program does not know are passed over, and what a daemon of another version does not
    /// send stays as in a record of which nothing is known. Nil where a field is of another type.
    public init?(json: JSON) {
        guard let object = json.object else { return nil }
        self.init()
        for field in Self.fields where !field.read(object, &self) { return nil }
    }

    /// Reads a record that a daemon sent.
    /// - Throws: `ProtocolError` with code `internal` where a field is of another type.
    public init(received json: JSON) throws(ProtocolError) {
        guard let record = Self(json: json) else {
            let wrong = Self.fields.first { field in
                var probe = Self()
                return !field.read(json.object ?? JSONObject(), &probe)
            }
            let field = wrong?.names[0].name ?? "{}"
            throw ProtocolError(.internal, ForeignReply.recordField(field))
        }
        self = record
    }
}

/// One field of a record, or a text in both languages, which is two.
public struct RecordField<Record: Sendable>: Sendable {
    /// Name and content; of a text in both languages that of each.
    public let names: [(name: String, content: String)]
    let write: @Sendable (Record, inout JSONObject) -> Void
    /// Whether what is there is of the type.
    let read: @Sendable (JSONObject, inout Record) -> Bool

    /// A field that every record has.
    public static func field<Value: WireValue>(
        _ name: String, _ path: WritableKeyPath<Record, Value> & Sendable, _ content: String
    ) -> RecordField {
        RecordField(
            names: [(name, content)], write: { $1[name] = $0[keyPath: path].json },
            read: { object, record in
                guard let stated = object[name] else { return true }
                guard let value = Value(json: stated) else { return false }
                record[keyPath: path] = value
                return true
            })
    }

    /// A field that is absent where it holds nothing.
    public static func optional<Value: WireValue>(
        _ name: String, _ path: WritableKeyPath<Record, Value?> & Sendable, _ content: String
    ) -> RecordField {
        RecordField(
            names: [(name, content)], write: { $1[name] = $0[keyPath: path]?.json },
            read: { object, record in
                guard let stated = object[name] else { return true }
                guard let value = Value(json: stated) else { return false }
                record[keyPath: path] = value
                return true
            })
    }

    /// A text for people in both languages, under the name and under the name with `Zh`; absent where there is none. What a
    /// daemon says in English alone stands for both.
    public static func text(
        _ name: String, _ path: WritableKeyPath<Record, Bilingual?> & Sendable, _ content: String
    ) -> RecordField {
        let chinese = name + "Zh"
        return RecordField(
            names: [(name, content + ", in English"), (chinese, "the same in Chinese")],
            write: { record, object in
                object[name] = record[keyPath: path].map { .string($0.english) }
                object[chinese] = record[keyPath: path].map { .string($0.chinese) }
            },
            read: { object, record in
                guard let stated = object[name] else { return true }
                guard let english = stated.string else { return false }
                record[keyPath: path] = Bilingual(english, object[chinese]?.string ?? english)
                return true
            })
    }

    private init(
        names: [(name: String, content: String)], write: @escaping @Sendable (Record, inout JSONObject) -> Void,
        read: @escaping @Sendable (JSONObject, inout Record) -> Bool
    ) {
        (self.names, self.write, self.read) = (names, write, read)
    }
}

extension RecordField {
    /// The fields of a record that stand among those of another one.
    /// - Parameter path: nil: they are all absent.
    public static func all<Part: ProtocolRecord>(
        of path: WritableKeyPath<Record, Part?> & Sendable
    ) -> [RecordField] {
        let names = Part.fields.map { $0.names[0].name }
        return Part.fields.map { field in
            RecordField(
                names: field.names,
                write: { record, object in
                    if let part = record[keyPath: path] { field.write(part, &object) }
                },
                read: { object, record in
                    guard names.contains(where: { object[$0] != nil }) else { return true }
                    var part = record[keyPath: path] ?? Part()
                    defer { record[keyPath: path] = part }
                    return field.read(object, &part)
                })
        }
    }
}

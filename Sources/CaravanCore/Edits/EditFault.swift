import CaravanLanguage

/// Why an edit of a week is refused.
public enum EditFault: Sendable, Equatable {
    /// Edits are no list of objects.
    case notEdits
    /// The week, the request, or the body is no object.
    case notWeek, notRequest, notObject
    case unknownOperation(String)
    case missing(String)
    case wrongKind(String, EditValueKind)
    case notAdded(String)
    case notChanged(String)
    /// The request has no identifier.
    case noID
    /// An edit would change an identifier.
    case idStays
    /// The body has this identifier, and not the one that it should have.
    case otherID(String, wanted: String?)
    case noMember(String)
    case noSlot(String)
    /// The week has no such thing.
    case unknown(ThingKind, String)
    /// The week has it already.
    case exists(ThingKind, String)
    /// The history has no such label.
    case noHistory(String)
    /// The history has such a label already.
    case historyExists(String)
    /// A limit that should be multiplied is not there.
    case noLimit
    /// The edited week cannot be worked on, in the words of who tried.
    case notReadable(String)
    /// The faults that the edited week would have.
    case unsound([Fault])
}

extension EditFault {
    var code: EditError.Code {
        switch self {
        case .noMember, .noSlot, .unknown, .noHistory: .unknown
        case .exists, .historyExists: .exists
        case .notWeek, .noLimit, .notReadable, .unsound: .unsound
        case .notEdits, .notRequest, .notObject, .unknownOperation, .missing, .wrongKind, .notAdded, .notChanged, .noID,
            .idStays, .otherID:
            .malformed
        }
    }
}

extension EditFault: Sayable {
    /// It in both languages.
    public var bilingual: Bilingual { phrase.bilingual }

    private var phrase: any Sayable {
        typealias Text = EditFaultText
        return switch self {
        case .notEdits: Text.notEdits
        case .notWeek: Text.notWeek
        case .notRequest: Text.notRequest
        case .notObject: Text.notObject
        case .unknownOperation(let name): Text.unknownOp(name)
        case .missing(let key): Text.missing(key)
        case .wrongKind(let key, let kind): Text.wrongKind(key, kind)
        case .notAdded(let kind): Text.notAdded(kind)
        case .notChanged(let kind): Text.notChanged(kind)
        case .noID: Text.noID
        case .idStays: Text.idStays
        case .otherID(let id, nil): Text.idStaysNot(id)
        case .otherID(let id, let wanted?): Text.otherID(id, wanted)
        case .noMember(let id): Text.noMember(id)
        case .noSlot(let name): Text.noSlot(name)
        case .unknown(let kind, let id): Text.noThing(kind.word, id)
        case .exists(let kind, let id): Text.exists(kind.word, id)
        case .noHistory(let label): Text.noHistory(label)
        case .historyExists(let label): Text.historyExists(label)
        case .noLimit: Text.noLimit
        case .notReadable(let reason): Text.notReadable(reason)
        case .unsound(let faults): faults.prefix(5).map(\.line).listed(.semicolon)
        }
    }
}

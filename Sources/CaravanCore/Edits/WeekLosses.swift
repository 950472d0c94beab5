import CaravanLanguage

/// What a week document lacks that the one has which it is to replace: planners who send a whole week seldom mean to take
/// away what they do not mention.
public struct WeekLosses: Sendable {
    /// Something that has an identifier: a request, a member, a venue, …
    struct Loss: Sendable {
        let kind: ThingKind
        let id: String
        let thing: JSON
    }

    let losses: [Loss]
    private let pins: [JSON]

    /// What `document` lacks of `old`.
    public init(from old: JSON, to document: JSON) {
        var week = EditedWeek(document)
        let before = EditedWeek(old)
        losses = ThingKind.known(in: before.edition).flatMap { kind in
            before.things(kind).compactMap { thing in
                guard let id = thing["id"]?.string else { return nil }
                let kinds = ThingKind.members.contains(kind) ? ThingKind.members : [kind]
                let isThere = kinds.contains { week.find($0, id) != nil }
                return isThere ? nil : Loss(kind: kind, id: id, thing: thing)
            }
        }
        let requests = Set(losses.filter { $0.kind == .request }.map(\.id))
        pins = (before.pins ?? []).filter { requests.contains($0["request"]?.string ?? "") }
    }

    /// How many there are.
    public var count: Int { losses.count }

    /// The document with what it lacks, requests with their pins; nothing says that it is sound.
    public func restored(to document: JSON) -> JSON {
        var week = EditedWeek(document)
        for loss in losses { week.append(loss.kind, loss.thing, id: loss.id) }
        for pin in pins { week.pin(pin) }
        return week.document
    }

    /// The first few of them in a list for people.
    public var listed: Bilingual {
        let shown = losses.prefix(5).map(\.line).listed()
        return losses.count > 5 ? RefusedDocument.andMore(shown, losses.count - 5) : shown
    }

    /// A record each: `{"missing","kind","id","name","text","textZh"}`.
    /// - Parameter fate: what becomes of them: `refused`, `kept` or `dropped`.
    public func records(_ fate: String) -> [JSON] {
        losses.map { loss in
            var fields = JSONObject([
                ("missing", .string(fate)), ("kind", .string(loss.kind.rawValue)), ("id", .string(loss.id)),
            ])
            if !loss.name.isEmpty { fields["name"] = .string(loss.name) }
            fields["text"] = .string(loss.line.english)
            fields["textZh"] = .string(loss.line.chinese)
            return .object(fields)
        }
    }
}

extension WeekLosses.Loss {
    /// What people call it; empty where it has no name.
    fileprivate var name: String { thing["title"]?.string ?? thing["name"]?.string ?? "" }

    /// It as a line, e.g. `request r3 Robots`.
    fileprivate var line: Bilingual {
        let what = [id, name].filter { !$0.isEmpty }.joined(separator: " ")
        return Bilingual("\(kind.word.english) \(what)", "\(kind.word.chinese) \(what)")
    }
}

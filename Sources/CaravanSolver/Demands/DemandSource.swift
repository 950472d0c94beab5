import CaravanCore
import CaravanLanguage

/// Where the demand to hold a request comes from.
struct DemandSource: Sendable, Equatable {
    let kind: Contradiction.Kind
    let request: String

    /// The demand as a part of a contradiction.
    /// - Parameter reason: Why it cannot be kept, where that hangs on it alone or on what it waits for.
    func contradiction(in week: Week, _ reason: Finding? = nil, remedies: [PinRemedy] = []) -> Contradiction {
        let number = week.request(request)
        let name = number.map(Names(week).request) ?? request
        let phrase = (kind == .frozen ? ContradictionText.frozen : .pin)(name)
        var details = JSONObject()
        if let title = number.map({ week.requests[$0].title }), !title.isEmpty { details["title"] = .string(title) }
        details["code"] = reason.map { .string($0.code.rawValue) }
        return Contradiction(
            kind, request, reason.map { Join.labelled(phrase, $0.phrase) } ?? phrase, details: details,
            remedies: remedies)
    }
}

import CaravanCore
import CaravanLanguage

/// Looks for small changes of pins and limits that let demands be kept. Each one is tried.
struct PinRemedies {
    let week: Week
    let trial: DemandTrial
    /// What is offered at most.
    private static let most = 8
    private static let mostTried = 24

    /// A change that may help.
    struct Candidate {
        let text: Bilingual
        let edits: [JSON]
    }

    /// The changes that help, the smallest first.
    /// - Parameters:
    ///   - requests: Numbers of the requests whose demands contradict each other.
    ///   - limits: Changes of limits that take part.
    func list(for requests: [Int], _ limits: [Candidate] = []) -> [PinRemedy] {
        let candidates = limits + requests.flatMap(freeing) + requests.flatMap(unpinning)
        var (whole, partial): ([PinRemedy], [PinRemedy]) = ([], [])
        for it in candidates.prefix(Self.mostTried) where whole.count < Self.most && !trial.deadline.isOver {
            guard let document = try? WeekEdits.apply(.array(it.edits), to: week.document),
                let edited = try? Week(document: document)
            else { continue }
            if trial.isPossible(edited) {
                whole.append(PinRemedy(text: it.text, edits: it.edits, isWhole: true))
            } else if whole.isEmpty, partial.count < Self.most,
                trial.isPossible(edited, only: named(requests, in: edited))
            {
                partial.append(PinRemedy(text: it.text, edits: it.edits, isWhole: false))
            }
        }
        return whole.isEmpty ? partial : whole
    }

    private func named(_ requests: [Int], in edited: Week) -> Set<Int> {
        Set(requests.compactMap { edited.request(week.requests[$0].id) })
    }

    private func pins(of request: Int) -> [JSONObject] {
        let id = week.requests[request].id
        return (week.document["pins"]?.array ?? []).filter { $0["request"]?.string == id }.compactMap(\.object)
    }

    /// Leaves one field of a request's pins open.
    private func freeing(_ request: Int) -> [Candidate] {
        let pins = pins(of: request)
        let fields: [(String, PinRemedyText)] = [
            ("crew", .freeCrew), ("venue", .freeVenue), ("start", .freeStart), ("township", .freeTownship),
        ]
        return fields.filter { field in pins.contains { $0[field.0] != nil } }.map { field, text in
            var edits = [unpin(request)]
            for var pin in pins {
                pin[field] = nil
                edits.append(.object(JSONObject([("op", "pin")] + pin.fields.map { ($0.key, $0.value) })))
            }
            return Candidate(text: text(Names(week).request(request)), edits: edits)
        }
    }

    private func unpinning(_ request: Int) -> [Candidate] {
        if pins(of: request).isEmpty { return [] }
        return [Candidate(text: PinRemedyText.unpin(Names(week).request(request)), edits: [unpin(request)])]
    }

    private func unpin(_ request: Int) -> JSON {
        ["op": "unpin", "request": .string(week.requests[request].id)]
    }

    /// More money for a fund, rounded up to cents.
    func raising(_ fund: Int, to least: Double) -> Candidate {
        let it = week.funds[fund]
        let limit = (least * 100 - 1e-6).rounded(.up) / 100
        return Candidate(
            text: RemedyText.raiseFund(
                Names(week).fund(fund), plainDecimal(((limit - it.limit) * 100).rounded() / 100), plainDecimal(limit)),
            edits: [["op": "limit", "fund": .string(it.id), "limit": .number(limit)]])
    }

    /// A hard cap that allows more.
    func lifting(_ cap: Int, to measured: Double) -> Candidate {
        let it = week.caps[cap]
        return Candidate(
            text: RemedyText.raiseCap(it.id, plainDecimal(measured), plainDecimal(it.threshold)),
            edits: [
                [
                    "op": "change", "kind": "cap", "id": .string(it.id),
                    "set": .object(JSONObject([("atMost", .number(measured))])),
                ]
            ])
    }
}

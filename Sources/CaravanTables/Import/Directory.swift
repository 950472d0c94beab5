import CaravanCore
import CaravanLanguage

/// The things of one kind that a week has, for cells that name one of them by identifier or by name.
final class Directory {
    /// What can be named.
    enum Kind: Sendable, Hashable, CaseIterable {
        case township, venue, member, fund, request, audience, county

        var word: any Topic {
            switch self {
            case .township: Word.township
            case .venue: Word.venue
            case .member: SheetFault.memberThing
            case .fund: Word.fund
            case .request: Word.request
            case .audience: Word.audience
            case .county: Word.county
            }
        }
    }

    private let kind: Kind
    private var ids: Set<String> = []
    private var idsByName: [String: [String]] = [:]
    private var nearest: [String: String?] = [:]
    private var patience = NearMatch.Patience()
    private lazy var names = Array(ids.union(idsByName.keys))

    init(_ kind: Kind) { self.kind = kind }

    /// Adds a thing; an empty name is none.
    func add(id: String, name: String) {
        ids.insert(id)
        if !name.isEmpty, name != id { idsByName[name, default: []].append(id) }
    }

    /// The identifier that a text means: an identifier itself, or a name that only one thing has; nil for other texts.
    func find(_ text: String) -> String? {
        if ids.contains(text) { return text }
        let named = idsByName[text] ?? []
        return named.count == 1 ? named[0] : nil
    }

    /// The identifier that a text means.
    /// - Throws: `CellProblem` with a near match for a text that means none.
    func resolve(_ text: String) throws(CellProblem) -> String {
        if let id = find(text) { return id }
        let named = idsByName[text] ?? []
        let what = kind.word
        if named.count > 1 {
            let some = named.prefix(5).joined(separator: ", ")
            throw CellProblem(
                CellFault.sameName(named.count, what, text),
                CellRemedy.writeID(some))
        }
        let problem = CellFault.unknown(what, text)
        guard let near = near(text) else {
            throw CellProblem(
                problem,
                CellRemedy.knownName)
        }
        throw CellProblem(problem, CellRemedy.didYouMean(near))
    }

    private func near(_ text: String) -> String? {
        if let known = nearest[text] { return known }
        let found = NearMatch.best(for: PlainText.narrowed(text), among: names, &patience)
        nearest[text] = .some(found)
        return found
    }
}

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
    /// By identifier and by name, whatever the code points: spreadsheets may write them otherwise than the week does.
    private var ids: [String: [String]] = [:]
    private var named: [String: [(name: String, id: String)]] = [:]
    private var nearest: [String: String?] = [:]
    private var patience = NearMatch.Patience()
    private lazy var names = Array(Set(ids.keys).union(named.keys))

    init(_ kind: Kind) { self.kind = kind }

    /// Adds a thing; an empty name is none.
    func add(id: String, name: String) {
        if !ids[id, default: []].contains(where: id.isSame) { ids[id, default: []].append(id) }
        if !name.isEmpty, name != id { named[name, default: []].append((name, id)) }
    }

    /// The identifier that a text means: an identifier itself, or a name that only one thing has; nil for other texts.
    func find(_ text: String) -> String? {
        if let alike = ids[text] { return alike.first(where: text.isSame) ?? (alike.count == 1 ? alike[0] : nil) }
        let found = things(named: text)
        return found.count == 1 ? found[0] : nil
    }

    /// The things of a name: those whose name has the same code points, or, where none has, those whose name looks the same.
    private func things(named text: String) -> [String] {
        let alike = named[text] ?? []
        let exact = alike.filter { $0.name.isSame(as: text) }
        return (exact.isEmpty ? alike : exact).map(\.id)
    }

    /// The identifier that a text means.
    /// - Throws: `CellProblem` with a near match for a text that means none.
    func resolve(_ text: String) throws(CellProblem) -> String {
        if let id = find(text) { return id }
        let found = things(named: text)
        let what = kind.word
        if found.count > 1 {
            let some = found.prefix(5).joined(separator: ", ")
            throw CellProblem(
                CellFault.sameName(found.count, what, text),
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

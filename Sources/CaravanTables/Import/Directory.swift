/// The things of one kind that a week has, for cells that name one of them by identifier or by name.
final class Directory {
    /// What can be named.
    enum Kind: Sendable, Hashable, CaseIterable {
        case township, venue, member, fund, request, audience, county

        var wording: Wording {
            switch self {
            case .township: Wording("township", "乡镇")
            case .venue: Wording("venue", "场地")
            case .member: Wording("expert, mentor or kit", "专家、辅导员或设备")
            case .fund: Wording("fund", "经费")
            case .request: Wording("request", "申请")
            case .audience: Wording("audience", "人群")
            case .county: Wording("county", "县区")
            }
        }
    }

    private let kind: Kind
    private var ids: Set<String> = []
    private var idsByName: [String: [String]] = [:]
    private var nearest: [String: String?] = [:]
    private var searches = 0

    /// Beyond so many different unknown names no near match is looked for: each looks at every name there is.
    private static let mostSearches = 300

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
        let what = kind.wording
        if named.count > 1 {
            let some = named.prefix(5).joined(separator: ", ")
            throw CellProblem(
                Wording(
                    "\(named.count) of that name (\(what.english): \(text))",
                    "有 \(named.count) 个同名的\(what.chinese)“\(text)”"),
                Wording("write the id: \(some)", "请写编号：\(some)"))
        }
        let problem = Wording("unknown \(what.english) \(text)", "没有\(what.chinese)“\(text)”")
        guard let near = near(text) else {
            throw CellProblem(
                problem,
                Wording("write an id or a name from the table, or add a row to it", "请填表中已有的编号或名称，或先在表中添加"))
        }
        throw CellProblem(problem, Wording("did you mean \(near)?", "是否指“\(near)”？"))
    }

    private func near(_ text: String) -> String? {
        if let known = nearest[text] { return known }
        guard searches < Self.mostSearches else { return nil }
        searches += 1
        let found = NearMatch.best(for: text, among: ids.union(idsByName.keys))
        nearest[text] = .some(found)
        return found
    }
}

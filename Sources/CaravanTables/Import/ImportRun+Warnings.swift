import CaravanCore
import CaravanLanguage

extension ImportRun {
    /// Warns about names that a week allows and that match nothing in it, each with the one that may be meant; and about
    /// lists of slots that were read as empty.
    mutating func warnAboutNames(in lists: [String: JSON]) {
        let names = NamesInUse(lists)
        warn(about: .requests, in: lists) { run, request, cell in
            if request["slots"]?.array?.isEmpty == true {
                run.warn(cell("slots"), CellProblem(CellFault.noSlot, CellRemedy.emptyForAny))
            }
            for kind in texts(request["venueKinds"]) {
                run.warn(cell("venueKinds"), names.kinds.problem(kind) { CellFault.kindNowhere(kind) })
            }
            for item in texts(request["equipment"]) {
                run.warn(cell("equipment"), names.equipment.problem(item) { CellFault.equipmentNowhere(item) })
            }
            for need in request["needs"]?.array ?? [] {
                guard let pool = need["pool"]?.string.flatMap(Pool.init), let skill = need["skill"]?.string else {
                    continue
                }
                let problem = names.skills[pool]?.problem(skill) {
                    CellFault.skillNowhere(PoolWords.wording(pool), skill)
                }
                run.warn(cell("needs"), problem)
            }
        }
        for table in [Table.targets, .caps] {
            warn(about: table, in: lists) { run, rule, cell in
                for (key, known) in [(GroupingKey.topic, names.topics), (.format, names.formats)] {
                    for value in texts(rule["where"]?[key.rawValue]) {
                        run.warn(
                            cell("where"), known.problem(value) { CellFault.valueNowhere(KeyWords.wording(key), value) }
                        )
                    }
                }
            }
        }
    }

    /// Looks at each item of a table; `cell` gives the place of one of its fields.
    private mutating func warn(
        about table: Table, in lists: [String: JSON],
        _ look: (inout ImportRun, JSON, _ cell: (String) -> (LoadedTable, CellPlace)) -> Void
    ) {
        guard let loaded = tables[table], let items = lists[table.rawValue]?.array else { return }
        for (row, item) in zip(loaded.rows, items) { look(&self, item) { (loaded, loaded.place($0, in: row.number)) } }
    }

    private mutating func warn(_ cell: (table: LoadedTable, place: CellPlace), _ problem: CellProblem?) {
        guard let problem else { return }
        warnings.add(cell.table.fault(at: cell.place, problem))
    }
}

private func texts(_ list: JSON?) -> [String] { list?.array?.compactMap(\.string) ?? [] }

/// The texts by which the parts of a week find each other without identifiers.
private struct NamesInUse {
    let kinds: Names
    let equipment: Names
    let skills: [Pool: Names]
    let topics: Names
    let formats: Names

    init(_ lists: [String: JSON]) {
        let (venues, requests) = (lists["venues"]?.array ?? [], lists["requests"]?.array ?? [])
        kinds = Names(venues.compactMap { $0["kind"]?.string })
        equipment = Names(venues.flatMap { texts($0["equipment"]) })
        topics = Names(requests.compactMap { $0["topic"]?.string })
        formats = Names(requests.compactMap { $0["format"]?.string })
        skills = Dictionary(
            uniqueKeysWithValues: Pool.allCases.map { pool in
                (pool, Names((lists[pool.rawValue]?.array ?? []).flatMap { $0["skills"]?.object?.keys ?? [] }))
            })
    }
}

/// Texts that are in use somewhere, for those that stand elsewhere.
private final class Names {
    private let known: Set<String>
    private lazy var ordered = known.sorted()
    private var patience = NearMatch.Patience()
    private var seen: [String: CellProblem] = [:]

    init(_ names: [String]) { known = Set(names) }

    /// What is wrong with a text that is in use nowhere; nil for one that is.
    func problem(_ text: String, _ fault: () -> Bilingual) -> CellProblem? {
        if known.contains(text) { return nil }
        if let problem = seen[text] { return problem }
        let problem = CellProblem(fault(), remedy(text))
        seen[text] = problem
        return problem
    }

    private func remedy(_ text: String) -> Bilingual {
        // Several names in one, joined by a sign that does not separate.
        let parts = text.split { "/／|&+和或及与".contains($0) }.map { PlainText.trimmed(String($0)) }
        if parts.count > 1, parts.allSatisfy(known.contains) { return CellRemedy.didYouMean(parts.listed()) }
        let near = NearMatch.best(for: PlainText.narrowed(text), among: ordered, &patience)
        return near.map { CellRemedy.didYouMean($0) } ?? CellRemedy.checkName.bilingual
    }
}

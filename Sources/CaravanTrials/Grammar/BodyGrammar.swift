import CaravanCore
import CaravanProtocol
import TestSupport

/// Draws bodies for the verbs that take one: documents that are right, changed ones, and bytes that are none.
struct BodyGrammar {
    private let week: JSON
    private let edits: [JSON]
    private let request: JSON
    private let scenarios: JSON
    private let plan: JSON
    private let workbook: [UInt8]
    private let bytes = ByteMutator(words: FuzzTarget.json.words)

    init() throws {
        func document(_ path: String) throws -> JSON { try JSON(parsing: try ProjectFolder.bytes(path)) }
        week = try document("samples/tiny/week.json")
        edits = try ["edits", "cancelled"].map { try document("samples/tiny/\($0).json") }
        request = try document("samples/tiny/request.json")
        scenarios = try document("samples/tiny/scenarios.json")
        guard let plan = try Corpus.seeds(of: .plan).lazy.compactMap({ try? JSON(parsing: $0.bytes) }).first,
            let parts = try Corpus.seeds(of: .workbook).first
        else { throw TrialError("the corpus holds no plan or workbook") }
        self.plan = plan
        workbook = parts.bytes
    }

    /// The sample's week under another identifier.
    func sample(named id: String) -> [UInt8] {
        guard var fields = week.object else { return [] }
        fields["id"] = .string(id)
        return Array(JSON.object(fields).text.utf8)
    }

    /// A body for a verb.
    func body(of verb: Verb, _ random: inout SeededGenerator) -> [UInt8] {
        if verb == .load, random.chance(0.15) { return archive(&random) }
        let document = right(for: verb, &random)
        if random.chance(0.3) { return Array(document.text.utf8) }
        if random.chance(0.15) {
            return bytes.mutated(Array(document.text.utf8), others: [], limit: 1 << 16, &random)
        }
        return Array(JSONMutator().mutated(document, &random).text.utf8)
    }

    private func right(for verb: Verb, _ random: inout SeededGenerator) -> JSON {
        switch verb {
        case .load:
            guard var fields = week.object else { return week }
            fields["id"] = .string(RequestGrammar.weeks[random.index(below: RequestGrammar.weeks.count)])
            return .object(fields)
        case .submit, .suggest: return request
        case .amend: return ["title": "\u{8BB2}\u{5EA7} · Talk", "value": .int(100 + random.index(below: 400))]
        case .whatif: return scenarios
        case .check, .adopt: return plan
        default: return edits[random.index(below: edits.count)]
        }
    }

    private func archive(_ random: inout SeededGenerator) -> [UInt8] {
        let words = ByteMutator(words: FuzzTarget.workbook.words)
        let parts = random.chance(0.3) ? workbook : words.mutated(workbook, others: [], limit: 1 << 17, &random)
        let archive = StoredZip.archive(WorkbookParts.split(parts))
        return random.chance(0.8) ? archive : bytes.mutated(archive, others: [], limit: 1 << 17, &random)
    }
}

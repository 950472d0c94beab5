import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver

/// The body of `WHATIF`: `{"scenarios":[{"name","edits":[…]}]}`.
struct ScenarioList {
    /// Most scenarios of one command.
    static let limit = 200
    /// The name of the unedited week among the records.
    static let baseName = "base"

    let scenarios: [Scenario]

    /// Reads the body.
    /// - Throws: `ReplyError` with every fault by path, or `ProtocolError` `too-large`.
    init(document: JSON) throws {
        guard let items = document["scenarios"]?.array else {
            throw Self.refusal([Fault(path: "scenarios", .notScenarios)])
        }
        guard items.count <= Self.limit else {
            throw ProtocolError(
                .tooLarge, RefusedCommand.tooManyScenarios(items.count, Self.limit))
        }
        var names: Set<Name> = [Name(Self.baseName)]
        var faults: [Fault] = []
        scenarios = items.enumerated().map { index, item in
            let path = "scenarios[\(index)]"
            let name = item["name"]?.string ?? ""
            if name.isEmpty {
                faults.append(Fault(path: "\(path).name", .emptyText))
            } else if !names.insert(Name(name)).inserted {
                let isBase = name == Self.baseName
                faults.append(Fault(path: "\(path).name", isBase ? .nameOfBase : .nameTwice(name)))
            }
            if item["edits"]?.array == nil {
                faults.append(Fault(path: "\(path).edits", .notEdits))
            }
            return Scenario(name: name, edits: item["edits"] ?? .array([]))
        }
        if !faults.isEmpty { throw Self.refusal(faults) }
    }

    private static func refusal(_ faults: [Fault]) -> ReplyError {
        ReplyError(Refusal.invalid(.scenarios, faults))
    }
}

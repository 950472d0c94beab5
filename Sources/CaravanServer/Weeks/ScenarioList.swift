import CaravanCore
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
            throw Self.refusal([Fault(path: "scenarios", message: "must be a list of {\"name\",\"edits\":[…]}")])
        }
        guard items.count <= Self.limit else {
            throw ProtocolError(
                .tooLarge, "\(items.count) scenarios are more than \(Self.limit); ask in several commands")
        }
        var names: Set<String> = [Self.baseName]
        var faults: [Fault] = []
        scenarios = items.enumerated().map { index, item in
            let path = "scenarios[\(index)]"
            let name = item["name"]?.string ?? ""
            if name.isEmpty {
                faults.append(Fault(path: "\(path).name", message: "must be a text that is not empty"))
            } else if !names.insert(name).inserted {
                let reason = name == Self.baseName ? "is the name of the unedited week" : "is there already: \(name)"
                faults.append(Fault(path: "\(path).name", message: reason))
            }
            if item["edits"]?.array == nil {
                faults.append(Fault(path: "\(path).edits", message: "must be a list of edits"))
            }
            return Scenario(name: name, edits: item["edits"] ?? .array([]))
        }
        if !faults.isEmpty { throw Self.refusal(faults) }
    }

    private static func refusal(_ faults: [Fault]) -> ReplyError {
        ReplyError(Refusal.invalid("the list of scenarios", faults))
    }
}

import CaravanCore
import CaravanProtocol

/// What of a week a writer knows for certain, to hold against what a daemon has.
struct WeekState: Sendable, Equatable {
    /// Titles by request; nil: there is no such week.
    var requests: [String: String]?
    /// Objectives by plan version.
    var plans: [Int: Double] = [:]
    /// The published version.
    var published: Int?

    /// What a daemon has.
    /// - Parameter prefix: Only requests whose identifiers begin so, for weeks that several write to.
    /// - Throws: `Unreadable` where the daemon refuses to tell.
    init(_ week: String, prefix: String = "", from client: WireClient) throws {
        let answer = try client.ask("WEEK \(week)")
        if let error = answer.error {
            if error.code == .notFound { return }
            throw Unreadable(error)
        }
        requests = [:]
        for request in answer.records.first?["requests"]?.array ?? [] {
            guard let id = request["id"]?.string, id.hasPrefix(prefix) else { continue }
            requests?[id] = request["title"]?.string ?? ""
        }
        let list = try client.ask("PLANS \(week)")
        if let error = list.error { throw Unreadable(error) }
        published = list.fields?.integer("published")
        for plan in list.records {
            guard let version = plan["version"]?.integer else { continue }
            plans[version] = plan["objective"]?.number
        }
    }

    /// No week.
    init() {}

    /// The daemon says that it cannot tell.
    struct Unreadable: Error {
        let error: ProtocolError
        init(_ error: ProtocolError) { self.error = error }
    }

    /// Whether a daemon has this.
    /// - Parameter further: How many plan versions it may have besides.
    func matches(_ actual: WeekState, further: Int) -> Bool {
        requests == actual.requests && published == actual.published
            && plans.allSatisfy { actual.plans[$0] == $1 } && actual.plans.count <= plans.count + further
    }
}

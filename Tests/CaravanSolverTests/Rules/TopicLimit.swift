import CaravanCore
import CaravanLanguage
import CaravanSolver

/// A made-up rule: at most so many sessions of one topic in a county on a date, late ones counting differently. Written with nothing but what the module offers to
/// everybody.
struct TopicLimit: RowRule {
    let most: Double
    /// What a session counts that does not start in the first slot of its date.
    var late = 1.0

    let id = "topics"
    let rule = Rule.H10

    func uses(of request: Int, in township: Int, from start: Int, week: Week) -> [RowUse] {
        let topic = week.topics[week.requests[request].topic]
        let county = week.counties[week.townships[township].county]
        let row = "\(topic) \(county) \(week.calendar.dates[week.calendar.date(of: start)])"
        return [RowUse(row: row, amount: amount(from: start, week: week))]
    }

    private func amount(from start: Int, week: Week) -> Double {
        start % week.calendar.slotsPerDate == 0 ? 1 : late
    }

    func limit(of row: String, week: Week) -> Double { most }

    func full(_ row: String, taken: Double, week: Week) -> Bilingual {
        Bilingual("\(row) has \(plainDecimal(taken)) sessions", "\(row)已有\(plainDecimal(taken))场活动")
    }

    /// Whether a plan keeps it, told by the plan alone.
    func isKept(by plan: Plan, of week: Week) -> Bool {
        var counts: [String: Double] = [:]
        for session in plan.sessions {
            guard let request = week.request(session.request), let town = week.township(session.township),
                let start = week.calendar.instance(named: session.start)
            else { return false }
            let place = [
                week.topics[week.requests[request].topic], week.counties[week.townships[town].county],
                week.calendar.dates[week.calendar.date(of: start)],
            ]
            counts[place.joined(separator: "/"), default: 0] += amount(from: start, week: week)
        }
        return counts.values.allSatisfy { $0 <= most }
    }
}

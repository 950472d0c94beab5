import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver

extension WorthRecord {
    /// What one more of something is worth, with a line for people in both languages.
    init(_ worth: ResourceWorth, _ week: Week) {
        self.init()
        points = worth.points
        switch worth.thing {
        case .skill(let pool, let skill, let county, let date):
            (kind, self.pool, self.skill, unit) = ("skill", pool.rawValue, skill, "hour")
            (self.county, self.date, request) = (county, date, worth.request)
            text = WorthSentence.hour(skill, Self.name(of: pool), county, date)
        case .venue(let id, let slot):
            let known = week.venue(id).map { week.venues[$0] }
            (kind, venue, self.slot, unit) = ("venue", id, slot, "session")
            township = known.map { week.townships[$0.township].id } ?? ""
            let name = known.map { $0.name.isEmpty ? id : $0.name } ?? id
            text = WorthSentence.venue(name, id, slot)
        case .fund(let id):
            (kind, fund, unit) = ("fund", id, "1000 yuan")
            let name = week.fund(id).map { week.funds[$0].name } ?? ""
            text = WorthSentence.fund(name.isEmpty ? id : name)
        }
    }

    private static func name(of pool: Pool) -> KnownWord {
        switch pool {
        case .experts: .experts
        case .mentors: .mentors
        case .kits: .kits
        }
    }
}

import CaravanCore
import CaravanLanguage
import CaravanSolver

/// What one more of something is worth, as a record with a line for people in both languages.
struct WorthText {
    let record: JSON

    init(_ worth: ResourceWorth, _ week: Week) {
        var fields: [(String, JSON)]
        let text: Bilingual
        switch worth.thing {
        case .skill(let pool, let skill, let county, let date):
            fields = [
                ("kind", "skill"), ("pool", .string(pool.rawValue)), ("skill", .string(skill)),
                ("county", .string(county)), ("date", .string(date)), ("unit", "hour"),
            ]
            if let request = worth.request { fields.append(("request", .string(request))) }
            text = WorthSentence.hour(skill, Self.name(of: pool), county, date)
        case .venue(let id, let slot):
            let venue = week.venue(id).map { week.venues[$0] }
            let town = venue.map { week.townships[$0.township] }
            fields = [
                ("kind", "venue"), ("venue", .string(id)), ("township", .string(town?.id ?? "")),
                ("slot", .string(slot)), ("unit", "session"),
            ]
            let name = venue.map { $0.name.isEmpty ? id : $0.name } ?? id
            text = WorthSentence.venue(name, id, slot)
        case .fund(let id):
            let name = week.fund(id).map { week.funds[$0].name } ?? ""
            fields = [("kind", "fund"), ("fund", .string(id)), ("unit", "1000 yuan")]
            text = WorthSentence.fund(name.isEmpty ? id : name)
        }
        fields += [
            ("points", .figure(worth.points)), ("text", .string(text.english)), ("textZh", .string(text.chinese)),
        ]
        record = .object(JSONObject(fields))
    }

    private static func name(of pool: Pool) -> KnownWord {
        switch pool {
        case .experts: .experts
        case .mentors: .mentors
        case .kits: .kits
        }
    }
}

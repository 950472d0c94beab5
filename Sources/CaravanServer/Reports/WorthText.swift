import CaravanCore
import CaravanSolver

/// What one more of something is worth, as a record with a line for people in both languages.
struct WorthText {
    let record: JSON

    init(_ worth: ResourceWorth, _ week: Week) {
        var fields: [(String, JSON)]
        let texts: (english: String, chinese: String)
        switch worth.thing {
        case .skill(let pool, let skill, let county, let date):
            fields = [
                ("kind", "skill"), ("pool", .string(pool.rawValue)), ("skill", .string(skill)),
                ("county", .string(county)), ("date", .string(date)), ("unit", "hour"),
            ]
            if let request = worth.request { fields.append(("request", .string(request))) }
            texts = (
                "an hour of \(skill) (\(pool.rawValue)) in \(county) on \(date)",
                "\(date) 在\(county)多一小时“\(skill)”（\(Self.chinese(pool))）"
            )
        case .venue(let id, let slot):
            let venue = week.venue(id).map { week.venues[$0] }
            let town = venue.map { week.townships[$0.township] }
            fields = [
                ("kind", "venue"), ("venue", .string(id)), ("township", .string(town?.id ?? "")),
                ("slot", .string(slot)), ("unit", "session"),
            ]
            let name = venue.map { $0.name.isEmpty ? id : $0.name } ?? id
            texts = ("a second venue like \(name) (\(id)) in \(slot)", "\(slot) 多一处与\(name)（\(id)）相同的场地")
        case .fund(let id):
            let name = week.fund(id).map { week.funds[$0].name } ?? ""
            fields = [("kind", "fund"), ("fund", .string(id)), ("unit", "1000 yuan")]
            let shown = name.isEmpty ? id : name
            texts = ("1,000 yuan more in fund \(shown)", "经费“\(shown)”增加 1000 元")
        }
        fields += [
            ("points", .number(worth.points)), ("text", .string(texts.english)), ("textZh", .string(texts.chinese)),
        ]
        record = .object(JSONObject(fields))
    }

    private static func chinese(_ pool: Pool) -> String {
        switch pool {
        case .experts: "专家"
        case .mentors: "辅导员"
        case .kits: "设备"
        }
    }
}

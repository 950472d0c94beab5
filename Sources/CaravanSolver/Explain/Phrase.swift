import CaravanCore

/// A piece of a sentence in both languages.
struct Phrase {
    let english: String
    let chinese: String

    init(_ english: String, _ chinese: String) { (self.english, self.chinese) = (english, chinese) }
}

/// What things of a week are called in sentences for people.
struct Names {
    private let week: Week

    init(_ week: Week) { self.week = week }

    func township(_ number: Int) -> String {
        let it = week.townships[number]
        return it.name.isEmpty ? it.id : it.name
    }

    func venue(_ number: Int) -> String {
        let it = week.venues[number]
        return it.name.isEmpty ? it.id : "\(it.name) (\(it.id))"
    }

    func fund(_ number: Int) -> String {
        let it = week.funds[number]
        return it.name.isEmpty ? it.id : it.name
    }

    func member(_ number: Int) -> String {
        let it = week.members[number]
        return it.name.isEmpty ? it.id : "\(it.name) (\(it.id))"
    }

    /// `r0077 (Ginseng talk)`.
    func request(_ number: Int) -> String {
        let it = week.requests[number]
        return it.title.isEmpty ? it.id : "\(it.id) (\(it.title))"
    }

    /// Requests by identifier.
    func requests(_ numbers: [Int]) -> Phrase {
        let ids = numbers.map { week.requests[$0].id }
        return Phrase(ids.joined(separator: " and "), ids.joined(separator: "、"))
    }

    /// A cap with the group that is meant.
    func cap(_ number: Int, group: Int) -> Phrase {
        let rule = week.caps[number]
        let values = week.names(of: group, in: rule).joined(separator: ", ")
        return Phrase(
            "cap \(rule.id)\(values.isEmpty ? "" : " (\(values))")",
            "上限\(rule.id)\(values.isEmpty ? "" : "（\(values)）")")
    }

    /// A time of day, from minutes after midnight.
    static func clock(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// At most three names; what is beyond is counted.
    func list(_ names: [String]) -> Phrase {
        let shown = names.prefix(3)
        if names.count > 3 {
            let rest = names.count - 3
            return Phrase(
                "\(shown.joined(separator: ", ")) and \(rest) more", "\(shown.joined(separator: "、"))等\(names.count)处")
        }
        let english =
            shown.count > 1
            ? "\(shown.dropLast().joined(separator: ", ")) or \(shown[shown.count - 1])" : shown.first ?? "any township"
        return Phrase(english, shown.isEmpty ? "各乡镇" : shown.joined(separator: "、"))
    }

    func townships(_ numbers: [Int]) -> Phrase { list(numbers.map(township)) }

    /// Whom a need asks for, e.g. `expert for ai at level 2`.
    func need(_ it: Need, plural: Bool = false) -> Phrase {
        let (english, chinese) = pool(it.pool)
        let level = it.level > 1 ? " at level \(it.level)" : ""
        return Phrase(
            "\(english)\(plural ? "s" : "") for \(it.skill)\(level)",
            it.level > 1 ? "“\(it.skill)”\(it.level)级以上\(chinese)" : "“\(it.skill)”\(chinese)")
    }

    private func pool(_ pool: Pool) -> (english: String, chinese: String) {
        switch pool {
        case .experts: ("expert", "专家")
        case .mentors: ("mentor", "辅导员")
        case .kits: ("kit", "设备")
        }
    }

    /// `the only expert`, `both experts`, `all 4 experts`; where several are needed, `too many of the 4 experts`.
    static func all(_ count: Int, _ those: String, needed: Int) -> String {
        if needed > 1 { return "too many of the \(count) \(those)" }
        return count == 1 ? "the only \(those)" : count == 2 ? "both \(those)" : "all \(count) \(those)"
    }

    /// `2025-05-24.pm at Hall (v1), Township 3`.
    func place(_ session: Session) -> Phrase {
        let hall = week.venue(session.venue).map(venue) ?? session.venue
        let town = week.township(session.township).map(township) ?? session.township
        return Phrase("\(session.start) at \(hall), \(town)", "\(session.start)在\(town)的\(hall)")
    }

    /// Yuan that are needed, never less than they are.
    static func yuanNeeded(_ yuan: Double) -> String { plainDecimal((yuan - 1e-6).rounded(.up)) }

    /// Yuan that are left, never more than they are.
    static func yuanLeft(_ yuan: Double) -> String { plainDecimal(max(0, (yuan + 1e-6).rounded(.down))) }

    /// Points for people: whole ones from 10, else with a digit or two after the point.
    static func points(_ points: Double) -> String {
        if points.magnitude >= 10 || Int(exactly: points) != nil { return plainDecimal(points.rounded()) }
        return fixedDecimal(points, places: points.magnitude < 1 ? 2 : 1)
    }

    /// The same with a sign, which those that round to nothing have not.
    static func signed(_ points: Double) -> String {
        let text = Self.points(points.cleared)
        return points > 0 && text != "0.00" ? "+\(text)" : text
    }
}

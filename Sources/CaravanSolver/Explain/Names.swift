import CaravanCore
import CaravanLanguage

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

    /// A slot instance as people call it: `24 May, morning (09:00–11:30)`.
    func slot(_ number: Int) -> Bilingual {
        let (begin, end) = (week.calendar.begin(of: number), week.calendar.end(of: number))
        let part: DayPart =
            begin >= 18 * 60 ? .evening : begin >= 12 * 60 ? .afternoon : end <= 14 * 60 ? .morning : .day
        let (month, day) = monthAndDay(week.calendar.date(of: number))
        let hours = "\(Self.clock(begin))–\(Self.clock(end))"
        return DayPart.slot.bilingual.filled(["day": day, "month": month, "part": part, "hours": hours])
    }

    /// `24 May`.
    func date(_ number: Int) -> Bilingual {
        let (month, day) = monthAndDay(number)
        return DatePhrase.dayOfMonth.bilingual.filled(["day": day, "month": month])
    }

    private func monthAndDay(_ date: Int) -> (Bilingual, Int) {
        let parts = week.calendar.dates[date].split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, MonthName.allCases.indices.contains(parts[1] - 1) else { return (.empty, 0) }
        return (MonthName.allCases[parts[1] - 1].bilingual, parts[2])
    }

    /// Requests by identifier.
    func requests(_ numbers: [Int]) -> Bilingual { numbers.map { week.requests[$0].id }.listed(.and) }

    /// A cap with the group that is meant.
    func cap(_ number: Int, group: Int) -> Bilingual {
        let rule = week.caps[number]
        let values = week.names(of: group, in: rule).joined(separator: ", ")
        return values.isEmpty ? WeekPhrase.cap(rule.id) : Join.bracketed(WeekPhrase.cap(rule.id), values)
    }

    /// A time of day, from minutes after midnight.
    static func clock(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// At most three names; what is beyond is counted.
    func list(_ names: [String]) -> Bilingual {
        let shown = names.prefix(3)
        if names.count > 3 {
            return WeekPhrase.namesAndMore.bilingual.filled([
                "names": shown.listed(), "rest": names.count - 3, "total": names.count,
            ])
        }
        guard let last = shown.last else { return WeekPhrase.anyTownship.bilingual }
        return shown.count == 1
            ? Verbatim(last).bilingual : [shown.dropLast().listed(), Verbatim(last).bilingual].listed(.or)
    }

    func townships(_ numbers: [Int]) -> Bilingual { list(numbers.map(township)) }

    /// Whom a need asks for, e.g. `expert for ai at level 2`.
    func need(_ it: Need, plural: Bool = false) -> Bilingual {
        let skill = it.level > 1 ? WeekPhrase.skillAtLevel(it.skill, it.level) : WeekPhrase.skill(it.skill)
        let who: WeekPhrase =
            switch it.pool {
            case .experts: plural ? .experts : .expert
            case .mentors: plural ? .mentors : .mentor
            case .kits: plural ? .kits : .kit
            }
        return who(skill)
    }

    /// `the only expert`, `both experts`, `all 4 experts`; where several are needed, `too many of the 4 experts`.
    static func all(_ count: Int, _ those: Bilingual, needed: Int) -> Bilingual {
        if needed > 1 { return WeekPhrase.tooManyOf(count, those) }
        return switch count {
        case 1: WeekPhrase.theOnly(those)
        case 2: WeekPhrase.both(those)
        default: WeekPhrase.all(count, those)
        }
    }

    /// `2025-05-24.pm at Hall (v1), Township 3`.
    func place(_ session: Session) -> Bilingual {
        let hall = week.venue(session.venue).map(venue) ?? session.venue
        let town = week.township(session.township).map(township) ?? session.township
        return WeekPhrase.placeOfSession(session.start, hall, town)
    }

    /// Yuan that are needed, never less than they are.
    static func yuanNeeded(_ yuan: Double) -> String { plainDecimal(wholeYuan(yuan)) }

    /// Whole yuan that are enough.
    static func wholeYuan(_ yuan: Double) -> Double { (yuan - 1e-6).rounded(.up) }

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

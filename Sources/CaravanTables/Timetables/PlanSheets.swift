import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// A plan as sheets to be printed and sent.
public struct PlanSheets: Sendable {
    let week: Week
    /// The plan, with `subject` only its sessions.
    public let plan: Plan
    let language: Language
    private let subject: Party?
    private let standing: PlanStanding

    /// Sheets of a plan.
    /// - Parameters:
    ///   - week: The week that it is a plan of; what it names that the week has not is left out.
    ///   - plan: The plan.
    ///   - language: Language of the headings.
    ///   - subject: A member, venue, township or fund, where only its sessions are wanted.
    ///   - standing: How the plan stands against the present week: sessions that no longer do are marked.
    public init(
        week: Week, plan: Plan, language: Language, subject: Party? = nil, standing: PlanStanding = .sound
    ) {
        self.standing = standing
        self.week = week
        self.language = language
        self.subject = subject
        var plan = plan
        if let subject { plan.sessions.removeAll { !subject.isConcerned(by: $0, in: week) } }
        self.plan = plan
    }

    /// The tables that make sense: all, or for one subject its sessions and its timetable.
    public var tables: [PlanTable] {
        switch subject {
        case nil: PlanTable.allCases
        case .member: [.sessions, .members]
        case .venue: [.sessions, .venues]
        case .township: [.sessions, .townships]
        case .fund: [.sessions]
        }
    }

    /// The sheets of all tables that make sense, as people print them: of the sessions only what fits on a page.
    public var sheets: [OutputSheet] { tables.map { $0 == .sessions ? timetable : sheet($0) } }

    /// One table, with all that programs may want to know.
    public func sheet(_ table: PlanTable) -> OutputSheet {
        switch table {
        case .sessions: sessions
        case .townships: townships
        case .members: members
        case .venues: venues
        case .funds: FundSheet(self).sheet
        case .coverage: CoverageSheet(self).sheet
        }
    }

    func output(_ table: PlanTable, _ headings: [any Sayable], _ groups: [[[OutputCell]]]) -> OutputSheet {
        var (rows, starts): ([[OutputCell]], Set<Int>) = ([], [])
        for group in groups {
            if !rows.isEmpty, !group.isEmpty { starts.insert(rows.count) }
            rows += group
        }
        let title = [week.title.isEmpty ? week.id : week.title, standing.sentence?[language]].compactMap { $0 }
        return OutputSheet(
            name: table.name[language], title: title.joined(separator: " · "),
            columns: headings.map { OutputColumn($0.bilingual[language]) }, rows: rows, groupStarts: starts)
    }

    private var sessions: OutputSheet {
        let headings: [any Sayable] = [
            Word.date, Word.start, Word.end, Word.slot, Word.request, Word.heading, Word.audience,
            Word.topic, Word.format, PlanHeading.township, PlanHeading.townshipName, Word.county, PlanHeading.venue,
            PlanHeading.venueName, PlanHeading.crew, PlanHeading.crewNames, Word.attendanceExpected,
        ]
        // Programs may know the columns by their place.
        let all = headings + standingHeading
        let rows = PlannedSession.all(of: plan, in: week).map { held -> [OutputCell] in
            let township = week.townships[held.township]
            return [
                .date(held.date), .clock(held.begin), .clock(held.end), .text(held.session.start),
                .text(held.request.id), .text(held.request.title), .text(week.audiences[held.request.audience]),
                .text(week.topics[held.request.topic]), .text(week.formats[held.request.format]),
                .text(township.id), .text(township.name), .text(week.counties[township.county]),
                .text(held.session.venue), venueName(held), .text(held.session.crew.joined(separator: " ")),
                crewNames(held), .number(held.request.attendance),
            ] + standing(of: held)
        }
        return output(.sessions, all, [rows])
    }

    /// The sessions without identifiers; a line is drawn above every date.
    private var timetable: OutputSheet {
        let headings: [any Sayable] =
            standingHeading + Self.when + [
                Word.county, PlanHeading.townshipName, PlanHeading.venueName, Word.heading, Word.audience,
                Word.format, PlanHeading.crewNames, Word.attendanceExpected,
            ]
        let held = PlannedSession.all(of: plan, in: week)
        let dates = week.calendar.dates.map { date in held.filter { $0.date.text == date } }
        return output(
            .sessions, headings,
            dates.map { sessions in
                sessions.map { session in
                    standing(of: session) + when(session) + [
                        .text(county(of: session.township)), .text(week.townshipName(session.township)),
                        venueName(session),
                        title(session), .text(audience(of: session)),
                        .text(format(of: session)), crewNames(session),
                        .number(session.request.attendance),
                    ]
                }
            })
    }

    private var townships: OutputSheet {
        let headings: [any Sayable] =
            [Word.county, PlanHeading.townshipName] + Self.when + [
                Word.heading, Word.audience, PlanHeading.venueName, PlanHeading.crewNames, Word.attendanceExpected,
            ]
        let held = Dictionary(grouping: PlannedSession.all(of: plan, in: week), by: \.township)
        return output(
            .townships, headings,
            byCounty.map { township in
                (held[township] ?? []).map { session in
                    [.text(county(of: township)), .text(week.townshipName(township))] + when(session) + [
                        title(session), .text(audience(of: session)), venueName(session),
                        crewNames(session), .number(session.request.attendance),
                    ]
                }
            })
    }

    private var venues: OutputSheet {
        let headings: [any Sayable] =
            [Word.county, PlanHeading.townshipName, PlanHeading.venueName] + Self.when + [
                Word.heading, Word.audience, PlanHeading.crewNames, Word.attendanceExpected,
            ]
        let held = Dictionary(grouping: PlannedSession.all(of: plan, in: week).filter { $0.venue != nil }) {
            $0.venue ?? 0
        }
        let rank = Dictionary(byCounty.enumerated().map { ($1, $0) }) { first, _ in first }
        let order = week.venues.indices.sorted {
            (rank[week.venues[$0].township] ?? 0, $0) < (rank[week.venues[$1].township] ?? 0, $1)
        }
        return output(
            .venues, headings,
            order.map { venue in
                (held[venue] ?? []).map { session in
                    [
                        .text(county(of: session.township)), .text(week.townshipName(session.township)),
                        venueName(session),
                    ]
                        + when(session) + [
                            title(session), .text(audience(of: session)), crewNames(session),
                            .number(session.request.attendance),
                        ]
                }
            })
    }

    private var members: OutputSheet {
        let headings: [any Sayable] =
            [Word.pool, PlanHeading.memberName] + Self.when + [
                Word.county, PlanHeading.townshipName, PlanHeading.venueName, Word.heading, PlanHeading.crewNames,
            ]
        var held: [Int: [PlannedSession]] = [:]
        for session in PlannedSession.all(of: plan, in: week) {
            for member in session.crew { held[member, default: []].append(session) }
        }
        let wanted = if case .member(let id) = subject { week.member(id) } else { Int?.none }
        return output(
            .members, headings,
            week.members.indices.filter { wanted == nil || wanted == $0 }.map { number in
                return (held[number] ?? []).map { session in
                    [
                        .text(PoolWords.wording(week.members[number].pool)[language]), .text(week.memberName(number)),
                    ] + when(session) + [
                        .text(county(of: session.township)), .text(week.townshipName(session.township)),
                        venueName(session),
                        title(session), crewNames(session),
                    ]
                }
            })
    }
}

extension PlanSheets {
    /// The column that says which sessions no longer stand; there only where some rule is broken.
    private var standingHeading: [any Sayable] { standing.isStale ? [PlanText.standing] : [] }

    private func standing(of held: PlannedSession) -> [OutputCell] {
        guard standing.isStale else { return [] }
        return [standing.fallen.contains(held.request.id) ? .text(PlanText.fallen[language]) : .empty]
    }

    static let when: [any Sayable] = [Word.date, Word.weekday, Word.start, Word.end]

    func when(_ held: PlannedSession) -> [OutputCell] {
        [
            .date(held.date), .text(held.date.weekdayName[language]), .clock(held.begin),
            .clock(held.end),
        ]
    }

    /// The audience in words where many weeks have it, else its identifier.
    func audience(of held: PlannedSession) -> String {
        KnownWord.name(of: week.audiences[held.request.audience], in: language)
    }

    /// The format, in words as the audience.
    func format(of held: PlannedSession) -> String {
        KnownWord.name(of: week.formats[held.request.format], in: language)
    }

    func title(_ held: PlannedSession) -> OutputCell {
        .text(held.request.displayTitle)
    }

    func venueName(_ held: PlannedSession) -> OutputCell {
        .text(held.venue.map(week.venueName) ?? "")
    }

    func crewNames(_ held: PlannedSession) -> OutputCell {
        .text(held.crew.map(week.memberName).joined(separator: "; "))
    }

    func county(of township: Int) -> String { week.counties[week.townships[township].county] }

    /// Townships by county, within it in the order of the week.
    var byCounty: [Int] {
        week.townships.indices.sorted { (week.townships[$0].county, $0) < (week.townships[$1].county, $1) }
    }
}

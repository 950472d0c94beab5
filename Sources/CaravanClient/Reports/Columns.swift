import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// Columns of `COVERAGE` by what it groups by.
enum CoverageColumns {
    typealias Column = RecordColumn<CoverageRecord>

    static func columns(for grouping: String) -> [Column] {
        let (key, name): (Column, Column) = (.text(title(of: grouping)) { $0.key }, .text(.name) { $0.name })
        let (sessions, money): (Column, Column) = (.count(.sessions) { $0.sessions }, .number(.money) { $0.money })
        let (attendance, county): (Column, Column) = (
            .number(.attendance) { $0.attendance }, .text(.county) { $0.county }
        )
        let load = Column.percent(.load) { $0.load }
        let people: [Column] = [
            sessions, attendance, .number(.people) { $0.population },
            .number(.perThousand, decimals: 1) { $0.perThousand },
            .number(.shortfall, decimals: 1) { $0.shortfallCost }, money,
        ]
        switch grouping {
        case "fund": return [key, name, sessions, money, .number(.limit) { $0.limit }, left, used]
        case "member":
            return [
                key, name, .word(.pool) { $0.pool }, sessions, load, .count(.trips) { $0.trips },
                .number(.km, decimals: 1) { $0.km }, money,
            ]
        case "venue": return [key, name, county, sessions, attendance, load, money]
        case "county", "audience": return [.word(title(of: grouping)) { $0.key }] + people
        default: return [key, name, county] + people
        }
    }

    private static func title(of grouping: String) -> Word {
        switch grouping {
        case "township": .township
        case "county": .county
        case "fund": .fund
        case "venue": .venue
        case "audience": .audience
        case "member": .member
        default: .name
        }
    }

    private static let left = Column.number(.left) { record in record.limit.map { $0 - record.money } }
    private static let used = Column.percent(.used) { record in
        record.limit.flatMap { $0 > 0 ? record.money / $0 : nil }
    }
}

/// Columns of `EXPLAIN`.
enum ExplainColumns {
    static let unheld: [RecordColumn<ExplanationRecord>] = [
        .text(.request) { $0.request }, .text(.title) { $0.title }, .number(.value) { $0.value }, reason,
    ]

    /// The daemon says it in both languages.
    static let reason = RecordColumn<ExplanationRecord>.sentence(.reason) { $0.reason }
}

/// Columns of other lists.
enum ListColumns {
    static let weeks: [RecordColumn<WeekListing>] = [
        .text(.week) { $0.week }, .text(.title) { $0.title }, .text(.start) { $0.start }, .count(.days) { $0.days },
        .count(.revision) { $0.revision }, .count(.requests) { $0.requests }, .count(.plans) { $0.plans },
        .count(.published) { $0.published },
    ]
    static let jobs: [RecordColumn<JobListing>] = [
        .count(.job) { $0.job }, .text(.week) { $0.week }, .word(.kind) { $0.kind }, .word(.state) { $0.state },
        RecordColumn(title: .seconds, alignment: .trailing) { job, _ in NumberText.seconds(job.seconds) },
        .number(.objective, decimals: 1) { $0.objective }, .number(.bound, decimals: 1) { $0.bound },
        .percent(.gap) { $0.gap }, .count(.version) { $0.version }, .sentence(.message) { $0.message },
    ]
    static let plans: [RecordColumn<PlanListing>] = [
        .count(.version) { $0.version }, .text(.created) { $0.created.ISO8601Format() }, .word(.origin) { $0.origin },
        .count(.revision) { $0.revision }, .count(.baseline) { $0.baseline }, .count(.sessions) { $0.sessions },
        .count(.unserved) { $0.unserved }, .number(.objective, decimals: 1) { $0.objective },
        .number(.bound, decimals: 1) { $0.bound }, .percent(.gap) { $0.gap }, .word(.status) { $0.status },
        RecordColumn(title: .published, alignment: .leading) { plan, style in
            plan.published ? style.text(Word.yes) : ""
        },
        standing,
    ]
    static let violations: [RecordColumn<ViolationRecord>] = [
        RecordColumn(title: .rule, alignment: .leading) { name(of: $0.rule, $1) }, .text(.request) { $0.request },
        .sentence(.message) { $0.message },
    ]
    /// Records before an `ERR`, of whatever kind they are.
    static let refusals: [RecordColumn<RefusalRecord>] = [
        RecordColumn(title: .rule, alignment: .leading) { name(of: $0.rule, $1) }, .text(.request) { $0.request },
        .text(.path) { $0.path }, .sentence(.message) { $0.text }, .sentence(.message) { $0.message },
    ]
    static let verbs: [RecordColumn<VerbRecord>] = [
        .text(.verb) { $0.verb },
        RecordColumn(title: .summary, alignment: .leading) { $0.summary?[$1.language] ?? "" },
    ]
    static let arguments: [RecordColumn<ArgumentRecord>] = [
        .text(.argument) { $0.argument }, .text(.absent) { $0.absent }, .text(.accepts) { $0.accepts },
        .sentence(.purpose) { Verbatim($0.purpose).bilingual },
    ]
    static let commitments: [RecordColumn<CommitmentRecord>] = [
        .text(.request) { $0.request }, .text(.title) { $0.title }, .word(.state) { $0.state },
        .text(.slot) { $0.start }, .text(.venue) { $0.venue }, .text(.marking) { $0.marked?.ISO8601Format() },
        .count(.version) { $0.version },
    ]
    static let differences: [RecordColumn<DifferenceRecord>] = [
        .text(.request) { $0.request }, .text(.title) { $0.title }, .word(.change) { $0.kind },
        .text(.from) { $0.from.map(place) }, .text(.to) { $0.to.map(place) }, .number(.points, decimals: 1) { $0.cost },
    ]

    /// Which plans the week has been changed under.
    private static let standing = RecordColumn<PlanListing>(title: .message, alignment: .leading, fit: .whole) {
        plan, style in
        guard let fallen = plan.stale else { return "" }
        return PlanStanding.sentence(violations: plan.violations ?? fallen, fallen: fallen)?[style.language] ?? ""
    }

    /// The rule, in Chinese with what it is about.
    @Sendable private static func name(of rule: String, _ style: Style) -> String {
        let name = RuleName.name(of: rule, in: .chinese)
        return style.language == .english || name == rule ? rule : "\(rule) \(name)"
    }

    @Sendable private static func place(of session: Session) -> String {
        [session.start, session.township, session.venue].joined(separator: " ")
    }
}

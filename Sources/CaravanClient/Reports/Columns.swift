import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// Columns of `COVERAGE` by what it groups by.
enum CoverageColumns {
    static func columns(for grouping: String) -> [RecordColumn] {
        let key = RecordColumn.text(title(of: grouping), "key")
        let people: [RecordColumn] = [
            .number(.sessions, "sessions"), .number(.attendance, "attendance"), .number(.people, "population"),
            .number(.perThousand, "perThousand", decimals: 1), .number(.shortfall, "shortfallCost", decimals: 1),
            .number(.money, "money"),
        ]
        switch grouping {
        case "fund":
            return [
                key, .text(.name, "name"), .number(.sessions, "sessions"), .number(.money, "money"),
                .number(.limit, "limit"), left, used,
            ]
        case "member":
            return [
                key, .text(.name, "name"), .word(.pool, "pool"), .number(.sessions, "sessions"),
                .percent(.load, "load"),
                .number(.trips, "trips"), .number(.km, "km", decimals: 1), .number(.money, "money"),
            ]
        case "venue":
            return [
                key, .text(.name, "name"), .text(.county, "county"), .number(.sessions, "sessions"),
                .number(.attendance, "attendance"), .percent(.load, "load"), .number(.money, "money"),
            ]
        case "county", "audience": return [.word(title(of: grouping), "key")] + people
        default: return [key, .text(.name, "name"), .text(.county, "county")] + people
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

    private static let left = RecordColumn(title: .left, alignment: .trailing) { record, _ in
        guard let limit = record["limit"]?.number, let money = record["money"]?.number else { return "" }
        return NumberText.grouped(limit - money)
    }

    private static let used = RecordColumn(title: .used, alignment: .trailing) { record, _ in
        guard let limit = record["limit"]?.number, let money = record["money"]?.number, limit > 0 else { return "" }
        return NumberText.percent(money / limit)
    }
}

/// Columns of `EXPLAIN`.
enum ExplainColumns {
    static let unheld: [RecordColumn] = [
        .text(.request, "request"), .text(.title, "title"), .number(.value, "value"), reason,
    ]

    /// The daemon says it in both languages.
    static let reason = RecordColumn.sentence(.reason, "reason")
}

/// Columns of other lists.
enum ListColumns {
    static let weeks: [RecordColumn] = [
        .text(.week, "week"), .text(.title, "title"), .text(.start, "start"), .number(.days, "days"),
        .number(.revision, "revision"), .number(.requests, "requests"), .number(.plans, "plans"),
        .number(.published, "published"),
    ]
    static let jobs: [RecordColumn] = [
        .number(.job, "job"), .text(.week, "week"), .word(.kind, "kind"), .word(.state, "state"), time,
        .number(.objective, "objective", decimals: 1), .number(.bound, "bound", decimals: 1), .percent(.gap, "gap"),
        .number(.version, "version"), .sentence(.message, "message"),
    ]
    static let plans: [RecordColumn] = [
        .number(.version, "version"), .text(.created, "created"), .word(.origin, "origin"),
        .number(.revision, "revision"), .number(.baseline, "baseline"), .number(.sessions, "sessions"),
        .number(.unserved, "unserved"), .number(.objective, "objective", decimals: 1),
        .number(.bound, "bound", decimals: 1), .percent(.gap, "gap"), .word(.status, "status"),
        .flag(.published, "published"), standing,
    ]
    static let violations: [RecordColumn] = [
        rule, .text(.request, "request"), .text(.path, "path"), .sentence(.message, "text"),
        .sentence(.message, "message"),
    ]
    static let verbs: [RecordColumn] = [
        .text(.verb, "verb"),
        RecordColumn(title: .summary, alignment: .leading) { record, style in
            record[style.language == .chinese ? "summaryZh" : "summary"]?.string ?? ""
        },
    ]
    static let arguments: [RecordColumn] = [
        .text(.argument, "argument"), .text(.absent, "default"), .text(.accepts, "accepts"),
        .sentence(.purpose, "purpose"),
    ]
    static let commitments: [RecordColumn] = [
        .text(.request, "request"), .text(.title, "title"), .word(.state, "state"), .text(.slot, "start"),
        .text(.venue, "venue"), .text(.marking, "marked"), .number(.version, "version"),
    ]
    static let differences: [RecordColumn] = [
        .text(.request, "request"), .text(.title, "title"), .word(.change, "kind"), session(.from, "from"),
        session(.to, "to"), .number(.points, "cost", decimals: 1),
    ]

    /// Which plans the week has been changed under.
    private static let standing = RecordColumn(title: .message, alignment: .leading, fit: .whole) { record, style in
        guard let fallen = record["stale"]?.integer else { return "" }
        let violations = record["violations"]?.integer ?? fallen
        return PlanStanding.sentence(violations: violations, fallen: fallen)?[style.language] ?? ""
    }

    /// The rule, in Chinese with what it is about.
    private static let rule = RecordColumn(title: .rule, alignment: .leading) { record, style in
        let rule = record["rule"]?.string ?? ""
        let name = RuleName.name(of: rule, in: .chinese)
        return style.language == .english || name == rule ? rule : "\(rule) \(name)"
    }

    private static let time = RecordColumn(title: .seconds, alignment: .trailing) { record, _ in
        record["seconds"]?.number.map(NumberText.seconds) ?? ""
    }

    private static func session(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, _ in
            guard let session = record[key] else { return "" }
            return [session["start"]?.string, session["township"]?.string, session["venue"]?.string]
                .compactMap { $0 }.joined(separator: " ")
        }
    }
}

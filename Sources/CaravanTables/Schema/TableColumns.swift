import CaravanLanguage

extension Table {
    /// The columns of the table, in the order in which they are written.
    var columns: [Column] { Self.allColumns[self] ?? [] }

    private static let allColumns = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.ownColumns) })

    private var ownColumns: [Column] {
        switch self {
        case .week: Self.fieldColumns
        case .slots, .funds, .townships, .venues, .legs: placeColumns
        case .experts, .mentors, .kits: memberColumns
        case .requests: Self.requestColumns
        case .targets, .caps: ruleColumns
        case .closures, .absences, .pins: decisionColumns
        }
    }

    static let fieldColumns = [
        Column(
            "field", ColumnHeading.field, .text, ColumnNote.leaveAlone,
            example: ColumnHeading.startDate),
        Column(
            "value", Word.content, .text, ColumnNote.fillIn,
            example: "2025-05-24"),
        Column(
            "note", ColumnHeading.note, .text, required: false, ColumnNote.notRead, example: ""),
    ]

    static func id(_ example: String) -> Column {
        Column(
            "id", ColumnHeading.id, .identifier,
            ColumnNote.uniqueID,
            example: example)
    }

    static func name(_ heading: any Sayable = Word.name, key: String = "name", example: any TextArgument) -> Column {
        Column(
            key, heading, .text, required: false, ColumnNote.commonName, example: example)
    }

    static func number(
        _ key: String, _ heading: any Sayable, in dimension: Dimension, required: Bool = true, _ note: any Sayable,
        example: String
    ) -> Column {
        Column(key, heading, .number(dimension), required: required, note, example: example)
    }

    static func township(_ key: String, _ heading: any Sayable, required: Bool = true, _ note: any Sayable) -> Column {
        Column(key, heading, .reference(.township), required: required, note, example: "t001")
    }

    private var placeColumns: [Column] {
        switch self {
        case .slots: Self.slotColumns
        case .funds:
            [
                Self.id("science"), Self.name(example: ColumnExample.fund),
                Self.number(
                    "limit", ColumnHeading.limit, in: .money,
                    ColumnNote.spending, example: "43000"),
            ]
        case .townships: Self.townshipColumns
        case .legs:
            [
                Self.township("from", ColumnHeading.from, Word.township),
                Self.township("to", ColumnHeading.to, ColumnNote.otherTownship),
                Self.number(
                    "km", Word.km, in: .length, ColumnNote.roadKm, example: "112"),
                Self.number(
                    "minutes", ColumnHeading.minutes, in: .duration, ColumnNote.drivingTime,
                    example: "150"),
            ]
        default: Self.venueColumns
        }
    }

    private static let slotColumns = [
        id("am"),
        Column(
            "start", Word.start, .clock, ColumnNote.timeOfDay, example: "09:00"),
        Column(
            "end", Word.end, .clock, ColumnNote.endOfSlot,
            example: "11:30"),
    ]

    private static let townshipColumns = [
        id("t001"), name(example: ColumnExample.township),
        Column(
            "county", Word.county, .text, ColumnNote.county,
            example: ColumnExample.county),
        number("lat", ColumnHeading.latitude, in: .angle, ColumnNote.latitude, example: "41.9524"),
        number("lon", ColumnHeading.longitude, in: .angle, ColumnNote.longitude, example: "126.4058"),
        Column(
            "population", Word.population, .population, required: false,
            ColumnNote.population,
            example: "6741"),
    ]

    private static let venueColumns = [
        id("v001"), name(example: ColumnExample.venue),
        township("township", Word.township, ColumnNote.township),
        Column(
            "kind", Word.kind, .text, ColumnNote.venueKind,
            example: ColumnExample.venueKind),
        number("capacity", ColumnHeading.capacity, in: .people, ColumnNote.capacity, example: "300"),
        Column(
            "equipment", ColumnHeading.equipment, .texts, required: false,
            ColumnNote.listOrNone, example: ColumnExample.equipment),
        number("cost", ColumnHeading.cost, in: .money, ColumnNote.yuanASession, example: "200"),
    ]

    private var memberColumns: [Column] {
        [
            Self.id(self == .kits ? "k01" : self == .experts ? "e001" : "m001"),
            Self.name(example: self == .kits ? ColumnExample.kit : ColumnExample.member),
            Self.township(
                "base", ColumnHeading.base, ColumnNote.base),
            Column(
                "skills", ColumnHeading.skills, .skills,
                ColumnNote.skills,
                example: self == .kits ? "VR=1" : ColumnExample.skills),
            Self.number(
                "maxPerDay", ColumnHeading.maxPerDay, in: .sessions, ColumnNote.sessionsADay, example: "2"),
            Self.number(
                "maxPerWeek", ColumnHeading.maxPerWeek, in: .sessions, ColumnNote.sessionsAWeek, example: "5"),
            Self.number(
                "maxMinutes", ColumnHeading.maxMinutes, in: .duration,
                ColumnNote.maxMinutes, example: "180"),
            Self.number(
                "fee", ColumnHeading.fee, in: .money, ColumnNote.feeASession, example: "500"),
        ]
    }
}

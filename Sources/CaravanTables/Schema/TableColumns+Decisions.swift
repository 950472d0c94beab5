import CaravanLanguage

extension Table {
    var decisionColumns: [Column] {
        switch self {
        case .closures:
            [
                Column(
                    "venue", Word.venue, .reference(.venue), ColumnNote.idOrName,
                    example: "v001")
            ] + Self.timeColumns
        case .absences:
            [
                Column(
                    "member", Word.member, .reference(.member),
                    ColumnNote.member,
                    example: "e001")
            ] + Self.timeColumns
        default: Self.pinColumns
        }
    }

    private static let timeColumns = [
        Column(
            "from", ColumnHeading.firstDate, .date, required: false,
            ColumnNote.wholeWeek, example: "2025-05-24"),
        Column(
            "until", ColumnHeading.lastDate, .date, required: false,
            ColumnNote.lastDate,
            example: "2025-05-26"),
        Column(
            "slots", Word.slots, .slotNames, required: false,
            ColumnNote.allSlots, example: ["am", "pm"].listed()),
    ]

    private static let pinColumns = [
        Column(
            "request", Word.request, .reference(.request), ColumnNote.idOrTitle,
            example: "r001"),
        Column(
            "start", ColumnHeading.startSlot, .slotInstance, required: false,
            ColumnNote.undecided, example: "2025-05-24.am"),
        township("township", Word.township, required: false, ColumnNote.undecided),
        Column(
            "venue", Word.venue, .reference(.venue), required: false,
            ColumnNote.undecided, example: "v001"),
        Column(
            "crew", Word.crew, .references(.member), required: false,
            ColumnNote.leastCrew, example: ["e001", "m002"].listed()),
    ]
}

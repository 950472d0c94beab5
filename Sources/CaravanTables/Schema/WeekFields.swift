import CaravanLanguage

/// The week's own fields, each a row of the table `week`. Keys are paths in the week document.
enum WeekFields {
    static let all: [Column] = general + travel + weights

    private static let general = [
        Column(
            "id", ColumnHeading.id, .identifier,
            ColumnNote.id,
            example: "baishan-2025"),
        Column(
            "title", Word.heading, .text, required: false, ColumnNote.weekTitle,
            example: ColumnExample.week),
        Column(
            "start", ColumnHeading.startDate, .date, ColumnNote.firstDate,
            example: "2025-05-24"),
        Table.number("days", Word.days, in: .dates, ColumnNote.days, example: "9"),
        Column(
            "timezone", ColumnHeading.timeZone, .text, ColumnNote.timeZone,
            example: "Asia/Shanghai"),
        Column(
            "audiences", ColumnHeading.audiences, .texts,
            ColumnNote.audiences,
            example: ["youth", "farmers", "elderly"].listed()),
    ]

    private static let travel = [
        Column(
            "travel.fund", ColumnHeading.travelFund, .reference(.fund),
            ColumnNote.travelFund, example: "travel"),
        Table.number(
            "travel.speedKmh", ColumnHeading.speed, in: .speed, ColumnNote.speed,
            example: "45"),
        Table.number(
            "travel.roadFactor", ColumnHeading.roadFactor, in: .plain,
            ColumnNote.roadFactor, example: "1.3"),
        Table.number(
            "travel.bufferMinutes", ColumnHeading.buffer, in: .duration, ColumnNote.buffer,
            example: "10"),
        Table.number(
            "travel.costPerKm", ColumnHeading.costPerKm, in: .moneyPerKm, ColumnNote.costPerKm,
            example: "1.2"),
    ]

    private static let weights = [
        weight("km", ColumnHeading.kmWeight, "0.02"),
        weight("preference", ColumnHeading.preferenceWeight, "5"),
        weight("drop", ColumnHeading.dropWeight, "150"),
        weight("move", ColumnHeading.moveWeight, "60"),
        weight("venue", ColumnHeading.venueWeight, "20"),
        weight("crew", ColumnHeading.crewWeight, "15"),
    ]

    private static func weight(_ key: String, _ heading: ColumnHeading, _ example: String) -> Column {
        Table.number("weights." + key, heading, in: .points, required: false, ColumnNote.weight, example: example)
    }
}

import CaravanLanguage

extension Table {
    static let requestColumns = subjectColumns + placementColumns

    private static let subjectColumns = [
        id("r001"),
        name(Word.heading, key: "title", example: ColumnExample.title),
        Column(
            "fund", Word.fund, .reference(.fund), ColumnNote.payingFund,
            example: "science"),
        Column(
            "audience", Word.audience, .reference(.audience), ColumnNote.audience,
            example: "farmers"),
        Column(
            "topic", Word.topic, .text, ColumnNote.topic,
            example: ColumnExample.topic),
        Column(
            "format", Word.format, .text, ColumnNote.format,
            example: KnownWord.training),
        Column(
            "townships", ColumnHeading.townships, .references(.township),
            ColumnNote.possibleTownships,
            example: ["t001", "t002"].listed()),
        number(
            "attendance", Word.attendanceExpected, in: .people, ColumnNote.attendance, example: "80"),
        number(
            "duration", ColumnHeading.duration, in: .slots,
            ColumnNote.duration, example: "1"),
        Column(
            "needs", ColumnHeading.needs, .needs, required: false,
            ColumnNote.needs,
            example: ColumnExample.needs),
    ]

    private static let placementColumns = [
        Column(
            "venueKinds", ColumnHeading.venueKinds, .texts, required: false,
            ColumnNote.anyKind, example: ColumnExample.venueKinds),
        Column(
            "equipment", ColumnHeading.wantedEquipment, .texts, required: false,
            ColumnNote.equipment, example: ColumnExample.projector),
        Column(
            "slots", ColumnHeading.allowedSlots, .slotInstances, required: false,
            ColumnNote.allowedSlots,
            example: "2025-05-24~2025-05-26.am"),
        Column(
            "preferredSlots", ColumnHeading.preferredSlots, .slotInstances, required: false,
            ColumnNote.preferredSlots,
            example: "2025-05-24.am"),
        number(
            "value", ColumnHeading.value, in: .points, ColumnNote.value,
            example: "300"),
        number(
            "cost", ColumnHeading.cost, in: .money,
            ColumnNote.cost, example: "2000"),
        Column(
            "after", ColumnHeading.after, .references(.request), required: false,
            ColumnNote.after, example: "r000"),
    ]

    var ruleColumns: [Column] {
        let isTarget = self == .targets
        let threshold =
            isTarget
            ? Self.number("atLeast", ColumnHeading.atLeast, in: .plain, ColumnNote.atLeast, example: "1")
            : Self.number("atMost", ColumnHeading.atMost, in: .plain, ColumnNote.atMost, example: "1")
        let weight = Self.number(
            "weight", ColumnHeading.weight, in: .points, required: isTarget,
            isTarget
                ? ColumnNote.targetWeight
                : ColumnNote.capWeight,
            example: "30")
        let scaled = Column(
            "scaled", ColumnHeading.scaled, .flag, required: false,
            ColumnNote.scaled, example: Word.yes)
        return [
            Self.id(isTarget ? "first" : "repeats"),
            Column(
                "per", ColumnHeading.per, .keys, required: false,
                ColumnNote.per,
                example: ColumnExample.per),
            Column(
                "where", ColumnHeading.condition, .clauses, required: false,
                ColumnNote.condition,
                example: ColumnExample.condition),
            Column(
                "measure", Word.measure, .measure, ColumnNote.measure,
                example: Word.sessions),
            threshold, weight,
        ] + (isTarget ? [scaled] : [])
    }
}

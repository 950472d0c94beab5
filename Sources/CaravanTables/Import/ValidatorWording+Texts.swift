import CaravanLanguage

extension ValidatorWording {
    /// Messages that are always the same.
    static let fixed: [String: (problem: CellFault, remedy: CellRemedy)] = [
        "missing": (.empty, .fillIn),
        "empty": (.empty, .atLeastOne),
        "not an identifier": (.identifier, .identifier),
        "ends before it starts": (.endsBeforeStart, .swapTimes),
        "out of order, or overlaps the slot before": (.slotOrder, .orderOfTime),
        "more than 12": (.tooManySlots, .keepTwelve),
        "must be above 0": (.notAboveZero, .larger),
        "names the request itself": (.itself, .delete),
        "from and to are the same township": (.sameTownship, .deleteRow),
        "this pair of townships is given twice": (.pairTwice, .oneDirection),
        "per holds no township": (.scaledWithoutTownship, .addTownship),
        "too many clauses over too many values": (.tooManyConditions, .fewerConditions),
        "not an object": (.wrongKind, .typeAgain),
        "not a text": (.wrongKind, .typeAgain),
        "not caravan-week/1": (.format, .format),
    ]

    /// A message with a colon, known by what stands before it.
    struct Headed {
        let head: String
        let fault: CellFault
        let remedy: CellRemedy

        init(_ head: String, _ fault: CellFault, _ remedy: CellRemedy) {
            (self.head, self.fault, self.remedy) = (head, fault, remedy)
        }

        /// The problem; a fault that has a place for it names what stands behind the colon.
        func problem(_ rest: String) -> Bilingual { fault(rest) }
    }

    /// Messages with a colon; the first that fits counts.
    static let headed = [
        Headed("negative", .negative, .zeroOrMore), Headed("above", .above, .noLargerThan),
        Headed("not a count", .wholeNumber, .wholeNumber),
        Headed("not a number", .number, .number), Headed("not a id", .identifier, .identifier),
        Headed("not a date", .date, .date), Headed("not HH:MM", .clock, .clock),
        Headed("not a ", .wrongKind, .typeAgain), Headed("listed twice", .listedTwice, .keepOnce),
        Headed("too many groups", .tooManyGroups, .fewerKeys), Headed("too many", .tooManyAudiences, .splitWeek),
    ]
}

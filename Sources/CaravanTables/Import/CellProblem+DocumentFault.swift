import CaravanCore
import CaravanLanguage

extension CellProblem {
    /// What is wrong with the document that the cells make, as it is said of a cell, and what would do there.
    /// - Parameter location: the place of a path in words, for faults that name another item.
    init(_ fault: DocumentFault, _ location: (String) -> Bilingual) {
        switch fault {
        case .missing: self.init(CellFault.empty, CellRemedy.fillIn)
        case .empty: self.init(CellFault.empty, CellRemedy.atLeastOne)
        case .notIdentifier, .wrongKind(.id, _): self.init(CellFault.identifier, CellRemedy.identifier)
        case .notDate: self.init(CellFault.date, CellRemedy.date)
        case .notClock: self.init(CellFault.clock, CellRemedy.clock)
        case .negative: self.init(CellFault.negative, CellRemedy.zeroOrMore)
        case .notAboveZero: self.init(CellFault.notAboveZero, CellRemedy.larger)
        case .above(_, let found): self.init(CellFault.above(plainDecimal(found)), CellRemedy.noLargerThan)
        case .outside(let range, _):
            let span = "\(plainDecimal(range.lowerBound))–\(plainDecimal(range.upperBound))"
            self.init(CellFault.outside(span), CellRemedy.numberFrom(span))
        case .idTwice(let id, let other): self.init(CellFault.idTaken(id, location(other)), CellRemedy.chooseAnother)
        case .listedTwice(let text): self.init(CellFault.listedTwice(text), CellRemedy.keepOnce)
        case .unknown(let kind, let name): self.init(CellFault.unknown(kind, name), Bilingual.empty)
        case .endsBeforeStart: self.init(CellFault.endsBeforeStart, CellRemedy.swapTimes)
        case .slotOrder: self.init(CellFault.slotOrder, CellRemedy.orderOfTime)
        case .tooManySlots: self.init(CellFault.tooManySlots, CellRemedy.keepTwelve)
        case .sameTownship: self.init(CellFault.sameTownship, CellRemedy.deleteRow)
        case .pairTwice: self.init(CellFault.pairTwice, CellRemedy.oneDirection)
        case .itself: self.init(CellFault.itself, CellRemedy.delete)
        case .scaledWithoutTownship: self.init(CellFault.scaledWithoutTownship, CellRemedy.addTownship)
        case .tooManyAudiences: self.init(CellFault.tooManyAudiences, CellRemedy.splitWeek)
        case .tooManyGroups: self.init(CellFault.tooManyGroups, CellRemedy.fewerKeys)
        case .tooManyClauses: self.init(CellFault.tooManyConditions, CellRemedy.fewerConditions)
        case .wrongKind(.number, _): self.init(CellFault.number, CellRemedy.number)
        case .wrongKind(.count, _): self.init(CellFault.wholeNumber, CellRemedy.wholeNumber)
        case .wrongKind, .notObject, .notText: self.init(CellFault.wrongKind, CellRemedy.typeAgain)
        case .format: self.init(CellFault.format, CellRemedy.format)
        default: self.init(fault, Bilingual.empty)
        }
    }
}

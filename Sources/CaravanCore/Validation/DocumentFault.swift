import CaravanLanguage

/// What is wrong with a value of a week or plan document, or of another body.
public enum DocumentFault: Sendable, Equatable {
    /// Another format than this one.
    case format(String)
    /// Another format than these two.
    case neitherFormat(String, String)
    case notObject, missing, empty, notText, emptyText, notIdentifier
    /// Another kind of value than is wanted; how the value begins.
    case wrongKind(FieldKind, found: String)
    case notDate(String)
    case notClock(String)
    case negative(Double)
    case notAboveZero
    case above(Double, found: Double)
    case outside(ClosedRange<Double>, found: Double)
    /// An identifier that the thing at the other path has.
    case idTwice(String, other: String)
    case listedTwice(String)
    /// A name that nothing of that kind has.
    case unknown(Word, String)
    case unknownWeight(String)
    case endsBeforeStart, slotOrder, tooManySlots
    /// More items than this number.
    case moreThan(Int)
    case fewerThanTwo
    case sameTownship, pairTwice
    /// A request that waits for itself.
    case itself
    case scaledWithoutTownship
    /// A rule that remembers earlier weeks by their dates.
    case memoryOfDates
    /// A label of the history that another item has.
    case labelTwice(String)
    /// More dates than the week has.
    case staysTooLong(Double, week: Double)
    /// A fund that pays twice.
    case paysTwice(String)
    /// Shares that add up to this and not to 1.
    case sharesSumTo(Double)
    /// More sites asked for than there may be.
    case moreWanted(Double, most: Double)
    /// A township with two pinned sites.
    case siteTwice(String)
    /// A pin with sites, of a request that is not relayed.
    case noRelay
    /// Something that is lent and belongs to nobody.
    case lentByNobody
    /// A request that the series at the other path has too.
    case inOtherSeries(String, String)
    /// A gap of which `least` is above `most`.
    case gapReversed
    /// Requests of a series that cannot have the same members of a pool.
    case needsDiffer(Pool)
    /// More entries of the history times rules that remember it than can be reckoned.
    case tooMuchHistory(Int, rules: Int)
    case tooManyAudiences(Int, townships: Int)
    /// More groups of a target or cap than this number.
    case tooManyGroups(Int)
    case tooManyClauses
    /// No name of a time zone; those that may be meant.
    case noTimeZone(String, near: [String])
    /// A time zone that the machine does not know, of the week.
    case zoneWithoutCalendar(String, week: String)
    case neitherStatus(String)
    /// A plan for another week than the one that is asked for.
    case otherWeek(String, wanted: String)
    case notScenarios, nameOfBase, notEdits
    case nameTwice(String)
    /// The text is no JSON at all.
    case notJSON(JSONError)
    /// An edit that cannot be applied.
    case edit(EditFault)
}

extension DocumentFault: Sayable {
    /// It in both languages; names of fields stand as documents write them.
    public var bilingual: Bilingual { phrase.bilingual }

    private var phrase: any Sayable {
        typealias Text = DocumentFaultText
        return switch self {
        case .format(let format): Text.format(format)
        case .neitherFormat(let one, let other): Text.neitherFormat(one, other)
        case .notObject: Text.notObject
        case .missing: Text.missing
        case .empty: Text.empty
        case .notText: Text.notText
        case .emptyText: Text.emptyText
        case .notIdentifier: Text.notIdentifier
        case .wrongKind(let kind, let found): Text.wrongKind(kind, found)
        case .notDate(let text): Text.notDate(text)
        case .notClock(let text): Text.notClock(text)
        case .negative(let number): Text.negative(plainDecimal(number))
        case .notAboveZero: Text.notAboveZero
        case .above(let most, let found): Text.above(plainDecimal(most), plainDecimal(found))
        case .outside(let range, let found):
            Text.outside(plainDecimal(range.lowerBound), plainDecimal(range.upperBound), plainDecimal(found))
        case .idTwice(let id, let other): Text.idTwice(id, other)
        case .listedTwice(let text): Text.listedTwice(text)
        case .unknown(let kind, let name): Text.unknown(kind, name)
        case .unknownWeight(let name): Text.unknownWeight(name)
        case .endsBeforeStart: Text.endsBeforeStart
        case .slotOrder: Text.slotOrder
        case .tooManySlots: Text.tooManySlots
        case .moreThan(let most): Text.moreThan(most)
        case .fewerThanTwo: Text.fewerThanTwo
        case .sameTownship: Text.sameTownship
        case .pairTwice: Text.pairTwice
        case .itself: Text.itself
        case .scaledWithoutTownship: Text.scaledWithoutTownship
        case .memoryOfDates: Text.memoryOfDates
        case .labelTwice(let label): Text.labelTwice(label)
        case .staysTooLong(let dates, let week): Text.staysTooLong(plainDecimal(dates), plainDecimal(week))
        case .paysTwice(let fund): Text.paysTwice(fund)
        case .sharesSumTo(let sum): Text.sharesSumTo(plainDecimal(sum))
        case .moreWanted(let wanted, let most): Text.moreWanted(plainDecimal(wanted), plainDecimal(most))
        case .siteTwice(let township): Text.siteTwice(township)
        case .noRelay: Text.noRelay
        case .lentByNobody: Text.lentByNobody
        case .inOtherSeries(let request, let path): Text.inOtherSeries(request, path)
        case .gapReversed: Text.gapReversed
        case .needsDiffer(let pool): Text.needsDiffer(pool.word)
        case .tooMuchHistory(let entries, let rules): Text.tooMuchHistory(entries, rules)
        case .tooManyAudiences(let audiences, let townships): Text.tooManyAudiences(audiences, townships)
        case .tooManyGroups(let most): Text.tooManyGroups(most)
        case .tooManyClauses: Text.tooManyClauses
        case .noTimeZone(let name, let near) where near.isEmpty: Text.noTimeZone(name, TimeZoneName.china)
        case .noTimeZone(let name, let near): Text.nearTimeZone(name, near.listed(.or))
        case .zoneWithoutCalendar(let name, let week): RefusedCommand.unknownZone(week, name)
        case .neitherStatus(let text): Text.neitherStatus(text)
        case .otherWeek(let other, let wanted): Text.otherWeek(other, wanted)
        case .notScenarios: Text.scenarioList
        case .nameOfBase: Text.nameOfBase
        case .notEdits: Text.notEdits
        case .nameTwice(let name): Text.nameTwice(name)
        case .notJSON(let error): error.wording
        case .edit(let fault): fault
        }
    }
}

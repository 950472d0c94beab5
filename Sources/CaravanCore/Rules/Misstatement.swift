import CaravanLanguage

/// What a plan says of itself in one of its fields and is not so.
public struct Misstatement: Sendable, Equatable {
    /// What is not so.
    public enum Problem: Sendable, Equatable {
        case otherWeek(String)
        /// As the document has it, and as it is; nil where there is no such figure.
        case figure(said: String, actual: String?)
        case aboveObjective(bound: Double, objective: Double)
        case notOptimal, notOrdered
        /// A plan of another edition than its week.
        case otherEdition(String, week: Edition)
        /// A session whose sites are none, or not ordered by township.
        case sitesNotOrdered(String)
        /// It is stated, and nothing was committed.
        case needless
        case missing
    }

    /// Path of the field in the plan document.
    public let field: String
    /// What is not so.
    public let problem: Problem

    /// Something that is not so.
    public init(_ field: String, _ problem: Problem) { (self.field, self.problem) = (field, problem) }

    /// A figure that is another one.
    init(_ field: String, _ said: Double, _ actual: Double, places: Int = 6) {
        self.init(field, .figure(said: plainDecimal(said), actual: fixedDecimal(actual, places: places)))
    }
}

extension Misstatement: Sayable {
    /// It in both languages, behind the name of its field.
    public var bilingual: Bilingual { Join.labelled(field, phrase) }

    private var phrase: any Sayable {
        typealias Text = MisstatementText
        return switch problem {
        case .otherWeek(let week): Text.week(week)
        case .figure(let said, let actual?): Text.figure(said, actual)
        case .figure(let said, nil): Text.figure(said, Word.nothing)
        case .aboveObjective(let bound, let objective):
            Text.bound(plainDecimal(bound), fixedDecimal(objective, places: 6))
        case .notOptimal: Text.status
        case .notOrdered: Text.order
        case .otherEdition(let format, let week): Text.format(format, week.weekFormat)
        case .sitesNotOrdered(let request): Text.siteOrder(request)
        case .needless: Text.commitmentNeedless
        case .missing: Text.commitmentMissing
        }
    }
}

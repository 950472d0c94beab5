import CaravanCore
import CaravanLanguage

/// A rule of the form "what the sessions of a plan take of a row is at most its limit", as hard caps are (H10). Search, bound, integer
/// programs and explanations keep it by its uses; nothing else needs to know of it, but the checker if plans are to be refused
/// that break it.
public protocol RowRule: Sendable {
    /// Its name in the solver, the same from week to week: what is known of its rows is carried over by it.
    var id: String { get }
    /// The rule that it is told as.
    var rule: Rule { get }
    /// What a session takes of the rule's rows: at most one use of a row.
    /// - Parameters:
    ///   - request: Number of the request.
    ///   - township: Number of the township.
    ///   - start: First slot instance.
    func uses(of request: Int, in township: Int, from start: Int, week: Week) -> [RowUse]
    /// What all sessions together may take of a row, at least 0.
    func limit(of row: String, week: Week) -> Double
    /// Why nothing more fits, as a sentence without its end.
    /// - Parameter taken: What the sessions of the plan take.
    func full(_ row: String, taken: Double, week: Week) -> Bilingual
}

/// What a session takes of a row.
public struct RowUse: Sendable {
    /// The row, by a name that survives edits of the week.
    public let row: String
    /// More than 0. Whole amounts are summed exactly; of others a sum may exceed the limit by its rounding.
    public let amount: Double

    /// A use.
    public init(row: String, amount: Double) { (self.row, self.amount) = (row, amount) }
}

/// The rules of this form that are kept besides the caps of the week.
public struct RowRules: Sendable, Equatable {
    /// In the order in which they are told.
    public let list: [any RowRule]

    /// Some rules, of different names.
    public init(_ list: [any RowRule]) { self.list = list }

    /// Those that every week has.
    public static let standard = RowRules([])

    /// Whether both have rules of the same names.
    public static func == (a: RowRules, b: RowRules) -> Bool { a.list.map(\.id) == b.list.map(\.id) }
}

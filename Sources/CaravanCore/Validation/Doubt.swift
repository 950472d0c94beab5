import CaravanLanguage

/// Something in a week that is sound, and can hardly be meant: it forbids what it seems to allow, or allows nothing.
public struct Doubt: Sendable, Equatable {
    /// What is doubtful.
    public enum Problem: Sendable, Equatable {
        /// A department that is lent what it owns.
        case lentToOwner(String)
        /// A site of the request in the only township where its live session can be.
        case relayedHome(String)
        /// A request that waits for a later one of its series.
        case waitsForLater(String, later: String)
        /// A series that is held as a whole or not at all, and takes more dates than the week has.
        case seriesTooLong(dates: Int, week: Int)
        /// A stay for whose dates no start has slots.
        case stayWithoutStart(dates: Int)
    }

    /// Path of the value in the week document.
    public let path: String
    /// What is doubtful.
    public let problem: Problem

    init(_ path: String, _ problem: Problem) { (self.path, self.problem) = (path, problem) }
}

extension Doubt: Sayable {
    /// It in both languages, behind its path.
    public var bilingual: Bilingual { Join.labelled(path, phrase) }

    private var phrase: any Sayable {
        typealias Text = DoubtText
        return switch problem {
        case .lentToOwner(let department): Text.lentToOwner(department)
        case .relayedHome(let request): Text.relayedHome(request)
        case .waitsForLater(let request, let later): Text.waitsForLater(request, later)
        case .seriesTooLong(let dates, let week): Text.seriesTooLong(dates, week)
        case .stayWithoutStart(let dates): Text.stayWithoutStart(dates)
        }
    }
}

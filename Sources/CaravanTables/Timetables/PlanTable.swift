import CaravanLanguage

/// The tables in which a plan is printed and sent.
public enum PlanTable: String, Sendable, CaseIterable {
    /// A row a session, in the order of time.
    case sessions
    /// What is held in each township.
    case townships
    /// Where each expert, mentor and kit has to be.
    case members
    /// What is held in each venue.
    case venues
    /// What each fund pays.
    case funds
    /// Whom the plan reaches.
    case coverage

    /// Its name in both languages.
    var name: any Topic {
        switch self {
        case .sessions: Word.sessions
        case .townships: SheetName.byTownship
        case .members: SheetName.byMember
        case .venues: SheetName.byVenue
        case .funds: SheetName.byFund
        case .coverage: SheetName.coverage
        }
    }
}

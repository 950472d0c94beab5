/// An office that asks for sessions, pays for them, and owns venues, people and kits.
public struct Department: Sendable {
    /// Identifier.
    public let id: String
    /// Name for people; empty where the document has none.
    public let name: String
    /// Number or abbreviation by which the city's papers know it; empty where the document has none.
    public let code: String
    /// Number of its county in `Week.counties`; nil: the whole city's.
    public let county: Int?
}

/// Where the money of a fund comes from: information for people, no rule reads it.
public enum FundSource: String, Sendable, CaseIterable {
    case government, special, enterprise, donation, own
}

/// Whose a venue or member is (H16).
public struct Ownership: Sendable, Equatable {
    /// Number of the department that it belongs to.
    public let owner: Int
    /// On what terms others may use it; nil: not at all.
    public let lending: Lending?
}

/// On what terms a department lends something.
public struct Lending: Sendable, Equatable {
    /// Numbers of the departments that may use it; nil: everybody, requests without a department too.
    public let borrowers: Set<Int>?
    /// Loans a week; nil: without limit.
    public let most: Int?
    /// Yuan for each loan, charged to whoever pays for the session.
    public let fee: Double

    /// Whether it is lent to a department; nil: to a request that has none.
    public func includes(_ department: Int?) -> Bool {
        guard let borrowers else { return true }
        return department.map(borrowers.contains) ?? false
    }
}

extension Ownership {
    /// Whether a request of a department, nil: of none, uses it as a loan.
    public func isLoan(to department: Int?) -> Bool { department != owner }

    /// Whether a request of a department may use it, but for the number of loans (H16).
    public func permits(_ department: Int?) -> Bool {
        !isLoan(to: department) || lending?.includes(department) ?? false
    }

    /// Yuan that one use costs a request of a department.
    public func fee(for department: Int?) -> Double { isLoan(to: department) ? lending?.fee ?? 0 : 0 }
}

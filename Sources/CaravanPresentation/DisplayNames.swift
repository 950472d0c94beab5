import CaravanCore

/// Names for people by identifier, looked up in one week or in several, the first that knows a name; what no week names
/// stands for itself.
public struct DisplayNames: Sendable {
    private let weeks: [Week]

    /// Names of these weeks, those asked first in front.
    public init(_ weeks: Week...) { self.weeks = weeks }

    /// The name of a township.
    public func township(_ id: String) -> String { first { $0.township(id).map($0.townshipName) } ?? id }
    /// The name of a venue.
    public func venue(_ id: String) -> String { first { $0.venue(id).map($0.venueName) } ?? id }
    /// The name of an expert, mentor or kit.
    public func member(_ id: String) -> String { first { $0.member(id).map($0.memberName) } ?? id }
    /// The name of a fund.
    public func fund(_ id: String) -> String { first { $0.fund(id).map($0.fundName) } ?? id }

    /// The title of a request; nil where it has none.
    public func title(_ id: String) -> String? {
        first { week in week.request(id).map { week.requests[$0].title } }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func first(_ name: (Week) -> String?) -> String? { weeks.lazy.compactMap(name).first }
}

extension Week {
    /// A name for people: the identifier where there is none.
    public func townshipName(_ number: Int) -> String { Self.name(townships[number].name, townships[number].id) }
    /// A name for people: the identifier where there is none.
    public func venueName(_ number: Int) -> String { Self.name(venues[number].name, venues[number].id) }
    /// A name for people: the identifier where there is none.
    public func memberName(_ number: Int) -> String { Self.name(members[number].name, members[number].id) }
    /// A name for people: the identifier where there is none.
    public func fundName(_ number: Int) -> String { Self.name(funds[number].name, funds[number].id) }
    /// Its title, or its identifier where it has none.
    public var displayTitle: String { Self.name(title, id) }

    private static func name(_ name: String, _ id: String) -> String { name.isEmpty ? id : name }
}

extension Request {
    /// Its title, or its identifier where it has none.
    public var displayTitle: String { title.isEmpty ? id : title }
}

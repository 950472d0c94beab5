/// In which directions something of a week changed; several where it went both ways.
struct Directions: OptionSet, Hashable {
    let rawValue: UInt8

    /// Fewer plans keep the rules.
    static let tighter = Directions(rawValue: 1)
    /// More plans keep the rules.
    static let looser = Directions(rawValue: 2)
    /// Plans cost more points.
    static let dearer = Directions(rawValue: 4)
    /// Plans cost fewer points.
    static let cheaper = Directions(rawValue: 8)
    /// Changed in a way that is neither more nor less.
    static let other = Directions(rawValue: 16)
    /// Changed in a way that no rule and no term of the objective reads by itself, such as the order of a list.
    static let neutral = Directions(rawValue: 32)

    /// The directions of the change back.
    var reversed: Directions {
        var result = intersection([.other, .neutral])
        if contains(.tighter) { result.insert(.looser) }
        if contains(.looser) { result.insert(.tighter) }
        if contains(.dearer) { result.insert(.cheaper) }
        if contains(.cheaper) { result.insert(.dearer) }
        return result
    }
}

extension Directions {
    /// Values that can only be the same or not.
    static func other<Value: Equatable>(_ a: Value, _ b: Value) -> Directions { a == b ? [] : .other }

    /// Texts that can only be the same or not.
    static func names(_ a: [String], _ b: [String]) -> Directions { .other(a.map { Name($0) }, b.map { Name($0) }) }

    /// Values that only matter by what is made of them, which is compared by itself.
    static func neutral<Value: Equatable>(_ a: Value, _ b: Value) -> Directions { a == b ? [] : .neutral }

    /// Amounts of which more means `meaning`, and less the reverse.
    static func amount<Value: Comparable>(_ a: Value, _ b: Value, more meaning: Directions) -> Directions {
        if b > a { return meaning }
        return b < a ? meaning.reversed : []
    }

    /// Sets of which a further element means `meaning`, and one that is gone the reverse.
    static func elements<Element: Hashable>(
        _ a: Set<Element>, _ b: Set<Element>, further meaning: Directions
    ) -> Directions {
        (b.isSubset(of: a) ? [] : meaning).union(a.isSubset(of: b) ? [] : meaning.reversed)
    }

    /// The same for flags, one for each slot instance, of which a further one that is set means `meaning`.
    static func flags(_ a: [Bool], _ b: [Bool], further meaning: Directions) -> Directions {
        zip(a, b).reduce(into: []) { result, flag in
            if flag.0 != flag.1 { result.formUnion(flag.1 ? meaning : meaning.reversed) }
        }
    }

    /// These directions, or `neutral` where there are none although the values are not written alike.
    func orNeutral<Value: Equatable>(_ a: Value, _ b: Value) -> Directions {
        isEmpty ? .neutral(a, b) : self
    }
}

extension Week {
    /// Its stored properties.
    enum Field: String, CaseIterable {
        case document, edition, id, title, timezone, calendar, audiences, counties, topics, formats, crowds, departments
        case funds, townships, venues, members, requests, targets, caps, series, history, pins, weights, travel
        case distances
        case townshipNumbers, venueNumbers, memberNumbers, requestNumbers, fundNumbers, departmentNumbers
    }
}

/// Goes through every stored property of a week and an edited copy of it, and tells what differs.
///
/// Each type names its stored properties in an enumeration `Field`, and compares them in a `switch` over it.
struct WeekWalk {
    typealias Differences = [WeekDifference]

    let base: Week
    let edited: Week

    private func difference(_ aspect: WeekDifference.Aspect, _ directions: Directions) -> Differences {
        directions.isEmpty ? [] : [WeekDifference(aspect: aspect, directions: directions)]
    }

    /// What differs of all the stored properties of one thing.
    private func fields<Field: CaseIterable>(
        _ aspect: (Field) -> WeekDifference.Aspect, _ directions: (Field) -> Directions
    ) -> Differences {
        Field.allCases.flatMap { difference(aspect($0), directions($0)) }
    }

    /// The same of many things, each before and after.
    private func fields<Item, Field: CaseIterable>(
        _ pairs: some Sequence<(Item, Item)>, _ aspect: (Item, Field) -> WeekDifference.Aspect,
        _ directions: (Item, Item, Field) -> Directions
    ) -> Differences {
        pairs.flatMap { before, after in fields({ aspect(after, $0) }, { directions(before, after, $0) }) }
    }

    /// What everything else is numbered by.
    func frame() -> Differences {
        [.edition, .calendar, .audiences, .counties, .topics, .formats, .crowds].flatMap(compare)
            + difference(.week(.departments), .other(base.departments.map(\.id), edited.departments.map(\.id)))
            + difference(.week(.funds), .other(base.funds.map(\.id), edited.funds.map(\.id)))
            + difference(.week(.townships), .other(base.townships.map(\.id), edited.townships.map(\.id)))
            + difference(.week(.requests), .other(base.requests.map(\.id), edited.requests.map(\.id)))
    }

    /// Compares one property of weeks with the same frame.
    func compare(_ field: Week.Field) -> Differences {
        switch field {
        // The document holds nothing that matters beyond what was read from it; the others are for people.
        case .document, .id, .title, .timezone: []
        // Follow from the lists themselves.
        case .townshipNumbers, .venueNumbers, .memberNumbers, .requestNumbers, .fundNumbers, .departmentNumbers: []
        case .edition: difference(.week(field), .other(base.edition, edited.edition))
        case .crowds: difference(.week(field), .names(base.crowds, edited.crowds))
        case .departments:
            fields(
                zip(base.departments, edited.departments), { .department($0.id, $1) },
                { $0.directions(of: $2, to: $1) })
        case .series: series()
        // What counts is what rules remember of it.
        case .history: difference(.week(field), .neutral(base.history, edited.history))
        case .calendar: fields({ .calendar($0) }, { base.calendar.directions(of: $0, to: edited.calendar) })
        case .audiences: difference(.week(field), .other(base.audiences, edited.audiences))
        case .counties: difference(.week(field), .names(base.counties, edited.counties))
        case .topics: difference(.week(field), .names(base.topics, edited.topics))
        case .formats: difference(.week(field), .names(base.formats, edited.formats))
        case .funds:
            fields(zip(base.funds, edited.funds), { .fund($0.id, $1) }, { $0.directions(of: $2, to: $1) })
        case .townships:
            fields(zip(base.townships, edited.townships), { .township($0.id, $1) }, { $0.directions(of: $2, to: $1) })
        case .requests:
            fields(zip(base.requests, edited.requests), { .request($0.id, $1) }, { $0.directions(of: $2, to: $1) })
        case .venues: venues()
        case .members: members()
        case .targets: rules(field, .target, base.targets, edited.targets)
        case .caps: rules(field, .cap, base.caps, edited.caps)
        case .pins: pins()
        case .weights: fields({ .weights($0) }, { base.weights.directions(of: $0, to: edited.weights) })
        case .travel: fields({ .travel($0) }, { base.travel.directions(of: $0, to: edited.travel) })
        case .distances: distances()
        }
    }

    /// Which items of a list are gone or new, and whether their order is another.
    private func list(
        _ field: Week.Field, _ a: [String], _ b: [String], _ aspect: (String) -> WeekDifference.Aspect,
        further meaning: (String) -> Directions
    ) -> Differences {
        let (before, after) = (Set(a), Set(b))
        let gone = a.filter { !after.contains($0) }.flatMap { difference(aspect($0), meaning($0).reversed) }
        let new = b.filter { !before.contains($0) }.flatMap { difference(aspect($0), meaning($0)) }
        return gone + new + (before == after ? difference(.week(field), .neutral(a, b)) : [])
    }

    private func venues() -> Differences {
        let ids = (base.venues.map(\.id), edited.venues.map(\.id))
        let kept = edited.venues.compactMap { b in base.venue(b.id).map { (base.venues[$0], b) } }
        return list(.venues, ids.0, ids.1, { .venue($0, .id) }, further: { _ in .looser })
            + fields(kept, { .venue($0.id, $1) }, { $0.directions(of: $2, to: $1) })
    }

    private func members() -> Differences {
        let ids = (base.members.map(\.id), edited.members.map(\.id))
        let kept = edited.members.compactMap { b in base.member(b.id).map { (base.members[$0], b) } }
        return list(.members, ids.0, ids.1, { .member($0, .id) }, further: { _ in .looser })
            + fields(kept, { .member($0.id, $1) }, { $0.directions(of: $2, to: $1) })
    }

    private func series() -> Differences {
        let known = Dictionary(base.series.map { ($0.id, $0) }) { first, _ in first }
        let kept = edited.series.compactMap { series in known[series.id].map { ($0, series) } }
        return list(
            .series, base.series.map(\.id), edited.series.map(\.id), { .series($0, .id) }, further: { _ in .tighter })
            + fields(kept, { .series($0.id, $1) }, { $0.directions(of: $2, to: $1) })
    }

    private func rules(
        _ field: Week.Field, _ kind: CoverageRule.Kind, _ a: [CoverageRule], _ b: [CoverageRule]
    ) -> Differences {
        func aspect(_ id: String, _ field: CoverageRule.Field) -> WeekDifference.Aspect {
            kind == .target ? .target(id, field) : .cap(id, field)
        }
        let known = Dictionary((a + b).map { ($0.id, $0) }) { first, _ in first }
        let kept = b.compactMap { rule in known[rule.id].map { ($0, rule) } }
        return list(field, a.map(\.id), b.map(\.id), { aspect($0, .id) }) {
            known[$0]?.weight == nil ? .tighter : .dearer
        } + fields(kept, { aspect($0.id, $1) }) { $0.directions(of: $2, to: $1, as: kind) }
    }

    private func pins() -> Differences {
        let (a, b) = (base.pins.map { $0.demand(in: base) }, edited.pins.map { $0.demand(in: edited) })
        let (before, after) = (Set(a), Set(b))
        let gone = zip(base.pins, a).filter { !after.contains($1) }.map { base.requests[$0.0.request].id }
        let new = zip(edited.pins, b).filter { !before.contains($1) }.map { edited.requests[$0.0.request].id }
        return gone.flatMap { difference(.pin($0), .looser) } + new.flatMap { difference(.pin($0), .tighter) }
            + (before == after ? difference(.week(.pins), .neutral(a, b)) : [])
    }

    /// Distances are symmetric functions of the townships, the travel and the legs given: what counts is what comes of them.
    private func distances() -> Differences {
        if base.distances == edited.distances { return [] }
        var directions: Directions = []
        for p in base.townships.indices {
            for q in p..<base.townships.count {
                let (a, b) = (base.distances.leg(p, q), edited.distances.leg(p, q))
                for field in Leg.Field.allCases { directions.formUnion(a.directions(of: field, to: b)) }
            }
        }
        return difference(.week(.distances), directions.isEmpty ? .neutral : directions)
    }
}

import Testing

@testable import CaravanCore

@Suite("What differs between two weeks")
struct WeekDifferenceTests {
    @Test(
        "every property that a plan could hang on is told with its direction, and the way back with the reverse",
        arguments: WeekChange.week + WeekChange.places + WeekChange.requests + WeekChange.rules + WeekChange.second)
    func found(_ change: WeekChange) throws {
        let (before, after) = (try Week(document: FullWeek.document), try change.edited)
        let (there, back) = (before.differences(to: after), after.differences(to: before))
        #expect(union(there.filter { $0.aspect == change.aspect }) == change.directions, "\(there)")
        #expect(union(back) == union(there).reversed)
        #expect(!after.saysTheSame(as: before))
    }

    private func union(_ differences: [WeekDifference]) -> Directions {
        differences.reduce(into: []) { $0.formUnion($1.directions) }
    }

    @Test(
        "names, titles and unknown fields are no difference",
        arguments: [
            "id", "title", "funds 0 name", "townships 0 name", "venues 0 name", "experts 0 name", "requests 0 title",
            "requests 0 note", "note", "departments 0 name", "departments 0 code", "series 0 title",
        ])
    func meaningless(_ path: String) throws {
        let edited = try WeekChange(path, "another", .week(.title), []).edited
        #expect(try Week(document: FullWeek.document).differences(to: edited).isEmpty)
        #expect(edited.document != FullWeek.document)
    }

    @Test("what numbers everything else is told alone")
    func frame() throws {
        let edited = try Week(document: WeekEdits.apply([["op": "withdraw", "request": "r3"]], to: FullWeek.document))
        let differences = try Week(document: FullWeek.document).differences(to: edited)
        #expect(differences == [WeekDifference(aspect: .week(.requests), directions: .other)])
    }

    @Test("a week of another edition is another week")
    func edition() throws {
        let first = try HandWeek.week()
        let second = try HandWeek.week(("format", "caravan-week/2"))
        #expect(first.differences(to: second) == [WeekDifference(aspect: .week(.edition), directions: .other)])
    }

    /// A stored property that is new fails here until its type's `Field` names it; then the compiler asks for its comparison,
    /// and this test for a change of it above, unless it is among those that mean nothing by themselves.
    @Test("every stored property of a week's types is compared")
    func exhaustive() throws {
        let week = try Week(document: FullWeek.document)
        expectCompared(
            week,
            meaningless: [
                Week.Field.document, .id, .title, .timezone, .townshipNumbers, .venueNumbers, .memberNumbers,
                .requestNumbers, .fundNumbers, .departmentNumbers,
            ], inParts: [.edition, .calendar, .weights, .travel])
        expectCompared(try #require(week.departments.first), meaningless: [Department.Field.id, .name, .code, .county])
        expectCompared(try #require(week.series.first), meaningless: [Series.Field.title])
        expectCompared(week.calendar, meaningless: [SlotCalendar.Field.numbers])
        expectCompared(try #require(week.funds.first), meaningless: [Fund.Field.id, .name, .source])
        expectCompared(try #require(week.townships.first), meaningless: [Township.Field.id, .name])
        expectCompared(try #require(week.venues.first), meaningless: [Venue.Field.name])
        expectCompared(try #require(week.members.first), meaningless: [Member.Field.name])
        expectCompared(try #require(week.requests.first), meaningless: [Request.Field.id, .title])
        for rule in [week.targets.first, week.caps.first] {
            expectCompared(try #require(rule), meaningless: [CoverageRule.Field.groupCount])
        }
        expectCompared(week.weights, meaningless: [Weights.Field]())
        expectCompared(week.travel, meaningless: [Travel.Field]())
        expectNamed(Need.Field.self, storedBy: try #require(week.requests.first?.needs.first))
        expectNamed(Relay.Field.self, storedBy: try #require(week.requests.first?.relay))
        expectNamed(Ownership.Field.self, storedBy: try #require(week.venues.first?.ownership))
        expectNamed(Lending.Field.self, storedBy: try #require(week.venues.first?.ownership?.lending))
        expectNamed(Pin.Field.self, storedBy: try #require(week.pins.first))
        let relayed = try WeekChange("pins 0 sites", [["township": "t2"]], .pin("r1"), []).edited
        expectNamed(PinnedSite.Field.self, storedBy: try #require(relayed.pins.first?.sites.first))
        expectNamed(Leg.Field.self, storedBy: week.distances.leg(0, 1))
    }

    private func expectCompared<Field: RawRepresentable<String> & CaseIterable & Hashable>(
        _ value: Any, meaningless: [Field], inParts: [Field] = []
    ) {
        expectNamed(Field.self, storedBy: value)
        let told = Set(
            (WeekChange.week + WeekChange.places + WeekChange.requests + WeekChange.rules + WeekChange.second).map {
                Field.named(by: $0.aspect)
            })
        for field in Field.allCases where !meaningless.contains(field) && !inParts.contains(field) {
            #expect(told.contains(field.rawValue), "no change of \(type(of: value)).\(field) is tried")
        }
    }

    private func expectNamed<Field: RawRepresentable<String> & CaseIterable>(_: Field.Type, storedBy value: Any) {
        let stored = Mirror(reflecting: value).children.compactMap(\.label)
        #expect(Set(stored) == Set(Field.allCases.map(\.rawValue)), "\(type(of: value))")
    }
}

extension RawRepresentable<String> {
    /// The name of the field of this type that an aspect speaks of, nil if it speaks of another type.
    fileprivate static func named(by aspect: WeekDifference.Aspect) -> String? {
        Mirror(reflecting: aspect).children.lazy
            .compactMap { ($0.value as? Self) ?? ($0.value as? (String, Self))?.1 }.first?.rawValue
    }
}

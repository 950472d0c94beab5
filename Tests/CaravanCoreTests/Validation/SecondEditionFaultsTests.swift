import CaravanCore
import Testing

@Suite("Faults of the second edition")
struct SecondEditionFaultsTests {
    private func line(_ path: String, _ value: JSON?) -> String? {
        WeekValidator.faults(in: ClubWeek.document((path, value))).first?.line.english
    }

    @Test("The week made by hand is sound, and nothing in it is doubtful")
    func sound() throws {
        #expect(WeekValidator.faults(in: ClubWeek.document()) == [])
        #expect(try ClubWeek.week().doubts == [])
    }

    @Test(
        "Each is named where it is",
        arguments: [
            ("requests.2.lasts", 4, "requests[2].lasts: lasts 4 dates, and the week has 3"),
            (
                "requests.2.pays.0.share", 0.5,
                "requests[2].pays: the shares add up to 0.75, not to 1"
            ),
            ("requests.2.pays.1.fund", "science", "requests[2].pays[1].fund: pays twice: science"),
            ("requests.3.relay.wanted", 3, "requests[3].relay.wanted: 3 are wanted, and there may be 2 at most"),
            ("history.0.held.0.township", "z", "history[0].held[0].township: unknown township z"),
            ("series.0.requests", ["club1"], "series[0].requests: fewer than two"),
            ("series.0.gap.least", 2, "series[0].gap: least is above most"),
            ("series.0.same", ["kits", "audience"], "series[0].same[1]: unknown thing to share audience"),
            ("series.0.requests", ["club1", "talk"], "series[0].same[0]: the requests need different mentors"),
            ("venues.2.owner", nil, "venues[2].lend: lent, and without an owner"),
            ("venues.2.owner", "nobody", "venues[2].owner: unknown department nobody"),
            ("funds.0.source", "bank", "funds[0].source: unknown source of money bank"),
            ("pins", [["request": "show", "sites": [["township": "a"]]]], "pins[0].sites: the request has no relay"),
            (
                "targets.0.per", ["date"],
                "targets[0].memory: not with date in per or where: earlier weeks had other dates"
            ),
            ("format", "caravan-week/3", "format: neither caravan-week/1 nor caravan-week/2"),
        ] as [(String, JSON?, String)])
    func named(_ path: String, _ value: JSON?, _ expected: String) { #expect(line(path, value) == expected) }

    @Test("What is sound and can hardly be meant is told")
    func doubts() throws {
        func doubts(_ path: String, _ value: JSON) throws -> [Doubt.Problem] {
            try ClubWeek.week((path, value)).doubts.map(\.problem)
        }
        #expect(try doubts("venues.2.lend.to", ["jy", "kj"]) == [.lentToOwner("jy")])
        #expect(try doubts("requests.3.townships", ["b"]) == [.relayedHome("talk")])
        #expect(try doubts("requests.0.after", ["club2"]) == [.waitsForLater("club1", later: "club2")])
        #expect(
            try doubts(
                "series.0",
                [
                    "id": "club", "requests": ["club1", "club2"], "same": [], "gap": ["least": 3], "all": true,
                ]) == [.seriesTooLong(dates: 4, week: 3)])
        #expect(try doubts("requests.2.slots", ["2026-05-25.am", "2026-05-27.am"]) == [.stayWithoutStart(dates: 2)])
    }
}

extension Week {
    /// Reads a week document (domain, section 1).
    /// - Throws: `WeekFaults` listing every fault with its path, if the document is not sound.
    public init(document: JSON) throws(WeekFaults) {
        let faults = WeekValidator.faults(in: document)
        if !faults.isEmpty { throw WeekFaults(faults) }
        self = WeekReader(document: document).week()
    }

    /// Reads a week document that an earlier program took in and stored. It need not keep rules that came since, so plans
    /// made for it can be told of, but it is not to be planned again.
    /// - Throws: `WeekFaults`, if the document cannot be read at all.
    public init(stored document: JSON) throws(WeekFaults) {
        let faults = WeekValidator.faults(in: document, stored: true)
        if !faults.isEmpty { throw WeekFaults(faults) }
        self = WeekReader(document: document).week()
    }
}

/// Turns a document that validation found sound into a `Week`: identifiers become numbers, slot names become flags.
struct WeekReader {
    private let document: JSON
    private let calendar: SlotCalendar
    private let audiences: [String]
    private let counties: [String]
    private let topics: [String]
    private let formats: [String]
    private let townshipNumbers: [Name: Int]
    private let venueNumbers: [Name: Int]
    private let memberNumbers: [Name: Int]
    private let requestNumbers: [Name: Int]
    private let fundNumbers: [Name: Int]
    private let audienceNumbers: [Name: Int]
    private let countyNumbers: [Name: Int]
    private let topicNumbers: [Name: Int]
    private let formatNumbers: [Name: Int]

    init(document: JSON) {
        self.document = document
        let slots = document.list("slots").map {
            SlotCalendar.Slot(
                id: $0.text("id"), begin: minutes(ofClock: $0.text("start")) ?? 0,
                end: minutes(ofClock: $0.text("end")) ?? 0)
        }
        calendar = SlotCalendar(
            start: CivilDate(document.text("start")) ?? .epoch,
            days: document["days"]?.integer ?? 1, slots: slots)
        audiences = document.texts("audiences")
        counties = document.list("townships").map { $0.text("county") }.names.sorted().map(\.text)
        topics = document.list("requests").map { $0.text("topic") }.names.sorted().map(\.text)
        formats = document.list("requests").map { $0.text("format") }.names.sorted().map(\.text)
        townshipNumbers = numbers(document.list("townships"))
        venueNumbers = numbers(document.list("venues"))
        memberNumbers = numbers(Pool.allCases.flatMap { document.list($0.rawValue) })
        requestNumbers = numbers(document.list("requests"))
        fundNumbers = numbers(document.list("funds"))
        audienceNumbers = positions(of: audiences)
        countyNumbers = positions(of: counties)
        topicNumbers = positions(of: topics)
        formatNumbers = positions(of: formats)
    }

    func week() -> Week {
        let townships = document.list("townships").map(township)
        let travel = self.travel(document["travel"] ?? .null)
        let requests = document.list("requests").map(request)
        let groups = CoverageReader(
            calendar: calendar, audiences: audiences, counties: counties, topics: topics, formats: formats,
            townships: townships, requests: requests, funds: document.list("funds").map { $0.text("id") },
            audienceNumbers: audienceNumbers)
        return Week(
            document: document, id: document.text("id"), title: document.text("title"),
            timezone: document.text("timezone"), calendar: calendar, audiences: audiences, counties: counties,
            topics: topics, formats: formats, funds: document.list("funds").map(fund), townships: townships,
            venues: document.list("venues").map(venue),
            members: Pool.allCases.flatMap { pool in document.list(pool.rawValue).map { member($0, of: pool) } },
            requests: requests,
            targets: document.list("targets").map(groups.target),
            caps: document.list("caps").map(groups.cap),
            pins: document.list("pins").map(pin), weights: weights(document["weights"] ?? .null), travel: travel,
            distances: Distances(townships: townships, travel: travel, legs: legs()),
            townshipNumbers: townshipNumbers, venueNumbers: venueNumbers, memberNumbers: memberNumbers,
            requestNumbers: requestNumbers, fundNumbers: fundNumbers)
    }

    private func fund(_ it: JSON) -> Fund { Fund(id: it.text("id"), name: it.text("name"), limit: it.double("limit")) }

    private func township(_ it: JSON) -> Township {
        Township(
            id: it.text("id"), name: it.text("name"), county: countyNumbers[Name(it.text("county"))] ?? 0,
            latitude: it.double("lat"), longitude: it.double("lon"),
            population: audiences.map { it["population"]?[$0]?.number ?? 0 })
    }

    private func venue(_ it: JSON) -> Venue {
        Venue(
            id: it.text("id"), name: it.text("name"), township: townshipNumbers[Name(it.text("township"))] ?? 0,
            kind: Name(it.text("kind")), capacity: it.double("capacity"), equipment: it.texts("equipment").names,
            closed: flags(it.texts("closed")), cost: it.double("cost"))
    }

    private func member(_ it: JSON, of pool: Pool) -> Member {
        let skills = it["skills"]?.object?.fields.map { (Name($0.key), $0.value.integer ?? 0) } ?? []
        return Member(
            id: it.text("id"), name: it.text("name"), pool: pool, base: townshipNumbers[Name(it.text("base"))] ?? 0,
            skills: Dictionary(skills) { $1 }, away: flags(it.texts("away")), maxPerDay: it.count("maxPerDay"),
            maxPerWeek: it.count("maxPerWeek"), maxMinutes: it.double("maxMinutes"), fee: it.double("fee"))
    }

    private func request(_ it: JSON) -> Request {
        let preferred = it.texts("preferredSlots")
        return Request(
            id: it.text("id"), title: it.text("title"), fund: fundNumbers[Name(it.text("fund"))] ?? 0,
            audience: audienceNumbers[Name(it.text("audience"))] ?? 0, topic: topicNumbers[Name(it.text("topic"))] ?? 0,
            format: formatNumbers[Name(it.text("format"))] ?? 0,
            townships: it.texts("townships").compactMap { townshipNumbers[Name($0)] },
            attendance: it.double("attendance"),
            duration: it.count("duration"), needs: it.list("needs").map(need), venueKinds: it.texts("venueKinds").names,
            equipment: it.texts("equipment").names, allowed: it["slots"] == nil ? nil : flags(it.texts("slots")),
            preferred: preferred.isEmpty ? nil : flags(preferred), value: it.double("value"), cost: it.double("cost"),
            after: it.texts("after").compactMap { requestNumbers[Name($0)] })
    }

    /// No crew has more places than there are members, so that a number beyond that says the same as this one.
    private var mostPlaces: Int { max(1000, memberNumbers.count + 1) }

    private func need(_ it: JSON) -> Need {
        Need(
            pool: Pool(rawValue: it.text("pool")) ?? .experts, skill: Name(it.text("skill")), level: it.count("level"),
            count: min(it.count("count"), mostPlaces))
    }

    private func pin(_ it: JSON) -> Pin {
        Pin(
            request: requestNumbers[Name(it.text("request"))] ?? 0, start: calendar.instance(named: it.text("start")),
            township: townshipNumbers[Name(it.text("township"))], venue: venueNumbers[Name(it.text("venue"))],
            crew: it.texts("crew").compactMap { memberNumbers[Name($0)] })
    }

    private func travel(_ it: JSON) -> Travel {
        Travel(
            fund: fundNumbers[Name(it.text("fund"))] ?? 0, speed: it.double("speedKmh"),
            roadFactor: it.double("roadFactor"),
            buffer: it.double("bufferMinutes"), costPerKm: it.double("costPerKm"))
    }

    private func legs() -> [(from: Int, to: Int, leg: Leg)] {
        (document["travel"] ?? .null).list("legs").compactMap {
            guard let from = townshipNumbers[Name($0.text("from"))], let to = townshipNumbers[Name($0.text("to"))]
            else {
                return nil
            }
            return (from, to, Leg(km: $0.double("km"), minutes: $0.double("minutes")))
        }
    }

    private func weights(_ it: JSON) -> Weights {
        Weights(
            km: it.double("km"), preference: it.double("preference"), drop: it.double("drop"), move: it.double("move"),
            venue: it.double("venue"), crew: it.double("crew"))
    }

    private func flags(_ names: [String]) -> [Bool] {
        var flags = [Bool](repeating: false, count: calendar.count)
        for name in names { if let at = calendar.instance(named: name) { flags[at] = true } }
        return flags
    }
}

private func numbers(_ items: [JSON]) -> [Name: Int] {
    Dictionary(items.enumerated().map { (Name($1.text("id")), $0) }) { first, _ in first }
}

private func positions(of names: [String]) -> [Name: Int] {
    Dictionary(names.enumerated().map { (Name($1), $0) }) { first, _ in first }
}

extension JSON {
    /// A list field; empty where absent.
    func list(_ key: String) -> [JSON] { self[key]?.array ?? [] }
    /// A text field; empty where absent.
    func text(_ key: String) -> String { self[key]?.string ?? "" }
    /// A list of texts; empty where absent.
    func texts(_ key: String) -> [String] { list(key).compactMap(\.string) }
    /// A number field; 0 where absent.
    func double(_ key: String) -> Double { self[key]?.number ?? 0 }
    /// A whole number field; numbers beyond a million million, which no rule tells apart, are cut there.
    func count(_ key: String) -> Int { Int(saturating: min(max(double(key), 0), 1e12)) }
}

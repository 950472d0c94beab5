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
    let document: JSON
    let edition: Edition
    let calendar: SlotCalendar
    let audiences: [String]
    let crowds: [String]
    let counties: [String]
    let topics: [String]
    let formats: [String]
    let townshipNumbers: [Name: Int]
    let venueNumbers: [Name: Int]
    let memberNumbers: [Name: Int]
    let requestNumbers: [Name: Int]
    let fundNumbers: [Name: Int]
    let departmentNumbers: [Name: Int]
    let audienceNumbers: [Name: Int]
    let crowdNumbers: [Name: Int]
    let countyNumbers: [Name: Int]
    let topicNumbers: [Name: Int]
    let formatNumbers: [Name: Int]

    init(document: JSON) {
        self.document = document
        let edition = Edition(ofWeek: document) ?? .first
        self.edition = edition
        let slots = document.list("slots").map {
            SlotCalendar.Slot(
                id: $0.text("id"), begin: minutes(ofClock: $0.text("start")) ?? 0,
                end: minutes(ofClock: $0.text("end")) ?? 0)
        }
        calendar = SlotCalendar(
            start: CivilDate(document.text("start")) ?? .epoch,
            days: document["days"]?.integer ?? 1, slots: slots)
        let requests = document.list("requests")
        audiences = document.texts("audiences")
        let named = edition == .second ? requests.compactMap { $0["crowd"]?.string }.names : []
        crowds = audiences + named.subtracting(audiences.names).sorted().map(\.text)
        counties = document.list("townships").map { $0.text("county") }.names.sorted().map(\.text)
        topics = requests.map { $0.text("topic") }.names.sorted().map(\.text)
        formats = requests.map { $0.text("format") }.names.sorted().map(\.text)
        townshipNumbers = numbers(document.list("townships"))
        venueNumbers = numbers(document.list("venues"))
        memberNumbers = numbers(Pool.allCases.flatMap { document.list($0.rawValue) })
        requestNumbers = numbers(requests)
        fundNumbers = numbers(document.list("funds"))
        departmentNumbers = edition == .second ? numbers(document.list("departments")) : [:]
        audienceNumbers = positions(of: audiences)
        crowdNumbers = positions(of: crowds)
        countyNumbers = positions(of: counties)
        topicNumbers = positions(of: topics)
        formatNumbers = positions(of: formats)
    }

    func week() -> Week {
        let townships = document.list("townships").map(township)
        let funds = document.list("funds").map(fund)
        let travel = self.travel(document["travel"] ?? .null)
        let requests = document.list("requests").map { request($0, funds) }
        let departments = list("departments").map(department)
        let history = list("history").map(remembrance)
        let groups = CoverageReader(
            edition: edition, calendar: calendar, audiences: audiences, counties: counties, topics: topics,
            formats: formats, townships: townships, requests: requests, funds: funds.map(\.id),
            departments: departments.map(\.id), history: history, audienceNumbers: audienceNumbers)
        return Week(
            document: document, edition: edition, id: document.text("id"), title: document.text("title"),
            timezone: document.text("timezone"), calendar: calendar, audiences: audiences, counties: counties,
            topics: topics, formats: formats, crowds: crowds, departments: departments, funds: funds,
            townships: townships, venues: document.list("venues").map(venue),
            members: Pool.allCases.flatMap { pool in document.list(pool.rawValue).map { member($0, of: pool) } },
            requests: requests,
            targets: document.list("targets").map(groups.target),
            caps: document.list("caps").map(groups.cap), series: list("series").map(series), history: history,
            pins: document.list("pins").map(pin), weights: weights(document["weights"] ?? .null), travel: travel,
            distances: Distances(townships: townships, travel: travel, legs: legs()),
            townshipNumbers: townshipNumbers, venueNumbers: venueNumbers, memberNumbers: memberNumbers,
            requestNumbers: requestNumbers, fundNumbers: fundNumbers, departmentNumbers: departmentNumbers)
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
            venue: it.double("venue"), crew: it.double("crew"), yuan: second(it, "yuan")?.number ?? 0)
    }

    /// A list of the document that only the second edition has; empty where it is absent.
    private func list(_ key: String) -> [JSON] { edition == .second ? document.list(key) : [] }

    /// A field that only the second edition has; nil where it is absent.
    func second(_ it: JSON, _ key: String) -> JSON? { edition == .second ? it[key] : nil }

    func flags(_ names: [String]) -> [Bool] {
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

extension WeekReader {
    func request(_ it: JSON, _ funds: [Fund]) -> Request {
        let preferred = it.texts("preferredSlots")
        let fund = fundNumbers[Name(it.text("fund"))] ?? 0
        let audience = audienceNumbers[Name(it.text("audience"))] ?? 0
        return Request(
            id: it.text("id"), title: it.text("title"), fund: fund, audience: audience,
            topic: topicNumbers[Name(it.text("topic"))] ?? 0, format: formatNumbers[Name(it.text("format"))] ?? 0,
            townships: numbers(ofTownships: it),
            attendance: it.double("attendance"),
            duration: it.count("duration"), needs: it.list("needs").map(need), venueKinds: it.texts("venueKinds").names,
            equipment: it.texts("equipment").names, allowed: it["slots"] == nil ? nil : flags(it.texts("slots")),
            preferred: preferred.isEmpty ? nil : flags(preferred), value: it.double("value"), cost: it.double("cost"),
            after: it.texts("after").compactMap { requestNumbers[Name($0)] },
            department: number(ofDepartment: it, "department") ?? funds[fund].department,
            crowd: second(it, "crowd")?.string.flatMap { crowdNumbers[Name($0)] } ?? audience,
            dropIn: second(it, "dropIn")?.bool ?? false, lasts: second(it, "lasts")?.integer ?? 1,
            relay: second(it, "relay").map(relay), payers: payers(it, fund))
    }

    private func numbers(ofTownships it: JSON) -> [Int] {
        it.texts("townships").compactMap { townshipNumbers[Name($0)] }
    }

    private func payers(_ it: JSON, _ fund: Int) -> [Payer] {
        guard let shares = second(it, "pays")?.array else { return [Payer(fund: fund, share: 1)] }
        return shares.map { Payer(fund: fundNumbers[Name($0.text("fund"))] ?? 0, share: $0.double("share")) }
    }

    private func relay(_ it: JSON) -> Relay {
        Relay(
            townships: numbers(ofTownships: it), most: it.count("most"), wanted: it.count("wanted"),
            value: it.double("value"), attendance: it.double("attendance"), needs: it.list("needs").map(need),
            venueKinds: it.texts("venueKinds").names, equipment: it.texts("equipment").names,
            liveEquipment: it.texts("liveEquipment").names, cost: it.double("cost"),
            credit: it["credit"]?.number ?? Relay.usualCredit)
    }

    /// No crew has more places than there are members, so that a number beyond that says the same as this one.
    private var mostPlaces: Int { max(1000, memberNumbers.count + 1) }

    private func need(_ it: JSON) -> Need {
        Need(
            pool: Pool(rawValue: it.text("pool")) ?? .experts, skill: Name(it.text("skill")), level: it.count("level"),
            count: min(it.count("count"), mostPlaces))
    }

    func pin(_ it: JSON) -> Pin {
        Pin(
            request: requestNumbers[Name(it.text("request"))] ?? 0, start: calendar.instance(named: it.text("start")),
            township: townshipNumbers[Name(it.text("township"))], venue: venueNumbers[Name(it.text("venue"))],
            crew: crew(it), sites: (second(it, "sites")?.array ?? []).map(pinnedSite))
    }

    private func pinnedSite(_ it: JSON) -> PinnedSite {
        PinnedSite(
            township: townshipNumbers[Name(it.text("township"))] ?? 0, venue: venueNumbers[Name(it.text("venue"))],
            crew: crew(it))
    }

    private func crew(_ it: JSON) -> [Int] { it.texts("crew").compactMap { memberNumbers[Name($0)] } }

    func series(_ it: JSON) -> Series {
        let gap = it["gap"] ?? .null
        return Series(
            id: it.text("id"), title: it.text("title"),
            requests: it.texts("requests").compactMap { requestNumbers[Name($0)] },
            same: it.texts("same").compactMap(Series.Sharing.init), least: gap.count("least"),
            most: gap["most"] == nil ? nil : gap.count("most"), all: it["all"]?.bool ?? false)
    }
}

extension Week {
    /// What is sound and can hardly be meant, in the order of the document.
    public var doubts: [Doubt] { loanDoubts + requestDoubts + seriesDoubts }

    /// Loans to whom a thing belongs.
    private var loanDoubts: [Doubt] {
        var owned = venues.enumerated().map { number, venue in ("venues[\(number)]", venue.ownership) }
        for pool in Pool.allCases {
            for (number, member) in members.filter({ $0.pool == pool }).enumerated() {
                owned.append(("\(pool.rawValue)[\(number)]", member.ownership))
            }
        }
        return owned.compactMap { path, ownership in
            guard let ownership, ownership.lending?.borrowers?.contains(ownership.owner) == true else { return nil }
            return Doubt("\(path).lend.to", .lentToOwner(departments[ownership.owner].id))
        }
    }

    private var requestDoubts: [Doubt] {
        requests.enumerated().flatMap { number, request -> [Doubt] in
            var doubts: [Doubt] = []
            for (position, township) in (request.relay?.townships ?? []).enumerated()
            where request.townships == [township] {
                doubts.append(Doubt("requests[\(number)].relay.townships[\(position)]", .relayedHome(request.id)))
            }
            if request.lasts > 1, !hasStart(request) {
                doubts.append(Doubt("requests[\(number)].lasts", .stayWithoutStart(dates: request.lasts)))
            }
            return doubts
        }
    }

    private func hasStart(_ request: Request) -> Bool {
        (0..<calendar.count).contains { calendar.time(of: request, from: $0).map(request.allows) ?? false }
    }

    /// Series that contradict what their requests wait for, or the length of the week.
    private var seriesDoubts: [Doubt] {
        series.enumerated().flatMap { number, series -> [Doubt] in
            let path = "series[\(number)]"
            var doubts: [Doubt] = []
            for (position, request) in series.requests.enumerated() {
                let awaited = awaited(by: request)
                guard let later = series.requests[(position + 1)...].first(where: awaited.contains) else { continue }
                doubts.append(
                    Doubt(
                        "\(path).requests[\(position)]",
                        .waitsForLater(requests[request].id, later: requests[later].id)))
            }
            let dates = series.requests.reduce(1 - series.least) { $0 + series.least + requests[$1].lasts - 1 }
            if series.all && dates > calendar.dates.count {
                doubts.append(Doubt("\(path).gap", .seriesTooLong(dates: dates, week: calendar.dates.count)))
            }
            return doubts
        }
    }

    /// The requests that must be over before one starts, those that they wait for included.
    private func awaited(by request: Int) -> Set<Int> {
        var found: Set<Int> = []
        var next = requests[request].after
        while let one = next.popLast() { if found.insert(one).inserted { next += requests[one].after } }
        return found
    }
}

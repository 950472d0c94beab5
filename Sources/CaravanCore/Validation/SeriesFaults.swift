import CaravanLanguage

extension WeekInspection {
    /// `series`; the second edition has them.
    mutating func series() {
        let all = inspector.things(document, "series", optional: true)
        if all.count > 200 { inspector.fault("series", .moreThan(200)) }
        let known = inspector.known["requests"] ?? [:]
        var owners: [Name: String] = [:]
        for (path, series) in all {
            inspector.value(series, path, "title", .text, optional: true)
            inspector.value(series, path, "all", .bool, optional: true)
            inspector.references(series, path, "requests", .request, optional: false) { known[Name($0)] != nil }
            inspector.references(series, path, "same", .sharing, optional: false) { Series.Sharing($0) != nil }
            let requests = (series["requests"]?.array ?? []).compactMap(\.string)
            if series["requests"]?.array != nil, requests.count < 2 {
                inspector.fault("\(path).requests", .fewerThanTwo)
            }
            for (position, request) in requests.enumerated() {
                let owner = owners[Name(request)] ?? path
                owners[Name(request)] = owner
                if owner != path { inspector.fault("\(path).requests[\(position)]", .inOtherSeries(request, owner)) }
            }
            gap(of: series, path)
            sharedPools(of: series, requests, path)
        }
    }

    private mutating func gap(of series: JSONObject, _ path: String) {
        guard let gap = inspector.value(series, path, "gap", .map, optional: true)?.object else { return }
        let least = inspector.value(gap, "\(path).gap", "least", .count, optional: true)?.number ?? 0
        let most = inspector.value(gap, "\(path).gap", "most", .count, optional: true)?.number
        if let most, least > most { inspector.fault("\(path).gap", .gapReversed) }
    }

    /// Sessions can only have the same members of a pool if they need the same of it.
    private mutating func sharedPools(of series: JSONObject, _ requests: [String], _ path: String) {
        for (position, item) in (series["same"]?.array ?? []).enumerated() {
            guard let pool = item.string.flatMap(Pool.init) else { continue }
            let needed = requests.compactMap { requestsByID[Name($0)] }.map { NeededPlaces(of: pool, in: $0) }
            // Needs that are not well formed are told where they stand.
            guard let first = needed.first, needed.allSatisfy(\.areReadable) else { continue }
            if needed.contains(where: { $0 != first }) {
                inspector.fault("\(path).same[\(position)]", .needsDiffer(pool))
            }
        }
    }
}

/// How many places of a pool a request needs, by skill and level.
private struct NeededPlaces: Equatable {
    private struct Place: Hashable {
        let skill: Name
        let level: Double
    }

    private var counts: [Place: Double] = [:]
    private(set) var areReadable = true

    init(of pool: Pool, in request: JSONObject) {
        guard let needs = request["needs"]?.array else {
            areReadable = false
            return
        }
        for need in needs {
            guard let named = need["pool"] else {
                areReadable = false
                return
            }
            guard named == .string(pool.rawValue) else { continue }
            guard let count = need["count"]?.number, let skill = need["skill"]?.string,
                let level = need["level"]?.number
            else {
                areReadable = false
                return
            }
            if count >= 1 { counts[Place(skill: Name(skill), level: level), default: 0] += count.rounded(.towardZero) }
        }
    }
}

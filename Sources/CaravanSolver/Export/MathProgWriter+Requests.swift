import CaravanCore

/// Requests, their placements, targets and caps.
extension MathProgWriter {
    mutating func writeRequests() {
        out.table(
            "REQUESTS", "fund audience attendance duration value cost",
            week.requests.enumerated().map { number, it in
                [
                    request(number), fund(it.fund), MathProgText.quoted(week.audiences[it.audience]),
                    modelNumber(it.attendance), String(it.duration), modelNumber(it.value), modelNumber(it.cost),
                ]
            })
        let needs = week.requests.enumerated().flatMap { number, it in
            it.needs.enumerated().map { [request(number), String($0 + 1), String($1.count)] }
        }
        out.table(nil, "count", needs)
        out.line()
    }

    mutating func writePlacements() {
        for number in week.requests.indices {
            let it = week.requests[number]
            let placements = instance.ofRequest[number].map { instance.placements[$0] }
            let name = request(number)
            out.set("NEEDS", at: [name], it.needs.indices.map { String($0 + 1) })
            for (need, wanted) in it.needs.enumerated() {
                let able = week.members.indices.filter { week.members[$0].fits(wanted) }
                out.set("QUALIFIED", at: [name, String(need + 1)], able.map(member))
            }
            let venues = Set(placements.flatMap { instance.venues($0).map { instance.venueCandidates[$0].venue } })
            out.set("SUITABLE", at: [name], venues.sorted().map { venue(Int($0)) })
            let townships = Dictionary(grouping: placements, by: \.township).sorted { $0.key < $1.key }
            out.set("TOWNS", at: [name], townships.map { township(Int($0.key)) })
            for (town, there) in townships {
                out.set("STARTS", at: [name, township(Int(town))], there.map(\.start).sorted().map { slot(Int($0)) })
            }
            out.set("PREFERRED", at: [name], slots(it.preferred))
            out.set("AFTER", at: [name], it.after.map(request))
        }
        out.line()
    }

    /// Groups that no placement counts in are not listed: they cost a constant, or nothing.
    mutating func writeCoverage() {
        var members = [[Int]](repeating: [], count: instance.groups.count)
        for (number, placement) in instance.placements.enumerated() {
            for at in instance.hits(placement) { members[Int(instance.hits[at].group)].append(number) }
        }
        let targets = instance.groups.indices.filter { instance.groups[$0].kind == .target }
        let caps = instance.groups.indices.filter { instance.groups[$0].kind != .target }
        out.table("TARGETS", "at_least target_points target_people", targets.map(groupRow))
        for number in targets { writeGroup("TARGET", number, members[number]) }
        out.table("CAPS", "at_most cap_points cap_people", caps.map(groupRow))
        for number in caps { writeGroup("CAP", number, members[number]) }
        let apart = instance.constant - Double(withdrawn) * week.weights.drop
        // What rounding leaves of sums that cancel is not a price.
        if apart > 1e-9 * max(1, instance.constant) { out.value("out_of_reach", modelNumber(apart)) }
        out.line()
    }

    private func rule(_ group: CoverageGroup) -> CoverageRule {
        (group.kind == .target ? week.targets : week.caps)[group.rule]
    }

    private func key(_ group: CoverageGroup) -> [String] {
        [MathProgText.quoted(rule(group).id), String(group.number + 1)]
    }

    private func groupRow(_ number: Int) -> [String] {
        let group = instance.groups[number]
        return key(group) + [
            modelNumber(group.threshold), group.kind == .hardCap ? "-1" : modelNumber(group.weight),
            rule(group).measure == .attendance ? "1" : "0",
        ]
    }

    /// A group counts every placement of its requests in its townships on its dates, since each grouping key belongs to
    /// one of the three; so the three lists say all.
    private mutating func writeGroup(_ kind: String, _ number: Int, _ placements: [Int]) {
        let counted = placements.map { instance.placements[$0] }
        let name = key(instance.groups[number])
        out.set("\(kind)_REQUESTS", at: name, Set(counted.map(\.request)).sorted().map { request(Int($0)) })
        out.set("\(kind)_TOWNS", at: name, Set(counted.map(\.township)).sorted().map { township(Int($0)) })
        out.set("\(kind)_DAYS", at: name, Set(counted.map(\.date)).sorted().map { String($0 + 1) })
    }
}

import CaravanCore
import CaravanLanguage

/// The changes of a week that carry out a release: each blocker that the week sets becomes an edit (domain, section 6),
/// no larger than the way in needs it, and a sentence.
struct ReleaseEdits {
    private(set) var elements: [Remedy.Element] = []
    private(set) var raised = 0.0
    private let admission: Admission
    private let entry: Admission.Entry
    private let schedule: Schedule
    private let names: Names

    init(_ release: MinimalReleases.Release, _ admission: Admission) {
        self.admission = admission
        entry = release.entry
        schedule = admission.schedule(without: release.blockers)
        names = Names(admission.plan.week)
        for blocker in release.blockers.sorted() { carryOut(blocker) }
    }

    private var week: Week { admission.plan.week }
    private var request: Request { week.requests[admission.ways.request] }
    private var span: Range<Int> { entry.place.span }
    private var slots: [String] { span.map(week.calendar.name) }
    private var township: Int { admission.ways.towns[entry.place.town].township }

    private mutating func carryOut(_ blocker: Blocker) {
        switch blocker {
        case .session: break
        case .fund(let fund): raise(fund)
        case .cap(let cap): lift(cap)
        case .limit(let member): allowMore(member)
        case .away(let member): callIn(member)
        case .closed(let venue): open(venue)
        case .order(let before): stopWaiting(for: before)
        case .slots: allowSlots()
        case .pin: unpin()
        case .kinds: allowKind()
        case .unfit(let venue): fitOut(venue)
        case .reach(let member): sendFarther(member)
        case .supply(let need): hire(need)
        }
    }

    private mutating func add(_ kind: String, _ phrase: any Sayable, _ details: [(String, JSON)], _ edit: JSON) {
        elements.append(Remedy.Element(kind, phrase, details, edits: [edit]))
    }

    private mutating func raise(_ fund: Int) {
        guard let yuan = entry.raises.first(where: { $0.fund == fund })?.yuan else { return }
        // The tolerance that limits are compared with is taken back, and cents are rounded up.
        let exact = ((yuan + HardLimit.runningYuan) * 100 - 1e-6).rounded(.up) / 100
        let limit = week.funds[fund].limit + exact
        raised += exact
        let (name, more, most) = (names.fund(fund), plainDecimal(exact), plainDecimal(limit))
        add(
            "fund", RemedyText.raiseFund(name, more, most),
            [("fund", .string(week.funds[fund].id)), ("yuan", .number(exact)), ("limit", .number(limit))],
            ["op": "limit", "fund": .string(week.funds[fund].id), "limit": .number(limit)])
    }

    private mutating func lift(_ cap: Int) {
        let hits = admission.caps.hits(
            admission.ways.request, township: township, start: span.lowerBound, in: schedule)
        guard let hit = hits.first(where: { $0.blocker == .cap(cap) }), case .cap(_, let group) = hit.limit else {
            return
        }
        let (was, now) = (plainDecimal(hit.threshold), plainDecimal(hit.measured + hit.amount))
        let name = names.cap(cap, group: group)
        add(
            "cap", RemedyText.raiseCap(name, now, was),
            [("cap", .string(week.caps[cap].id)), ("atMost", .number(hit.measured + hit.amount))],
            change("cap", week.caps[cap].id, [("atMost", .number(hit.measured + hit.amount))]))
    }

    private mutating func allowMore(_ member: Int) {
        let (it, date) = (week.members[member], week.calendar.date(of: span.lowerBound))
        let today = Int(schedule.memberDay[admission.plan.instance.tables.memberDates[member, date]]) + 1
        let all = Int(schedule.memberWeek[member]) + 1
        var fields: [(String, JSON)] = []
        if today > it.maxPerDay { fields.append(("maxPerDay", .int(today))) }
        if all > it.maxPerWeek { fields.append(("maxPerWeek", .int(all))) }
        let who = names.member(member)
        let phrase: Bilingual =
            today > it.maxPerDay
            ? RemedyText.moreThatDay(who, today, week.calendar.dates[date], it.maxPerDay)
            : RemedyText.moreInWeek(who, all, it.maxPerWeek)
        add("limit", phrase, [("member", .string(it.id))] + fields, change(kind(of: it.pool), it.id, fields))
    }

    private mutating func callIn(_ member: Int) {
        let it = week.members[member]
        let left = it.away.indices.filter { it.away[$0] && !span.contains($0) }.map(week.calendar.name)
        let (who, when) = (names.member(member), slots.joined(separator: ", "))
        add(
            "away", RemedyText.callIn(who, when),
            [("member", .string(it.id)), ("slots", .strings(slots))],
            change(kind(of: it.pool), it.id, [("away", .strings(left))]))
    }

    private mutating func open(_ venue: Int) {
        let it = week.venues[venue]
        let left = it.closed.indices.filter { it.closed[$0] && !span.contains($0) }.map(week.calendar.name)
        let (hall, when) = (names.venue(venue), slots.joined(separator: ", "))
        add(
            "closed", RemedyText.openVenue(hall, when),
            [("venue", .string(it.id)), ("slots", .strings(slots))],
            change("venue", it.id, [("closed", .strings(left))]))
    }

    private mutating func stopWaiting(for before: Int) {
        let id = week.requests[before].id
        let left = request.after.filter { $0 != before }.map { week.requests[$0].id }
        add(
            "order", RemedyText.stopWaiting(id), [("request", .string(id))],
            change("request", request.id, [("after", .strings(left))]))
    }

    private mutating func allowSlots() {
        guard let allowed = request.allowed else { return }
        let now = allowed.indices.filter { allowed[$0] || span.contains($0) }.map(week.calendar.name)
        let when = slots.joined(separator: ", ")
        add(
            "slots", RemedyText.allowSlots(when), [("slots", .strings(slots))],
            change("request", request.id, [("slots", .strings(now))]))
    }

    private mutating func unpin() {
        add(
            "pin", RemedyText.unpin, [("request", .string(request.id))],
            ["op": "unpin", "request": .string(request.id)])
    }

    private mutating func allowKind() {
        let it = week.venues[entry.place.venue]
        let kinds = request.venueKinds.union([it.kind]).sorted()
        add(
            "kinds", RemedyText.allowKind(it.kind), [("kind", .string(it.kind.text))],
            change("request", request.id, [("venueKinds", .strings(kinds))]))
    }

    private mutating func fitOut(_ venue: Int) {
        let it = week.venues[venue]
        var fields: [(String, JSON)] = []
        var changes: [Bilingual] = []
        if it.capacity < request.attendance {
            fields.append(("capacity", .number(request.attendance)))
            let (holds, people) = (plainDecimal(it.capacity), plainDecimal(request.attendance))
            changes.append(RemedyText.forPeople(people, holds))
        }
        let lacking = request.equipment.subtracting(it.equipment).sorted()
        if !lacking.isEmpty {
            fields.append(("equipment", .strings(request.equipment.union(it.equipment).sorted())))
            changes.append(RemedyText.withEquipment(lacking.listed()))
        }
        let hall = names.venue(venue)
        add(
            "unfit",
            RemedyText.fitOut(hall, changes.listed(.andClause)),
            [("venue", .string(it.id))] + fields, change("venue", it.id, fields))
    }

    private mutating func sendFarther(_ member: Int) {
        let it = week.members[member]
        let minutes = week.distances.leg(it.base, township).minutes.rounded(.up)
        let (who, far, most) = (names.member(member), plainDecimal(minutes), plainDecimal(it.maxMinutes))
        let town = names.township(township)
        add(
            "reach",
            RemedyText.sendFarther(who, town, far, most),
            [("member", .string(it.id)), ("minutes", .number(minutes))],
            change(kind(of: it.pool), it.id, [("maxMinutes", .number(minutes))]))
    }

    private mutating func hire(_ number: Int) {
        let need = request.needs[number]
        let count = entry.crew.count { Admission.need(of: $0) == number }
        let (those, when) = (names.need(need, plural: count > 1), week.calendar.name(of: span.lowerBound))
        let town = names.township(township)
        elements.append(
            Remedy.Element(
                "supply",
                RemedyText.hire(count, those, town, when),
                [
                    ("pool", .string(need.pool.rawValue)), ("skill", .string(need.skill.text)),
                    ("level", .int(need.level)),
                    ("count", .int(count)),
                ], edits: (0..<count).map { member(for: need, 1 + number * (week.members.count + count) + $0) }))
    }

    private func member(for need: Need, _ first: Int) -> JSON {
        var number = first
        while week.member("new-\(number)") != nil { number += 1_000_003 }
        return [
            "op": "add", "kind": .string(kind(of: need.pool)),
            "value": [
                "id": .string("new-\(number)"), "base": .string(week.townships[township].id),
                "skills": .object(JSONObject([(need.skill.text, .int(need.level))])), "maxPerDay": 1, "maxPerWeek": 1,
                "maxMinutes": 0, "fee": 0,
            ],
        ]
    }

    private func change(_ kind: String, _ id: String, _ fields: [(String, JSON)]) -> JSON {
        ["op": "change", "kind": .string(kind), "id": .string(id), "set": .object(JSONObject(fields))]
    }

    /// The kind of a pool's members in edits.
    private func kind(of pool: Pool) -> String {
        switch pool {
        case .experts: "expert"
        case .mentors: "mentor"
        case .kits: "kit"
        }
    }
}

extension Week {
    /// How many decisions of a plan a change of the week reaches: requests that are new, gone or other than they were, or
    /// whose session uses a member, a venue or a township that is, in slots in which it is; the share of its sessions that a
    /// fund loses or gains; and one for each thing or rule that changed besides. Names and titles mean nothing. Where the
    /// frame of the week changed, its slots, its ways or its weights, all sessions are reached.
    /// - Parameters:
    ///   - before: The week that the plan was made for.
    ///   - plan: The plan.
    public func decisionsReached(from before: Week, in plan: Plan) -> Int {
        let frame = ["start", "days", "slots", "audiences", "travel", "weights"]
        if frame.contains(where: { document[$0] != before.document[$0] }) {
            return max(plan.sessions.count, self.requests.count)
        }
        func changed(_ kinds: String..., by key: String = "id") -> Set<String> {
            kinds.reduce(into: []) { $0.formUnion(changes(of: $1, by: key, from: before)) }
        }
        let things = ["experts", "mentors", "kits", "venues", "townships"].reduce(into: [String: Set<String>?]()) {
            $0.merge(slotsChanged(of: $1, from: before)) { one, _ in one }
        }
        var requests = changed("requests").union(changed("pins", by: "request"))
        if edition == .second { requests.formUnion(requestsOfSeries(changed("series"), before)) }
        var used: Set<String> = []
        for session in plan.sessions {
            let slots = self.slots(of: session)
            let sites = session.sites.flatMap { $0.crew + [$0.venue, $0.township] }
            let hits = (session.crew + [session.venue, session.township] + sites).filter { id in
                guard let changed = things[id] else { return false }
                return changed.map { !$0.isDisjoint(with: slots) } ?? true
            }
            if !hits.isEmpty { requests.insert(session.request) }
            used.formUnion(hits)
        }
        var rules = changed("targets", "caps")
        if edition == .second { rules.formUnion(changed("departments").union(changed("history", by: "label"))) }
        return requests.count + things.keys.count { !used.contains($0) } + rules.count
            + sessionsOfChangedFunds(from: before, plan)
    }

    /// The requests of series, before and after.
    private func requestsOfSeries(_ ids: Set<String>, _ before: Week) -> Set<String> {
        let all = (document["series"]?.array ?? []) + (before.document["series"]?.array ?? [])
        return all.reduce(into: []) { if ids.contains($1.text("id")) { $0.formUnion($1.texts("requests")) } }
    }

    /// Keys of the items of a list that differ by more than a name, or that only one of the weeks has.
    private func changes(of kind: String, by key: String, from before: Week) -> Set<String> {
        func items(_ week: Week) -> [String: [JSON]] {
            Dictionary(grouping: (week.document[kind]?.array ?? []).map(\.withoutName)) { $0[key]?.string ?? "" }
        }
        let (old, new) = (items(before), items(self))
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    }

    /// The things of a kind that changed, with the slots in which they did; nil: in all of them.
    private func slotsChanged(of kind: String, from before: Week) -> [String: Set<String>?] {
        func items(_ week: Week) -> [String: JSON] {
            let all = (week.document[kind]?.array ?? []).map(\.withoutName)
            return Dictionary(all.map { ($0["id"]?.string ?? "", $0) }) { first, _ in first }
        }
        let (old, new) = (items(before), items(self))
        return changes(of: kind, by: "id", from: before).reduce(into: [:]) { changed, id in
            var slots: Set<String>?
            if let one = old[id], let other = new[id], one.withoutSlots == other.withoutSlots {
                slots = one.slotsTaken.symmetricDifference(other.slotsTaken)
            }
            changed.updateValue(slots, forKey: id)
        }
    }

    /// The names of the slot instances that a session takes.
    private func slots(of session: Session) -> Set<String> {
        guard let start = calendar.instance(named: session.start), let number = request(session.request),
            let time = calendar.time(of: requests[number], from: start)
        else { return [session.start] }
        return Set(time.slots.map(calendar.name))
    }

    /// Of each fund whose limit changed the share of its sessions that it loses or gains, at least one.
    private func sessionsOfChangedFunds(from before: Week, _ plan: Plan) -> Int {
        let held = plan.sessions.compactMap { request($0.request) }.flatMap {
            requests[$0].payers.map { funds[$0.fund].id }
        }
        return changes(of: "funds", by: "id", from: before).reduce(0) { sum, id in
            guard let new = fund(id), let old = before.fund(id) else { return sum + 1 }
            let limits = [before.funds[old].limit, funds[new].limit].sorted()
            let share = limits[1] > 0 ? 1 - limits[0] / limits[1] : 0
            return sum + max(1, Int((share * Double(held.count { $0 == id })).rounded(.up)))
        }
    }
}

extension JSON {
    /// The slot instances in which a thing is not there.
    fileprivate var slotsTaken: Set<String> {
        Set(((self["away"]?.array ?? []) + (self["closed"]?.array ?? [])).compactMap(\.string))
    }

    fileprivate var withoutSlots: JSON {
        guard var object else { return self }
        (object["away"], object["closed"]) = (nil, nil)
        return .object(object)
    }

    /// The item without what it is called.
    fileprivate var withoutName: JSON {
        guard var object else { return self }
        (object["name"], object["title"]) = (nil, nil)
        return .object(object)
    }
}

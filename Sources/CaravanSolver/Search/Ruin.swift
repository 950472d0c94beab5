/// Takes related sessions out of a schedule.
struct Ruin: Sendable {
    private var ranked: [(request: Int32, distance: Double)] = []
    /// How many held sessions are looked at when the related ones are chosen.
    private let sample: Int

    init(sample: Int) {
        self.sample = sample
        ranked.reserveCapacity(sample)
    }

    /// A request that room was made for, and the slot instance from which it could start.
    struct Wanted {
        let request: Int
        let start: Int
    }

    /// Takes out about `count` sessions; for `admit` returns the request that room was made for, one among `prospects`.
    mutating func apply(
        _ neighbourhood: Neighbourhood, count: Int, among prospects: Prospects, to schedule: inout Schedule,
        _ journal: inout Journal, _ random: inout RandomStream
    ) -> Wanted? {
        var wanted: Wanted?
        var neighbourhood = neighbourhood
        if neighbourhood == .admit, schedule.order.count > schedule.heldCount {
            wanted = admit(prospects, &schedule, &journal, &random)
            // Now and then more than what stands in the way is taken out, so that the rest can rearrange itself.
            if random.below(2) == 0 { return wanted }
            neighbourhood = Neighbourhood.allCases[random.below(Neighbourhood.allCases.count)]
        }
        guard schedule.heldCount > 0 else { return wanted }
        let seed = Int(schedule.order[random.below(schedule.heldCount)])
        rank(neighbourhood, around: seed, in: schedule, &random)
        for position in 0..<min(count, ranked.count) {
            // Partial selection: the closest of what is left.
            var closest = position
            for other in position + 1..<max(position + 1, ranked.count)
            where ranked[other].distance < ranked[closest].distance { closest = other }
            ranked.swapAt(position, closest)
            take(Int(ranked[position].request), &schedule, &journal)
        }
        return wanted
    }

    /// Sessions that are kept by the freeze point never leave.
    private func take(_ request: Int, _ schedule: inout Schedule, _ journal: inout Journal) {
        if schedule.isHeld(request) && schedule.instance.tables.kept[request] == nil {
            journal.remove(request, from: &schedule)
        }
    }

    private mutating func rank(
        _ neighbourhood: Neighbourhood, around seed: Int, in schedule: borrowing Schedule, _ random: inout RandomStream
    ) {
        ranked.removeAll(keepingCapacity: true)
        ranked.append((Int32(seed), -1))
        let samples = min(sample, schedule.heldCount)
        let first = random.below(schedule.heldCount)
        for offset in 0..<samples {
            let request = schedule.order[(first + offset) % schedule.heldCount]
            if Int(request) == seed { continue }
            let distance = Self.distance(neighbourhood, seed, Int(request), in: schedule)
            ranked.append((request, distance * (0.5 + random.unit())))
        }
    }

    private static func distance(
        _ neighbourhood: Neighbourhood, _ a: Int, _ b: Int, in schedule: borrowing Schedule
    ) -> Double {
        let instance = schedule.instance
        let (p, q) = (instance.placements[Int(schedule.placed[a])], instance.placements[Int(schedule.placed[b])])
        let minutes = Double(instance.tables.minutes(from: Int(p.township), to: Int(q.township))) + 5
        switch neighbourhood {
        case .place: return minutes
        case .day: return minutes * (p.date == q.date ? 1 : 10)
        case .crew: return minutes * (sharesCrew(a, b, schedule) ? 0.1 : 1)
        case .fund: return instance.tables.fund[a] == instance.tables.fund[b] ? 1 : 10
        case .random, .admit: return 1
        }
    }

    private static func sharesCrew(_ a: Int, _ b: Int, _ schedule: borrowing Schedule) -> Bool {
        for place in schedule.places(of: a) {
            for other in schedule.places(of: b) where schedule.crew[place] == schedule.crew[other] { return true }
        }
        return false
    }

    /// Draws a request that is not held and one of its placements within reach, and takes out what stands in its way there.
    private mutating func admit(
        _ prospects: Prospects, _ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) -> Wanted? {
        let instance = schedule.instance
        let request = prospects.unheldRequest(in: schedule, &random)
        let range = instance.ofRequest[request]
        let promising = prospects.count(within: range)
        guard promising > 0 else { return nil }
        let placement = instance.placements[Int(prospects.ranked[range.lowerBound + random.below(promising)])]
        clearOrder(placement, &schedule, &journal)
        clearCaps(placement, &schedule, &journal, &random)
        clearAudience(placement, &schedule, &journal)
        clearVenue(placement, &schedule, &journal, &random)
        clearCrew(placement, &schedule, &journal, &random)
        clearFund(request, &schedule, &journal, &random)
        return Wanted(request: request, start: Int(placement.start))
    }

    /// Takes out predecessors that end too late; successors are never held while the request is not (H9).
    private func clearOrder(_ placement: Placement, _ schedule: inout Schedule, _ journal: inout Journal) {
        let instance = schedule.instance
        for before in instance.tables.predecessors[Int(placement.request)] where schedule.isHeld(before) {
            if instance.placements[Int(schedule.placed[before])].end > placement.start {
                take(before, &schedule, &journal)
            }
        }
    }

    /// Takes out sessions of groups whose hard cap the placement would exceed (H10).
    private func clearCaps(
        _ placement: Placement, _ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        let instance = schedule.instance
        for at in instance.hits(placement) where instance.groups[Int(instance.hits[at].group)].isHard {
            let hit = instance.hits[at]
            let room = instance.groups[Int(hit.group)].threshold - hit.amount
            for _ in 0..<64 where schedule.measured[Int(hit.group)] > room && schedule.heldCount > 0 {
                let other = Int(schedule.order[random.below(schedule.heldCount)])
                let there = instance.placements[Int(schedule.placed[other])]
                if instance.hits(there).contains(where: { instance.hits[$0].group == hit.group }) {
                    take(other, &schedule, &journal)
                }
            }
        }
    }

    private func clearAudience(_ placement: Placement, _ schedule: inout Schedule, _ journal: inout Journal) {
        let instance = schedule.instance
        for at in instance.tables.crowdSlots[instance.crowd(of: placement), placement.span]
        where schedule.audienceAt[at] >= 0 {
            take(Int(schedule.audienceAt[at]), &schedule, &journal)
        }
    }

    private func clearVenue(
        _ placement: Placement, _ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        let instance = schedule.instance
        let venues = instance.venues(placement)
        for at in venues where schedule.isFree(venue: Int(instance.venueCandidates[at].venue), placement.span) {
            return
        }
        let venue = Int(instance.venueCandidates[venues.lowerBound + random.below(venues.count)].venue)
        for at in instance.tables.venueSlots[venue, placement.span] where schedule.venueAt[at] >= 0 {
            take(Int(schedule.venueAt[at]), &schedule, &journal)
        }
    }

    private func clearCrew(
        _ placement: Placement, _ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        let instance = schedule.instance
        let counts = instance.tables.needCounts[Int(placement.request)]
        for need in counts.indices {
            let candidates = instance.candidates(placement, need: need)
            var free = 0
            for at in candidates
            where schedule.isAvailable(Int(instance.memberCandidates[at].member), placement) {
                free += 1
                if free >= counts[need] { break }
            }
            while free < counts[need] {
                let at = candidates.lowerBound + random.below(candidates.count)
                release(Int(instance.memberCandidates[at].member), placement, &schedule, &journal)
                free += 1
            }
        }
    }

    /// Takes out the sessions of a member on the placement's date, or, if its week is full, one of its sessions.
    private func release(
        _ member: Int, _ placement: Placement, _ schedule: inout Schedule, _ journal: inout Journal
    ) {
        let instance = schedule.instance
        let onDate = schedule.memberDay[instance.tables.memberDates[member, Int(placement.date)]] > 0
        let first = onDate ? instance.tables.dateSlots[Int(placement.date), 0] : 0
        let last = onDate ? first + instance.tables.slotsPerDate : instance.tables.slotCount
        for slot in first..<last where schedule.memberAt[instance.tables.memberSlots[member, slot]] >= 0 {
            take(Int(schedule.memberRequest[instance.tables.memberSlots[member, slot]]), &schedule, &journal)
            if !onDate { return }
        }
    }

    /// Takes out sessions of the request's fund until it could pay for the request's cheapest venue.
    private func clearFund(
        _ request: Int, _ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        let instance = schedule.instance
        let fund = instance.tables.fund[request]
        for _ in 0..<24 where schedule.heldCount > 0 {
            if schedule.spent[fund] + instance.tables.requestYuan[request] * 1.3 <= instance.fundLimit[fund] { return }
            let other = Int(schedule.order[random.below(schedule.heldCount)])
            if instance.tables.fund[other] == fund { take(other, &schedule, &journal) }
        }
    }
}

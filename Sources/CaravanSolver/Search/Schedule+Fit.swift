import CaravanCore

/// What fits beside the sessions in place, rule by rule, and who is in the way. Search, plans taken over from elsewhere and explanations all
/// ask here.
extension Schedule {
    /// Whether a session keeps every rule beside those in place.
    func allows(_ it: Assignment) -> Bool {
        let placement = instance.placements[it.placement]
        guard obstacles(to: placement, within: window(of: Int(placement.request))).isEmpty,
            isFree(venue: it.venue, placement.span), it.crew.allSatisfy({ isAvailable(Int($0), placement) })
        else { return false }
        let request = Int(placement.request)
        let fees = it.crew.reduce(0) { $0 + instance.tables.fee[Int($1)] }
        let trips = it.crew.reduce(0) { $0 + tripKm(Int($1), placement) } * instance.tables.kmYuan
        let charge = instance.tables.requestYuan[request] + instance.tables.venueYuan[it.venue] + fees
        return affords(charge, from: instance.tables.fund[request], trips: trips)
    }

    /// The rules that keep a placement out whatever its venue and crew.
    /// - Parameter window: That of its request.
    func obstacles(to placement: Placement, within window: Range<Int>?) -> RuleSet {
        var rules = RuleSet(fullGroups(for: placement).map { instance.rows.rule(of: $0.group) })
        if !(window.map { placement.isWithin($0) } ?? false) { rules.insert(.h9) }
        if !isFree(crowd: instance.crowd(of: placement), placement.span) { rules.insert(.h7) }
        return rules
    }

    /// The slot instances that `after` leaves to a request (H9), nil where a predecessor is not held.
    func window(of request: Int) -> Range<Int>? {
        var (low, high) = (0, instance.tables.slotCount)
        for before in instance.tables.predecessors[request] {
            let at = placed[before]
            if at < 0 { return nil }
            low = max(low, Int(instance.placements[Int(at)].end))
        }
        for later in instance.tables.successors[request] where placed[later] >= 0 {
            high = min(high, Int(instance.placements[Int(placed[later])].start))
        }
        return low < high ? low..<high : nil
    }

    /// H3: whether a venue has nothing in some slots.
    func isFree(venue: Int, _ span: Range<Int>) -> Bool {
        for at in instance.tables.venueSlots[venue, span] where venueAt[at] >= 0 { return false }
        return true
    }

    /// H7: whether a crowd has nothing in some slots.
    func isFree(crowd: Int, _ span: Range<Int>) -> Bool {
        for at in instance.tables.crowdSlots[crowd, span] where audienceAt[at] >= 0 { return false }
        return true
    }

    /// Points that coverage changes by; nil where a hard limit would be exceeded (H10, rules of rows).
    func coverageDelta(_ placement: Placement) -> Double? {
        var points = 0.0
        for at in instance.hits(placement) {
            let hit = instance.hits[at]
            let group = instance.groups[Int(hit.group)]
            let before = measured[Int(hit.group)]
            if group.isHard {
                if HardLimit.isExceeded(before + hit.amount, group.threshold) { return nil }
            } else {
                points += group.points(at: before + hit.amount) - group.points(at: before)
            }
        }
        return points
    }

    /// H8: whether the funds can pay for a session.
    /// - Parameters:
    ///   - charge: Yuan from the request's own fund.
    ///   - trips: Yuan of trips that nobody makes yet.
    func affords(_ charge: Double, from fund: Int, trips: Double) -> Bool {
        let (travel, limit) = (instance.tables.travelFund, instance.fundLimit)
        let tolerance = HardLimit.runningYuan
        if fund == travel { return spent[fund] + charge + trips <= limit[fund] + tolerance }
        return spent[fund] + charge <= limit[fund] + tolerance
            && (trips == 0 || spent[travel] + trips <= limit[travel] + tolerance)
    }
}

// MARK: - Who is in the way

extension Schedule {
    /// The requests that have a venue in some slots, by slot.
    func holders(ofVenue venue: Int, _ span: Range<Int>) -> [(request: Int, slot: Int)] {
        span.map { (Int(venueAt[instance.tables.venueSlots[venue, $0]]), $0) }.filter { $0.0 >= 0 }
    }

    /// The requests that a crowd has in some slots, by slot.
    func holders(ofCrowd crowd: Int, _ span: Range<Int>) -> [(request: Int, slot: Int)] {
        span.map { (Int(audienceAt[instance.tables.crowdSlots[crowd, $0]]), $0) }.filter { $0.0 >= 0 }
    }

    /// The groups whose hard limit a session would exceed (H10 and rules of rows), with what they measure now.
    func fullGroups(for placement: Placement) -> [(group: CoverageGroup, measured: Double)] {
        instance.hits(placement).compactMap { at in
            let hit = instance.hits[at]
            let (group, measured) = (instance.groups[Int(hit.group)], measured[Int(hit.group)])
            guard group.isHard, HardLimit.isExceeded(measured + hit.amount, group.threshold) else { return nil }
            return (group, measured)
        }
    }
}

extension Placement {
    /// Its slot instances.
    var span: Range<Int> { Int(start)..<Int(end) }

    /// Whether it lies within some slot instances.
    func isWithin(_ window: Range<Int>) -> Bool { Int(start) >= window.lowerBound && Int(end) <= window.upperBound }
}

extension Instance {
    /// Whom a placement is for.
    func crowd(of placement: Placement) -> Int {
        tables.crowd(of: Int(placement.request), in: Int(placement.township))
    }
}

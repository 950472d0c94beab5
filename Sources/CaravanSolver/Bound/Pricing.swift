/// Prices every request against multipliers: its cheapest session (reduced cost, points), exactly, by taking for each
/// placement the cheapest venue and the cheapest members.
struct Pricing: Sendable {
    let instance: Instance
    /// Each pass over the placements looks at it and ends early, without a bound.
    let deadline: Deadline
    private(set) var rules: RelaxedRules
    var trips: TripShares
    /// The cheapest session of each request at the last multipliers: placement, -1 where it has none.
    var placement: [Int32]
    var venueCandidate: [Int32]
    /// Positions in `Instance.memberCandidates`, flat like crews.
    var crewCandidate: [Int32]
    /// Its reduced cost, its own points included; exact where it is below `Instance.unheldCost`, at least that otherwise.
    var reducedCost: [Double]

    /// Points of taking part in a session of one slot, by member × slots + slot.
    private var memberPrice: [Double]
    /// Points per kilometre of trips, money priced.
    private var kmPrice = 0.0
    var precedenceCost: [Double]
    /// Points of a placement that no multiplier changes; infinite where it alone exceeds a hard cap.
    let placementCost: [Double]
    /// What each of `Instance.hits` counts in its group's row: at most the threshold, negative towards a target.
    let counted: [Double]
    /// Points that cover cuts charge a request for being held.
    var coverCost: [Double]
    var picked: [Int32] = []
    var pickedCost: [Double] = []
    var seats = CrewSeats()
    /// Funds whose limits are kept as knapsacks; empty until `keepFunds` is called.
    var knapsacks: [FundKnapsack] = []
    var frontiers: [ChargeFrontier] = []
    /// The knapsack of each request, -1 where its fund is only priced.
    var knapsackOf: [Int] = []
    /// The least units that venue and fees come to, by placement.
    var leastLevel: [Int32] = []
    var table = ChargeTable()
    var choices: [Int32] = []

    /// - Parameter deadline: When it is over no bound is found any more.
    init(_ instance: Instance, rules: RelaxedRules, deadline: Deadline = .never) {
        self.instance = instance
        self.rules = rules
        self.deadline = deadline
        trips = TripShares(instance, deadline: deadline)
        placement = Array(repeating: -1, count: instance.requestCount)
        venueCandidate = placement
        crewCandidate = Array(repeating: -1, count: instance.crewStarts[instance.requestCount])
        reducedCost = Array(repeating: .infinity, count: instance.requestCount)
        memberPrice = Array(repeating: 0, count: instance.memberCount * instance.slotCount)
        precedenceCost = Array(repeating: 0, count: instance.placements.count)
        coverCost = Array(repeating: 0, count: instance.requestCount)
        placementCost = instance.placements.map { instance.costByItself($0) }
        counted = instance.hits.map { hit in
            let group = instance.groups[Int(hit.group)]
            return group.counted(hit.amount) * (group.kind == .target ? -1 : 1)
        }
    }

    /// Takes up further cover cuts.
    mutating func add(_ cuts: [FundCover]) { rules.add(cuts) }

    /// Prices all requests; returns the Lagrangian bound at these multipliers, points.
    ///
    /// For multipliers λ ≥ 0 of rules Ax ≤ b the bound is Σ over requests of the cheaper of holding at reduced cost and
    /// not holding, minus λb (Geoffrion 1974); it holds for every plan, however λ was found. Without end below where the
    /// deadline was over first.
    mutating func bound(at multipliers: Multipliers) -> Double {
        let layout = rules.layout
        let travelPrice = multipliers.value[layout.fund + instance.travelFund]
        kmPrice = instance.kmPoints + travelPrice * instance.kmYuan
        priceMembers(multipliers)
        pricePrecedence(multipliers)
        priceCovers(multipliers)
        var total = instance.constant
        for at in multipliers.value.indices { total -= multipliers.value[at] * rules.limit[at] }
        for request in 0..<instance.requestCount where knapsacks.isEmpty || knapsackOf[request] < 0 {
            if deadline.isOver { return -.infinity }
            price(request, multipliers)
            let held = reducedCost[request]
            total += instance.mustHold[request] ? held : min(held, instance.unheldCost[request])
        }
        for number in knapsacks.indices {
            guard let value = fill(number, multipliers) else { return -.infinity }
            total += value
        }
        return total
    }

    /// Whether the relaxed problem holds a request.
    func holds(_ request: Int) -> Bool { placement[request] >= 0 }

    private mutating func priceMembers(_ multipliers: Multipliers) {
        let layout = rules.layout
        for member in 0..<instance.memberCount {
            let week = multipliers.value[layout.week + member]
            for slot in 0..<instance.slotCount {
                let at = member * instance.slotCount + slot
                let day = layout.day + member * instance.dateCount + slot / instance.slotsPerDate
                memberPrice[at] = week + multipliers.value[day] + multipliers.value[layout.member + at]
            }
        }
    }

    private mutating func priceCovers(_ multipliers: Multipliers) {
        for request in coverCost.indices { coverCost[request] = 0 }
        for (number, cover) in rules.covers.enumerated() {
            let price = multipliers.value[rules.layout.count + number]
            if price == 0 { continue }
            for (request, coefficient) in zip(cover.requests, cover.coefficients) {
                coverCost[request] += price * coefficient
            }
        }
    }

    private mutating func pricePrecedence(_ multipliers: Multipliers) {
        if rules.precedence.isEmpty { return }
        for at in precedenceCost.indices { precedenceCost[at] = 0 }
        for (number, row) in rules.precedence.enumerated() {
            let price = multipliers.value[rules.layout.precedence + number]
            if price == 0 { continue }
            for at in instance.ofRequest[row.later] where Int(instance.placements[at].start) <= row.slot {
                precedenceCost[at] += price
            }
            for at in instance.ofRequest[row.earlier] where Int(instance.placements[at].end) <= row.slot {
                precedenceCost[at] -= price
            }
        }
    }

    private mutating func price(_ request: Int, _ multipliers: Multipliers) {
        let last = Int(placement[request])
        placement[request] = -1
        // What is no cheaper than not holding the request is of no interest.
        reducedCost[request] = instance.mustHold[request] ? .infinity : instance.unheldCost[request]
        let fundPrice = multipliers.value[rules.layout.fund + instance.fund[request]]
        // The placement that was the cheapest last time is so often again, and then rules out most others at once.
        if last >= 0 { price(last, of: request, fundPrice, multipliers) }
        for index in instance.ofRequest[request] where index != last {
            price(index, of: request, fundPrice, multipliers)
        }
    }

    private mutating func price(_ index: Int, of request: Int, _ fundPrice: Double, _ multipliers: Multipliers) {
        let it = instance.placements[index]
        var cost = costWithoutVenue(index, it, multipliers)
        let least = -instance.crewPoints[request] * Double(instance.baselineCrew[request].count)
        if cost + least >= reducedCost[request] { return }
        guard let room = venue(it, fundPrice, multipliers) else { return }
        cost += room.cost
        if cost + least >= reducedCost[request] { return }
        let withoutCrew = cost
        guard crew(it, fundPrice, multipliers, &cost), cost < reducedCost[request] else { return }
        if instance.needsMatching(request), !instance.isCrew(picked, of: request) {
            guard let crew = matchedCrew(it, fundPrice, multipliers), withoutCrew + crew < reducedCost[request] else {
                return
            }
            cost = withoutCrew + crew
            swap(&picked, &seats.candidates)
        }
        reducedCost[request] = cost
        placement[request] = Int32(index)
        venueCandidate[request] = Int32(room.at)
        let first = instance.crewStarts[request]
        for (place, at) in picked.enumerated() { crewCandidate[first + place] = at }
    }

    /// Reduced cost of a placement before venue and crew.
    func costWithoutVenue(_ index: Int, _ it: Placement, _ multipliers: Multipliers) -> Double {
        placementCost[index] + coverCost[Int(it.request)] + precedenceCost[index] + coverage(it, multipliers)
            + audience(it, multipliers)
    }

    private func coverage(_ it: Placement, _ multipliers: Multipliers) -> Double {
        var cost = 0.0
        for at in instance.hits(it) {
            let hit = instance.hits[at]
            cost += multipliers.value[rules.layout.group + Int(hit.group)] * counted[at]
        }
        return cost
    }

    private func audience(_ it: Placement, _ multipliers: Multipliers) -> Double {
        let row =
            rules.layout.audience
            + (Int(it.township) * instance.audienceCount + instance.audience[Int(it.request)]) * instance.slotCount
        var cost = 0.0
        for slot in Int(it.start)..<Int(it.end) { cost += multipliers.value[row + slot] }
        return cost
    }

    func venue(_ it: Placement, _ fundPrice: Double, _ multipliers: Multipliers) -> (at: Int, cost: Double)? {
        var best: (at: Int, cost: Double)?
        for at in instance.venues(it) {
            let cost = price(ofVenue: at, it, fundPrice, multipliers)
            if cost < (best?.cost ?? .infinity) { best = (at, cost) }
        }
        return best
    }

    func price(ofVenue at: Int, _ it: Placement, _ fundPrice: Double, _ multipliers: Multipliers) -> Double {
        let candidate = instance.venueCandidates[at]
        var cost = candidate.points + fundPrice * candidate.yuan
        let row = rules.layout.venue + Int(candidate.venue) * instance.slotCount
        for slot in Int(it.start)..<Int(it.end) { cost += multipliers.value[row + slot] }
        return cost
    }

    /// Adds the cheapest members of every need; leaves them in `picked`. A member that fills places of two needs at
    /// once, or a required one that is missing, is let pass: that only lowers the cost.
    mutating func crew(
        _ it: Placement, _ fundPrice: Double, _ multipliers: Multipliers, _ cost: inout Double
    ) -> Bool {
        picked.removeAll(keepingCapacity: true)
        let counts = instance.needCounts[Int(it.request)]
        for need in counts.indices {
            let wanted = counts[need]
            pickedCost.removeAll(keepingCapacity: true)
            let first = picked.count
            for at in instance.candidates(it, need: need) {
                let price = member(at, it, fundPrice, multipliers)
                if pickedCost.count == wanted {
                    if price >= pickedCost[wanted - 1] { continue }
                    pickedCost.removeLast()
                    picked.removeLast()
                }
                var position = pickedCost.count
                while position > 0, pickedCost[position - 1] > price { position -= 1 }
                pickedCost.insert(price, at: position)
                picked.insert(Int32(at), at: first + position)
            }
            if pickedCost.count < wanted { return false }
            for price in pickedCost { cost += price }
        }
        return true
    }

    /// Points of the cheapest crew of different members with the required ones among them, left in `seats`.
    mutating func matchedCrew(_ it: Placement, _ fundPrice: Double, _ multipliers: Multipliers) -> Double? {
        seats.clear()
        for need in instance.needCounts[Int(it.request)].indices {
            for at in instance.candidates(it, need: need) {
                seats.offer(at, of: it, in: instance, price: member(at, it, fundPrice, multipliers))
            }
            seats.endNeed()
        }
        return seats.cheapest(of: it, in: instance)
    }

    func member(_ at: Int, _ it: Placement, _ fundPrice: Double, _ multipliers: Multipliers) -> Double {
        let candidate = instance.memberCandidates[at]
        let member = Int(candidate.member)
        let row = member * instance.slotCount
        let (start, end) = (Int(it.start), Int(it.end))
        var cost = candidate.points + fundPrice * instance.fee[member] + memberPrice[row + start]
        if end - start > 1 {
            for slot in start + 1..<end { cost += multipliers.value[rules.layout.member + row + slot] }
        }
        cost += Double(trips.km[at]) * kmPrice
        return cost
    }
}

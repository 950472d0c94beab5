/// The price of every choice at certain multipliers. A class, since copying all of its tables for each look at one of them would cost more
/// than the look.
final class ChoicePrices: Sendable {
    let pricing: Pricing
    let instance: Instance
    let point: PricePoint
    /// Points of what each slice of `Instance.uses` takes.
    private let sliceCost: [Double]
    /// Points of a placement for its place in the order of requests (H9); empty where there is none.
    private let orderCost: [Double]
    /// Points that cover cuts charge a request for being held.
    private let coverCost: [Double]
    /// Points per kilometre of trips, money priced.
    private let kmPrice: Double

    init(_ pricing: Pricing, at point: PricePoint) {
        let (instance, rows, value) = (pricing.instance, pricing.rows, point.multipliers.value)
        (self.pricing, self.instance, self.point) = (pricing, instance, point)
        sliceCost = instance.uses.costs(at: value)
        orderCost = Self.orderCost(rows, instance, value)
        coverCost = Self.coverCost(rows, instance, value)
        let travelPrice = value[rows.sections.fund(instance.tables.travelFund)]
        kmPrice = instance.tables.kmPoints + travelPrice * instance.tables.kmYuan
    }

    private static func orderCost(_ rows: RowTable, _ instance: Instance, _ value: [Double]) -> [Double] {
        if rows.orders.isEmpty { return [] }
        var cost = [Double](repeating: 0, count: instance.placements.count)
        for (number, order) in rows.orders.enumerated() {
            let price = value[rows.order(number)]
            if price == 0 { continue }
            for at in instance.ofRequest[order.later] where Int(instance.placements[at].start) <= order.slot {
                cost[at] += price
            }
            for at in instance.ofRequest[order.earlier] where Int(instance.placements[at].end) <= order.slot {
                cost[at] -= price
            }
        }
        return cost
    }

    /// Points that cover cuts charge each request for being held.
    static func coverCost(_ rows: RowTable, _ instance: Instance, _ value: [Double]) -> [Double] {
        var cost = [Double](repeating: 0, count: instance.requestCount)
        for (number, cover) in rows.covers.enumerated() where rows.cover(number) < value.count {
            let price = value[rows.cover(number)]
            if price == 0 { continue }
            for (request, coefficient) in zip(cover.requests, cover.coefficients) {
                cost[request] += price * coefficient
            }
        }
        return cost
    }
}

/// Every choice priced at certain multipliers: the cheapest session of each request (reduced cost, points), exactly, and the Lagrangian bound.
///
/// For multipliers λ ≥ 0 of rows Ax ≤ b the bound is Σ over requests of the cheaper of holding at reduced cost and not holding, minus λb
/// (Geoffrion 1974); it holds for every plan, however λ was found.
struct PricedPoint: Sendable {
    let prices: ChoicePrices
    /// Points; without end below where the deadline was over first.
    private(set) var bound = -Double.infinity

    /// The cheapest session of each request: placement, -1 where it has none.
    private(set) var placement: [Int32]
    private(set) var venueCandidate: [Int32]
    /// Positions in `Instance.memberCandidates`, flat like crews.
    private(set) var crewCandidate: [Int32]
    /// Its reduced cost, its own points included; exact where it is below `Instance.unheldCost`, at least that otherwise.
    private(set) var reducedCost: [Double]
    /// Of requests whose fund is kept, the cheapest session for each charge.
    private(set) var frontiers: [ChargeFrontier] = []
    /// How each knapsack was filled.
    private(set) var fillings: [FundKnapsack.Filling] = []

    var pricing: Pricing { prices.pricing }
    var instance: Instance { prices.instance }
    var point: PricePoint { prices.point }
    var multipliers: Multipliers { prices.point.multipliers }

    init(_ pricing: Pricing, at point: PricePoint, likely: [Int32]? = nil) {
        let (instance, rows, value) = (pricing.instance, pricing.rows, point.multipliers.value)
        prices = ChoicePrices(pricing, at: point)
        placement = Array(repeating: -1, count: instance.requestCount)
        venueCandidate = placement
        crewCandidate = Array(repeating: -1, count: instance.tables.crewStarts[instance.requestCount])
        reducedCost = Array(repeating: .infinity, count: instance.requestCount)
        var total = instance.constant
        for at in value.indices { total -= value[at] * rows.limit[at] }
        bound = price(likely).map { total + $0 } ?? -.infinity
    }

    /// Prices all requests.
    /// - Returns: The least points of all of them together; nil where the deadline was over first.
    private mutating func price(_ likely: [Int32]?) -> Double? {
        var (total, seats) = (0.0, ChoicePrices.Seats())
        for request in 0..<instance.requestCount where prices.pricing.knapsackOf[request] < 0 {
            if prices.pricing.deadline.isOver { return nil }
            price(request, likely: Int(likely?[request] ?? -1), &seats)
            let held = reducedCost[request]
            total += instance.mustHold[request] ? held : min(held, instance.unheldCost[request])
        }
        if prices.pricing.knapsacks.isEmpty { return total }
        frontiers = Array(repeating: ChargeFrontier(places: 0), count: instance.requestCount)
        var table = ChargeTable()
        for knapsack in prices.pricing.knapsacks {
            for request in knapsack.grid.requests {
                if prices.pricing.deadline.isOver { return nil }
                let first = Int(likely?[request] ?? -1)
                frontiers[request] = prices.frontier(of: request, knapsack.grid, likely: first, &seats, &table)
            }
            let filling = knapsack.filling(frontiers, instance)
            hold(knapsack.grid.requests, filling)
            total += filling.value
            fillings.append(filling)
        }
        return total
    }

    private mutating func price(_ request: Int, likely: Int, _ seats: inout ChoicePrices.Seats) {
        // What is no cheaper than not holding the request is of no interest.
        reducedCost[request] = instance.mustHold[request] ? .infinity : instance.unheldCost[request]
        if likely >= 0 { price(likely, of: request, &seats) }
        for index in instance.ofRequest[request] where index != likely { price(index, of: request, &seats) }
    }

    private mutating func price(_ index: Int, of request: Int, _ seats: inout ChoicePrices.Seats) {
        guard let found = prices.cheapest(index, below: reducedCost[request], &seats) else { return }
        reducedCost[request] = found.cost
        placement[request] = Int32(index)
        venueCandidate[request] = Int32(found.venue)
        let first = instance.tables.crewStarts[request]
        for (place, at) in seats.picked.enumerated() { crewCandidate[first + place] = at }
    }

    /// Leaves the sessions that a knapsack chose as the cheapest ones of their requests.
    private mutating func hold(_ requests: [Int], _ filling: FundKnapsack.Filling) {
        for (position, request) in requests.enumerated() {
            let level = filling.levels[position]
            guard level >= 0 else { continue }
            placement[request] = frontiers[request].placement[level]
            venueCandidate[request] = frontiers[request].venueCandidate[level]
            reducedCost[request] = frontiers[request].cost[level]
            for (place, at) in frontiers[request].crew(at: level).enumerated() {
                crewCandidate[instance.tables.crewStarts[request] + place] = at
            }
        }
    }

    /// Whether the relaxed plan holds a request.
    func holds(_ request: Int) -> Bool { placement[request] >= 0 }
}

// MARK: - One choice

extension ChoicePrices {
    /// Reduced cost of a placement before venue and crew.
    func costOfPlace(_ index: Int) -> Double {
        let it = instance.placements[index]
        let cost = pricing.placementCost[index] + coverCost[Int(it.request)] + sliceCost[Int(it.uses)]
        return orderCost.isEmpty ? cost : cost + orderCost[index]
    }

    /// What a yuan of a request's fund costs, points.
    func fundPrice(of request: Int) -> Double {
        point.multipliers.value[pricing.rows.sections.fund(instance.tables.fund[request])]
    }

    /// Reduced cost of a venue.
    /// - Parameter at: Position in `Instance.venueCandidates`.
    func cost(ofVenue at: Int, _ fundPrice: Double) -> Double {
        let candidate = instance.venueCandidates[at]
        return candidate.points + fundPrice * candidate.yuan + sliceCost[Int(candidate.uses)]
    }

    /// Reduced cost of a member, its share of the trip included.
    /// - Parameter at: Position in `Instance.memberCandidates`.
    func cost(ofMember at: Int, _ fundPrice: Double) -> Double {
        let candidate = instance.memberCandidates[at]
        let fee = instance.tables.fee[Int(candidate.member)]
        return candidate.points + fundPrice * fee + sliceCost[Int(candidate.uses)] + Double(point.trips.km[at])
            * kmPrice
    }

    /// The cheapest session of a placement; nil where there is none below a bar. Its crew is left in `seats.picked`.
    /// - Parameter matched: Else a member that fills places of two needs at once, or a required one that is missing, is let pass, which
    ///   only lowers the cost.
    /// - Returns: Its reduced cost, the position of its venue, and what of the cost is the venue's.
    func cheapest(
        _ index: Int, below bar: Double = .infinity, matched: Bool = true, _ seats: inout Seats
    ) -> (cost: Double, venue: Int, venueCost: Double)? {
        let it = instance.placements[index]
        let request = Int(it.request)
        let fundPrice = fundPrice(of: request)
        let least = -instance.tables.crewPoints[request] * Double(instance.tables.baselineCrew[request].count)
        let place = costOfPlace(index)
        if place + least >= bar { return nil }
        guard let room = cheapestVenue(it, fundPrice) else { return nil }
        let withoutCrew = place + room.cost
        if withoutCrew + least >= bar { return nil }
        guard let crew = cheapestCrew(it, fundPrice, &seats), withoutCrew + crew < bar else { return nil }
        var cost = withoutCrew + crew
        if matched, instance.needsMatching(request), !instance.isCrew(seats.picked, of: request) {
            guard let crew = matchedCrew(it, fundPrice, &seats), withoutCrew + crew < bar else { return nil }
            cost = withoutCrew + crew
        }
        return (cost, room.at, room.cost)
    }

    private func cheapestVenue(_ it: Placement, _ fundPrice: Double) -> (at: Int, cost: Double)? {
        var best: (at: Int, cost: Double)?
        for at in instance.venues(it) {
            let cost = cost(ofVenue: at, fundPrice)
            if cost < (best?.cost ?? .infinity) { best = (at, cost) }
        }
        return best
    }

    /// Points of the cheapest members of every need.
    private func cheapestCrew(_ it: Placement, _ fundPrice: Double, _ seats: inout Seats) -> Double? {
        seats.picked.removeAll(keepingCapacity: true)
        var sum = 0.0
        let counts = instance.tables.needCounts[Int(it.request)]
        for need in counts.indices {
            let wanted = counts[need]
            seats.pickedCost.removeAll(keepingCapacity: true)
            let first = seats.picked.count
            for at in instance.candidates(it, need: need) {
                let price = cost(ofMember: at, fundPrice)
                if seats.pickedCost.count == wanted {
                    if price >= seats.pickedCost[wanted - 1] { continue }
                    seats.pickedCost.removeLast()
                    seats.picked.removeLast()
                }
                var position = seats.pickedCost.count
                while position > 0, seats.pickedCost[position - 1] > price { position -= 1 }
                seats.pickedCost.insert(price, at: position)
                seats.picked.insert(Int32(at), at: first + position)
            }
            if seats.pickedCost.count < wanted { return nil }
            for price in seats.pickedCost { sum += price }
        }
        return sum
    }

    /// Points of the cheapest crew of different members with the required ones among them.
    private func matchedCrew(_ it: Placement, _ fundPrice: Double, _ seats: inout Seats) -> Double? {
        seats.matching.clear()
        for need in instance.tables.needCounts[Int(it.request)].indices {
            for at in instance.candidates(it, need: need) {
                seats.matching.offer(at, of: it, in: instance, price: cost(ofMember: at, fundPrice))
            }
            seats.matching.endNeed()
        }
        guard let cost = seats.matching.cheapest(of: it, in: instance) else { return nil }
        swap(&seats.picked, &seats.matching.candidates)
        return cost
    }

    /// Buffers for the crew of one placement.
    struct Seats {
        /// The crew found last, positions in `Instance.memberCandidates`, needs in order.
        fileprivate(set) var picked: [Int32] = []
        fileprivate var pickedCost: [Double] = []
        fileprivate var matching = CrewSeats()
        /// Choices of a session read out of a table.
        var choices: [Int32] = []
    }
}

extension UseTable {
    /// Points of what each slice takes.
    /// - Parameter value: Points per unit, by row.
    func costs(at value: [Double]) -> [Double] {
        var at = 0
        return (0..<Int32(sliceCount)).map { slice in
            let end = self[slice].upperBound
            var cost = 0.0
            while at < end {
                cost += value[Int(rows[at])] * amounts[at]
                at += 1
            }
            return cost
        }
    }
}

/// Raises the Lagrangian bound by deflected subgradient steps (Held, Wolfe, Crowder 1974; Camerini, Fratta, Maffioli
/// 1975) of Polyak's length towards the objective of the best plan.
struct LagrangianAscent: Sendable {
    private(set) var pricing: Pricing
    /// The multipliers and trip shares that gave `bestBound`.
    private(set) var bestPoint: PricePoint
    /// Everything priced there, where it has been.
    private var pricedBest: PricedPoint?
    /// The best bound, points.
    private(set) var bestBound = -Double.infinity
    /// Rounds done.
    private(set) var rounds = 0
    private var current: PricePoint
    /// The cheapest placement of each request in the last round.
    private var likely: [Int32]?
    private var violation: [Double]
    private var direction: [Double]
    private let parameters: AscentParameters
    private var stride = 1.0
    private var stale = 0
    /// Rounds without gain after which steps shrink.
    private var patience: Int
    private let funds: FundCovers
    /// How much of each request relaxed plans held of late: a fading average, near the relaxation's primal solution.
    private var held: [Double]
    /// How often cover cuts were added.
    private var separations = 0

    /// What the first phase ended with, once funds are kept.
    private(set) var priced: PricePoint?
    /// Where the phase with funds kept begins, if an earlier ascent has been there.
    private var resumed: PricePoint?

    /// An ascent from nothing, or from what another one came to.
    init(
        _ instance: Instance, _ parameters: AscentParameters = AscentParameters(), from start: DualStart? = nil,
        deadline: Deadline = .never
    ) {
        self.parameters = parameters
        patience = parameters.patience
        pricing = Pricing(instance, deadline: deadline)
        current = PricePoint(multipliers: Multipliers(instance.rows), trips: TripShares(instance, deadline: deadline))
        bestPoint = current
        violation = Array(repeating: 0, count: instance.rows.plainCount)
        direction = violation
        funds = FundCovers(instance, RequestCharges(instance, deadline: deadline))
        held = Array(repeating: 0, count: instance.requestCount)
        if usesCovers { add(funds.rounded()) }
        if let start { resume(start) }
    }

    private var usesCovers: Bool { parameters.separationLimit > 0 }

    private mutating func resume(_ start: DualStart) {
        let carrier = DualCarrier(start, to: pricing.instance, leastCharges: funds.least)
        if usesCovers { add(carrier.covers.compactMap { $0 }) }
        let trips = current.trips
        func phase(_ phase: DualStart.Phase) -> PricePoint {
            PricePoint(multipliers: carrier.multipliers(phase, pricing.rows), trips: carrier.trips(phase, onto: trips))
        }
        current = phase(start.priced)
        bestPoint = current
        resumed = start.kept.map(phase)
        stride = parameters.resumedStride
    }

    /// What the ascent knows by now.
    var duals: DualStart {
        DualStart(
            pricing, leastCharges: funds.least, priced: priced ?? bestPoint, kept: keepsFunds ? bestPoint : nil)
    }

    private mutating func add(_ cuts: [FundCover]) {
        let known = pricing.rows.covers
        pricing.add(cuts.filter { !known.contains($0) })
        let count = pricing.rows.limit.count
        current.multipliers.extend(to: count)
        bestPoint.multipliers.extend(to: count)
        violation.append(contentsOf: repeatElement(0, count: count - violation.count))
        direction.append(contentsOf: repeatElement(0, count: count - direction.count))
    }

    /// Cover cuts that the averaged relaxed plan violates (Barahona and Anbil's volume algorithm, 2000, takes such an
    /// average for the primal solution).
    private mutating func separate() {
        let interval = parameters.separationInterval
        guard rounds % interval == 0, rounds >= 2 * interval, separations < parameters.separationLimit
        else { return }
        let known = pricing.rows.covers.count
        add(funds.violated(held: held, by: parameters.coverViolation))
        // Known ones are found violated again and again.
        guard pricing.rows.covers.count > known else { return }
        separations += 1
        stride = max(stride, parameters.separationStride)
    }

    /// Whether funds are kept as knapsacks.
    private(set) var keepsFunds = false

    /// Goes on with the limits of funds kept as knapsacks (see `Pricing.keepFunds`).
    mutating func keepFunds() {
        priced = bestPoint
        (keepsFunds, pricedBest) = (true, nil)
        if pricing.keepFunds() {
            for knapsack in pricing.knapsacks where knapsack.fund != pricing.instance.tables.travelFund {
                // A limit that is kept needs no price: at any other prices, 0 gives the best bound.
                bestPoint.multipliers.value[pricing.rows.sections.fund(knapsack.fund)] = 0
            }
            current = bestPoint
            (stride, stale, patience) = (1, 0, parameters.patienceWithFunds)
        }
        guard var resumed else { return }
        resumed.multipliers.extend(to: current.multipliers.value.count)
        // What an earlier ascent ended with may be far off after many changes.
        guard pricing.priced(at: resumed).bound >= pricing.priced(at: current).bound else { return }
        current = resumed
        stride = parameters.resumedStride
    }

    /// Whether steps have become too small to raise the bound visibly.
    var hasConverged: Bool {
        stride < parameters.leastStride || !keepsFunds && resumed != nil && rounds >= parameters.resumedRounds
    }

    /// The ascent gone on with over an instance that differs in nothing but points, from the best multipliers: a bound
    /// holds at any multipliers, and those of like points are nearly the best.
    func transferred(to instance: Instance) -> LagrangianAscent {
        var other = self
        other.pricing = Pricing(pricing, over: instance)
        (other.current, other.bestBound, other.pricedBest) = (bestPoint, -.infinity, nil)
        (other.stride, other.stale) = (parameters.transferredStride, 0)
        return other
    }

    /// The multipliers that gave `bestBound`.
    var best: Multipliers { bestPoint.multipliers }

    /// Everything priced at the best multipliers.
    private mutating func atBest() -> PricedPoint {
        let point = pricedBest ?? pricing.priced(at: bestPoint, likely: likely)
        pricedBest = point
        return point
    }

    /// What a plan no worse than `objective` can still use, at the best multipliers.
    mutating func survivors(objective: Double) -> Survivors { atBest().survivors(objective: objective) }

    /// What each placement costs more than not holding its request, at the best multipliers.
    mutating func margins() -> [Float] { atBest().margins }

    /// Goes on from another point, where the bound is higher.
    mutating func proceed(from point: PricedPoint) {
        (bestBound, bestPoint, pricedBest, current) = (point.bound, point.point, point, point.point)
        for at in direction.indices { direction[at] = 0 }
        (stride, stale) = (max(stride, parameters.resumedStride), 0)
    }

    /// One round: price, compare, step. `target` is the objective of the best plan known.
    /// - Returns: Whether the bound rose.
    mutating func step(towards target: Double) -> Bool {
        let before = bestBound
        guard let round = price() else { return false }
        let length = max(target - round.bound, parameters.leastLength * target.magnitude + 1e-6)
        move(by: round.stride * length, trips: round.trips)
        return bestBound > before
    }

    /// Prices everything at the current multipliers and measures what that violates. What it has priced is gone when it is over,
    /// unless it is the best: the shares of trips are then moved in place instead of in a copy.
    /// - Returns: The bound, the length of the step in parts of Polyak's, and the trips taken; nil where time was over.
    private mutating func price() -> (bound: Double, stride: Double, trips: [(trip: Int, placement: Int)])? {
        let point = pricing.priced(at: current, likely: likely)
        if point.bound == -.infinity { return nil }
        likely = point.placement
        rounds += 1
        if point.bound > bestBound {
            if point.bound - bestBound > parameters.leastGain * point.bound.magnitude { stale = 0 }
            (bestBound, bestPoint, pricedBest) = (point.bound, current, point)
        }
        stale += 1
        if stale > patience {
            stride *= parameters.shrinking
            stale = 0
            current = bestPoint
        }
        for request in held.indices {
            held[request] += parameters.heldFading * ((point.holds(request) ? 1 : 0) - held[request])
        }
        separate()
        point.measureViolation(of: pricing.rows, &violation)
        return (point.bound, stride, point.trips)
    }

    private mutating func move(by length: Double, trips: [(trip: Int, placement: Int)]) {
        let rows = pricing.rows
        var norm = 0.0
        for at in violation.indices {
            // A rule that is kept at price 0 asks for nothing.
            if current.multipliers.value[at] <= 0 && violation[at] < 0 && direction[at] <= 0 {
                direction[at] = 0
                continue
            }
            let it = violation[at] / rows.scale[at] + parameters.deflection * direction[at]
            direction[at] = it
            norm += it * it
        }
        if norm < 1e-18 { return }
        let step = length / norm
        for at in direction.indices where direction[at] != 0 {
            current.multipliers.value[at] = min(
                max(0, current.multipliers.value[at] + step * direction[at] / rows.scale[at]), rows.ceiling[at])
        }
        shift(trips, step)
    }

    /// Moves the cost of trips towards the sessions that take them.
    private mutating func shift(_ trips: [(trip: Int, placement: Int)], _ step: Double) {
        let instance = pricing.instance
        let travelPrice = current.multipliers.value[pricing.rows.sections.fund(instance.tables.travelFund)]
        let kmPoints = instance.tables.kmPoints + travelPrice * instance.tables.kmYuan
        for (trip, placement) in trips {
            let points = current.trips.length(of: trip) * kmPoints
            if points > 1e-9 {
                let amount = min(parameters.longestTripStep, parameters.tripPace * step / points)
                current.trips.shift(trip, towards: instance.placements[placement], amount: amount)
            }
        }
    }
}

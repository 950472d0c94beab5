/// Raises the Lagrangian bound by deflected subgradient steps (Held, Wolfe, Crowder 1974; Camerini, Fratta, Maffioli
/// 1975) of Polyak's length towards the objective of the best plan.
struct LagrangianAscent: Sendable {
    private(set) var pricing: Pricing
    /// The multipliers that gave `bestBound`.
    private(set) var best: Multipliers
    /// The trip shares that gave `bestBound`.
    private(set) var bestTrips: TripShares
    /// The best bound, points.
    private(set) var bestBound = -Double.infinity
    /// Rounds done.
    private(set) var rounds = 0
    private var current: Multipliers
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
    private(set) var priced: (multipliers: Multipliers, trips: TripShares)?
    /// Where the phase with funds kept begins, if an earlier ascent has been there.
    private var resumed: (multipliers: Multipliers, trips: TripShares)?

    /// An ascent from nothing, or from what another one came to.
    init(
        _ instance: Instance, _ parameters: AscentParameters = AscentParameters(), from start: DualStart? = nil,
        deadline: Deadline = .never
    ) {
        self.parameters = parameters
        patience = parameters.patience
        let rules = RelaxedRules(instance)
        pricing = Pricing(instance, rules: rules, deadline: deadline)
        current = Multipliers(layout: rules.layout)
        best = current
        bestTrips = pricing.trips
        violation = Array(repeating: 0, count: rules.layout.count)
        direction = violation
        funds = FundCovers(instance, RequestCharges(instance, deadline: deadline))
        held = Array(repeating: 0, count: instance.requestCount)
        add(funds.rounded())
        if let start { resume(start) }
    }

    private mutating func resume(_ start: DualStart) {
        let carrier = DualCarrier(start, to: pricing.instance, leastCharges: funds.least)
        add(carrier.covers.compactMap { $0 })
        let trips = pricing.trips
        func phase(_ phase: DualStart.Phase) -> (multipliers: Multipliers, trips: TripShares) {
            (carrier.multipliers(phase, pricing.rules), carrier.trips(phase, onto: trips))
        }
        (current, pricing.trips) = phase(start.priced)
        (best, bestTrips) = (current, pricing.trips)
        resumed = start.kept.map(phase)
        stride = parameters.resumedStride
    }

    /// What the ascent knows by now.
    var duals: DualStart {
        let now = (multipliers: best, trips: bestTrips)
        return DualStart(pricing, leastCharges: funds.least, priced: priced ?? now, kept: keepsFunds ? now : nil)
    }

    private mutating func add(_ cuts: [FundCover]) {
        let known = pricing.rules.covers
        pricing.add(cuts.filter { !known.contains($0) })
        let count = pricing.rules.limit.count
        current.extend(to: count)
        best.extend(to: count)
        violation.append(contentsOf: repeatElement(0, count: count - violation.count))
        direction.append(contentsOf: repeatElement(0, count: count - direction.count))
    }

    /// Cover cuts that the averaged relaxed plan violates (Barahona and Anbil's volume algorithm, 2000, takes such an
    /// average for the primal solution).
    private mutating func separate() {
        let interval = parameters.separationInterval
        guard rounds % interval == 0, rounds >= 2 * interval, separations < parameters.separationLimit
        else { return }
        let known = pricing.rules.covers.count
        add(funds.violated(held: held, by: parameters.coverViolation))
        // Known ones are found violated again and again.
        guard pricing.rules.covers.count > known else { return }
        separations += 1
        stride = max(stride, parameters.separationStride)
    }

    /// Whether funds are kept as knapsacks.
    private(set) var keepsFunds = false

    /// Goes on with the limits of funds kept as knapsacks (see `Pricing.keepFunds`).
    mutating func keepFunds() {
        priced = (best, bestTrips)
        keepsFunds = true
        if pricing.keepFunds() {
            for knapsack in pricing.knapsacks where knapsack.fund != pricing.instance.travelFund {
                // A limit that is kept needs no price: at any other prices, 0 gives the best bound.
                best.value[best.layout.fund + knapsack.fund] = 0
            }
            current = best
            pricing.trips = bestTrips
            (stride, stale, patience) = (1, 0, parameters.patienceWithFunds)
        }
        guard var resumed else { return }
        resumed.multipliers.extend(to: current.value.count)
        let here = (bound: pricing.bound(at: current), trips: pricing.trips)
        pricing.trips = resumed.trips
        // What an earlier ascent ended with may be far off after many changes.
        guard pricing.bound(at: resumed.multipliers) >= here.bound else { return pricing.trips = here.trips }
        current = resumed.multipliers
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
        other.pricing.trips = bestTrips
        (other.current, other.bestBound) = (best, -.infinity)
        (other.stride, other.stale) = (parameters.transferredStride, 0)
        return other
    }

    /// What a plan no worse than `objective` can still use, at the best multipliers.
    mutating func survivors(objective: Double) -> Survivors {
        pricing.trips = bestTrips
        let bound = pricing.bound(at: best)
        return pricing.survivors(at: best, bound: bound, objective: objective)
    }

    /// What each placement costs more than not holding its request, at the best multipliers; to be asked for right after a
    /// step that raised the bound.
    mutating func margins() -> [Float] { pricing.margins(at: best) }

    /// Goes on from other multipliers and trip shares, at which the bound is higher.
    mutating func proceed(from multipliers: Multipliers, _ trips: TripShares, bound: Double) {
        (bestBound, best, bestTrips, current) = (bound, multipliers, trips, multipliers)
        pricing.trips = trips
        for at in direction.indices { direction[at] = 0 }
        (stride, stale) = (max(stride, parameters.resumedStride), 0)
    }

    /// One round: price, compare, step. `target` is the objective of the best plan known.
    /// - Returns: Whether the bound rose.
    mutating func step(towards target: Double) -> Bool {
        let bound = pricing.bound(at: current)
        if bound == -.infinity { return false }
        rounds += 1
        let improved = bound > bestBound
        if improved {
            if bound - bestBound > parameters.leastGain * bound.magnitude { stale = 0 }
            bestBound = bound
            best = current
            bestTrips = pricing.trips
        }
        stale += 1
        if stale > patience {
            stride *= parameters.shrinking
            stale = 0
            current = best
            pricing.trips = bestTrips
        }
        for request in held.indices {
            held[request] += parameters.heldFading * ((pricing.holds(request) ? 1 : 0) - held[request])
        }
        separate()
        pricing.measureViolation(&violation)
        move(by: stride * max(target - bound, parameters.leastLength * target.magnitude + 1e-6))
        return improved
    }

    private mutating func move(by length: Double) {
        let rules = pricing.rules
        var norm = 0.0
        for at in violation.indices {
            // A rule that is kept at price 0 asks for nothing.
            if current.value[at] <= 0 && violation[at] < 0 && direction[at] <= 0 {
                direction[at] = 0
                continue
            }
            let it = violation[at] / rules.scale[at] + parameters.deflection * direction[at]
            direction[at] = it
            norm += it * it
        }
        if norm < 1e-18 { return }
        let step = length / norm
        for at in direction.indices where direction[at] != 0 {
            current.value[at] = min(
                max(0, current.value[at] + step * direction[at] / rules.scale[at]), rules.ceiling[at])
        }
        shiftTrips(step)
    }

    private mutating func shiftTrips(_ step: Double) {
        let instance = pricing.instance
        let travelPrice = current.value[pricing.rules.layout.fund + instance.travelFund]
        let kmPoints = instance.kmPoints + travelPrice * instance.kmYuan
        for request in 0..<instance.requestCount where pricing.holds(request) {
            let it = instance.placements[Int(pricing.placement[request])]
            for place in instance.crewStarts[request]..<instance.crewStarts[request + 1] {
                let trip = Int(pricing.trips.trip[Int(pricing.crewCandidate[place])])
                guard trip >= 0 else { continue }
                let points = pricing.trips.length(of: trip) * kmPoints
                if points > 1e-9 {
                    let amount = min(parameters.longestTripStep, parameters.tripPace * step / points)
                    pricing.trips.shift(trip, towards: it, amount: amount)
                }
            }
        }
    }
}

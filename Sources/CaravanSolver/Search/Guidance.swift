/// How insertions of an iteration are priced: what money and scarce time are worth, and how much that counts.
struct Guidance: Sendable {
    /// Points per yuan that the search has learnt by itself; until the dual worker knows better.
    private var learned: [Double]
    /// What the finder reckons with: changed only when it is off by more than a little, since every change costs time.
    private var told: [Double]
    private var duals: DualPrices?
    private let instance: Instance
    private let parameters: SearchParameters

    init(_ instance: Instance, _ parameters: SearchParameters) {
        self.instance = instance
        self.parameters = parameters
        learned = Array(repeating: 0, count: instance.fundLimit.count)
        told = learned
    }

    /// Takes over prices of the dual worker; they replace those learned by the search.
    mutating func adopt(_ prices: DualPrices, for finder: inout InsertionFinder) {
        duals = prices
        let isNear = zip(prices.money, told).allSatisfy { abs($0 - $1) <= 0.02 * max($0, $1) }
        if !isNear { told = prices.money }
        finder.adopt(prices, repricingMoney: !isNear)
    }

    /// Sets the prices of the next iteration. With duals sessions pay for about all that they take, a little more or less
    /// by chance; prices that the search has learnt are rough, so they count less.
    mutating func apply(to finder: inout InsertionFinder, _ schedule: borrowing Schedule, _ random: inout RandomStream)
    {
        if duals != nil {
            finder.moneyLevel = CrewPools.full + random.below(CrewPools.levels.count - CrewPools.full)
            finder.scarcity =
                Float(parameters.leastScarcity) + Float(parameters.scarcitySpread) * Float(random.unit())
            finder.prospects.reach = reach(finder.prospects, schedule, &random)
        } else {
            learn(schedule, for: &finder)
            finder.moneyLevel = random.below(3) == 0 ? 0 : random.below(CrewPools.levels.count)
            finder.scarcity = 0
        }
    }

    /// Some times the excess that a session of the plan has on average, now and then anything.
    private func reach(
        _ prospects: Prospects, _ schedule: borrowing Schedule, _ random: inout RandomStream
    ) -> Float {
        let share = (schedule.objective - prospects.bound) / Double(instance.requestCount)
        guard share.isFinite, random.below(parameters.anywhereEvery) > 0 else { return .infinity }
        return Float(
            max(parameters.reach * share, parameters.leastReach * instance.typicalValue) * random.exponential())
    }

    /// Prices rise while a fund is nearly used up and fall while it is not.
    private mutating func learn(_ schedule: borrowing Schedule, for finder: inout InsertionFinder) {
        for fund in learned.indices {
            let short = schedule.spent[fund] > parameters.shortFund * instance.fundLimit[fund]
            let pace = parameters.pricePace
            learned[fund] = short ? min(max(learned[fund], 1e-3) * (1 + pace), 1) : learned[fund] * (1 - pace)
        }
        if zip(learned, told).contains(where: { abs($0 - $1) > 0.05 * max($0, $1) }) {
            told = learned
            finder.adopt(DualPrices(instance, money: learned), repricingMoney: true)
        }
    }
}

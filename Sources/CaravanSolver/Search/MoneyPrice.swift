/// What a yuan of each fund is worth while sessions are put in: where a fund binds, a session must be worth its money.
struct MoneyPrice: Sendable {
    private var price: [Double]
    private var fromDuals = false

    init(_ instance: Instance) { price = Array(repeating: 0, count: instance.fundLimit.count) }

    /// Takes over prices of the dual lane, points per yuan; they replace those learned by the search.
    mutating func adopt(_ duals: [Double]) {
        price = duals
        fromDuals = true
    }

    /// Sets the prices of the next iteration: the learned ones times a random factor, often none at all.
    mutating func apply(to finder: inout InsertionFinder, _ schedule: borrowing Schedule, _ random: inout RandomStream)
    {
        if !fromDuals { learn(schedule) }
        let factor = random.below(3) == 0 ? 0 : random.unit() * 1.1
        for fund in price.indices { finder.moneyPrice[fund] = price[fund] * factor }
    }

    /// Prices rise while a fund is nearly used up and fall while it is not.
    private mutating func learn(_ schedule: borrowing Schedule) {
        let instance = schedule.instance
        for fund in price.indices {
            let short = schedule.spent[fund] > 0.97 * instance.fundLimit[fund]
            price[fund] = short ? min(max(price[fund], 1e-3) * 1.01, 1) : price[fund] * 0.99
        }
    }
}

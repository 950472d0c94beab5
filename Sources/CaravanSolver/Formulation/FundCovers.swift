import CaravanCore

/// Requests of one fund that cannot all be paid for: `Σ coefficients · held ≤ most`.
struct FundCover: Sendable, Equatable {
    /// The fund.
    let fund: Int
    /// Numbers of the requests.
    let requests: [Int]
    /// How much each counts, at least 1.
    let coefficients: [Double]
    /// What the counts may sum to.
    let most: Double

    /// The row over the columns of unheld requests, to be bounded by `most` from above.
    func row(_ columns: FormulationColumns) -> SparseRow {
        var row = SparseRow()
        for (request, coefficient) in zip(requests, coefficients) {
            row.add(constant: coefficient)
            row.add(-coefficient, columns.unheld(request))
        }
        return row
    }

    /// By how much a point exceeds `most`.
    func violation(_ held: [Double]) -> Double {
        zip(requests, coefficients).reduce(-most) { $0 + $1.1 * held[$1.0] }
    }
}

/// Cuts over requests from each fund's limit, read as a knapsack of least charges (H8).
///
/// Funds are what makes the linear relaxation of a week weak: it pays for nine tenths of a request. Being rows over
/// requests alone, these cuts serve any program with a column or row a request, sessions as columns included.
struct FundCovers: Sendable {
    private struct Knapsack {
        let fund: Int
        let limit: Double
        /// Requests with their least charges, dearest first.
        let items: [(request: Int, yuan: Double)]
    }

    private let knapsacks: [Knapsack]
    /// Least charge of each request, yuan, on which the cuts rest.
    let least: [Double]

    init(_ instance: Instance, _ charges: RequestCharges) {
        least = charges.least
        var items = [[(request: Int, yuan: Double)]](repeating: [], count: instance.fundLimit.count)
        for request in 0..<instance.requestCount {
            let yuan = charges.least[request]
            guard yuan.isFinite, yuan > 0, !charges.exceedsLimit(request) else { continue }
            items[instance.tables.fund[request]].append((request, yuan))
        }
        knapsacks = items.enumerated().compactMap { fund, items in
            let limit = instance.fundLimit[fund] + HardLimit.yuan
            guard items.reduce(0, { $0 + $1.yuan }) > limit else { return nil }
            return Knapsack(
                fund: fund, limit: limit, items: items.sorted { ($1.yuan, $0.request) < ($0.yuan, $1.request) })
        }
    }

    /// Cuts known beforehand: charges divided by the limit's (k+1)th part and rounded down sum to at most k. These are the
    /// dual feasible functions u⁽ᵏ⁾ of Fekete and Schepers (Mathematical Programming 91, 2001).
    func rounded(upTo order: Int = 8) -> [FundCover] {
        knapsacks.flatMap { knapsack -> [FundCover] in
            (1...order).compactMap { k in
                let counts = knapsack.items.map { item in
                    (item.request, (item.yuan * Double(k + 1) / knapsack.limit - 1e-9).rounded(.down))
                }.filter { $0.1 >= 1 }
                guard counts.reduce(0, { $0 + $1.1 }) > Double(k) else { return nil }
                return FundCover(
                    fund: knapsack.fund, requests: counts.map(\.0), coefficients: counts.map(\.1), most: Double(k))
            }
        }
    }

    /// Lifted cover inequalities that a fractional point violates, at most a few a fund.
    ///
    /// Covers are found greedily in several orders, made minimal, and lifted one request at a time (Balas, Mathematical
    /// Programming 8, 1975; Gu, Nemhauser and Savelsbergh, INFORMS J. Computing 10, 1998).
    /// - Parameter held: For each request how much of it is held, 0…1.
    func violated(held: [Double], by tolerance: Double = 1e-4) -> [FundCover] {
        knapsacks.flatMap { knapsack -> [FundCover] in
            var found: [FundCover] = []
            for cover in covers(knapsack, held) {
                let cut = lift(cover, knapsack, held)
                if cut.violation(held) > tolerance && !found.contains(cut) { found.append(cut) }
            }
            return found
        }
    }

    /// Minimal covers, as positions among the items.
    private func covers(_ knapsack: Knapsack, _ held: [Double]) -> [[Int]] {
        let items = knapsack.items
        let orders: [(Int) -> Double] = [
            { 1 - held[items[$0].request] },
            { (1 - held[items[$0].request]) / items[$0].yuan },
            { -held[items[$0].request] * items[$0].yuan },
        ]
        return orders.compactMap { rank in
            var cover: [Int] = []
            var yuan = 0.0
            for (position, _) in items.indices.map({ ($0, rank($0)) }).sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
                if yuan > knapsack.limit { break }
                cover.append(position)
                yuan += items[position].yuan
            }
            guard yuan > knapsack.limit else { return nil }
            for position in cover.sorted(by: { held[items[$0].request] < held[items[$1].request] })
            where yuan - items[position].yuan > knapsack.limit {
                yuan -= items[position].yuan
                cover.removeAll { $0 == position }
            }
            return cover
        }
    }

    /// Sequential lifting: what each further request must count is the most minus what still fits beside it.
    private func lift(_ cover: [Int], _ knapsack: Knapsack, _ held: [Double]) -> FundCover {
        let items = knapsack.items
        let most = cover.count - 1
        var counts = cover.map { ($0, 1) }
        // lightest[v]: the least charge of requests that count v or more.
        var lightest = [0.0] + [Double](repeating: .infinity, count: most)
        func take(_ yuan: Double, _ count: Int) {
            for value in stride(from: most, through: 1, by: -1) {
                lightest[value] = min(lightest[value], lightest[max(0, value - count)] + yuan)
            }
        }
        for position in cover { take(items[position].yuan, 1) }
        let others = items.indices.filter { !cover.contains($0) }
            .sorted { (held[items[$1].request], $0) < (held[items[$0].request], $1) }
        for position in others {
            let room = knapsack.limit - items[position].yuan
            let beside = lightest.lastIndex { $0 <= room } ?? 0
            let count = most - beside
            if count < 1 { continue }
            counts.append((position, count))
            take(items[position].yuan, count)
        }
        counts.sort { $0.0 < $1.0 }
        return FundCover(
            fund: knapsack.fund, requests: counts.map { items[$0.0].request },
            coefficients: counts.map { Double($0.1) }, most: Double(most))
    }
}

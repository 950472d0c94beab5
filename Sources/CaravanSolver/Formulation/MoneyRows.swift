/// Rows of H8 about money.
extension FormulationBuilder {
    /// A fund's charges stay within its limit.
    ///
    /// What every session of a request charges at least is charged through `1 − unheld`, and only what a venue or member
    /// costs beyond the cheapest one stays with its column: the same row by H1 and H4, but short, and a knapsack over
    /// requests in which covers show.
    mutating func addMoneyRows() {
        for (fund, row) in moneyRows.enumerated() {
            add(row, upper: instance.fundLimit[fund]) { $0.row("money", $0.fund(fund)) }
        }
    }

    /// What is charged to each fund.
    var moneyRows: [SparseRow] {
        var rows = [SparseRow](repeating: SparseRow(), count: instance.fundLimit.count)
        for request in 0..<instance.requestCount where !instance.ofRequest[request].isEmpty {
            addCharges(of: request, to: &rows[instance.tables.fund[request]])
        }
        for (position, trip) in columns.trips.enumerated() {
            let yuan = instance.tables.tripKm(Int(trip.member), Int(trip.township)) * instance.tables.kmYuan
            rows[instance.tables.travelFund].add(yuan, columns.trip(position))
        }
        return rows
    }

    private func addCharges(of request: Int, to row: inout SparseRow) {
        let placements = instance.ofRequest[request].map { instance.placements[$0] }
        let venues = placements.flatMap { instance.venues($0) }
        let cheapest = venues.map { venueYuan($0) }.min() ?? 0
        var always = instance.tables.requestYuan[request] + cheapest
        for at in venues { row.add(venueYuan(at) - cheapest, columns.session(at)) }
        for (need, count) in instance.tables.needCounts[request].enumerated() {
            let duties = placements.flatMap { instance.candidates($0, need: need) }
            let lowest = duties.map { fee($0) }.min() ?? 0
            always += lowest * Double(count)
            for at in duties { row.add(fee(at) - lowest, columns.duty(at)) }
        }
        row.add(constant: always)
        row.add(-always, columns.unheld(request))
    }

    private func venueYuan(_ candidate: Int) -> Double {
        instance.tables.venueYuan[Int(instance.venueCandidates[candidate].venue)]
    }

    private func fee(_ candidate: Int) -> Double {
        instance.tables.fee[Int(instance.memberCandidates[candidate].member)]
    }

    /// Which requests a fund can pay for together, from their least charges alone.
    mutating func addFundCovers(_ covers: FundCovers) {
        for (number, cover) in covers.rounded().enumerated() {
            add(cover.row(columns), upper: cover.most) { $0.row("cover", $0.fund(cover.fund), $0.number(number)) }
        }
    }
}

extension HeldSessions {
    /// H14: the held sessions of a series stand in order, at their distances, and share what they should.
    func checkSeries(_ log: inout ViolationLog) {
        for series in week.series {
            let held = series.requests.compactMap(session(of:))
            if series.all && !held.isEmpty && held.count < series.requests.count {
                log.add(
                    .H14, .seriesIncomplete(series.id, held: held.count, of: series.requests.count), of: ids(held))
            }
            for (before, after) in zip(held, held.dropFirst()) { checkGap(series, before, after, &log) }
            for what in series.same where !agree(held, in: what) {
                log.add(.H14, .seriesDiffers(series.id, what), of: ids(held))
            }
        }
    }

    private func ids(_ held: [HeldSession]) -> [String] { held.map(\.session.request) }

    private func checkGap(
        _ series: Series, _ before: HeldSession, _ after: HeldSession, _ log: inout ViolationLog
    ) {
        let id = before.session.request
        let dates = after.time.dates.lowerBound - (before.time.dates.upperBound - 1)
        if before.time.end > after.time.start {
            log.add(.H14, .seriesOrder(series.id, before: id), of: [after.session.request])
        } else if dates < series.least || dates > series.most ?? dates {
            log.add(.H14, .seriesGap(series.id, before: id, dates: dates), of: [after.session.request])
        }
    }

    private func agree(_ held: [HeldSession], in what: Series.Sharing) -> Bool {
        func one(_ values: some Sequence<some Hashable>) -> Bool { Set(values.map { AnyHashable($0) }).count <= 1 }
        return switch what {
        case .township: one(held.map { Name($0.session.township) })
        case .venue: one(held.map { Name($0.session.venue) })
        case .slot: one(held.map { $0.time.start % week.calendar.slotsPerDate })
        case .pool(let pool): one(held.map { Set($0.crew.filter { week.members[$0].pool == pool }) })
        }
    }
}

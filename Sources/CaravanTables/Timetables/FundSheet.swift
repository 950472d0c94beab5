import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// What each fund pays: a row a session and a row a trip (H8), under them the sum, the limit and what is left.
struct FundSheet {
    private let sheets: PlanSheets
    private var week: Week { sheets.week }

    init(_ sheets: PlanSheets) { self.sheets = sheets }

    private struct Trip: Hashable {
        let member: Int
        let date: String
        let township: Int
    }

    var sheet: OutputSheet {
        let headings: [any Sayable] = [
            PlanHeading.fund, PlanHeading.fundName, Word.date, PlanHeading.item, PlanHeading.townshipName,
            PlanHeading.cost, PlanHeading.venueCost, PlanHeading.fees, PlanHeading.trips, Word.total,
            Word.allowance, Word.left,
        ]
        let held = PlannedSession.all(of: sheets.plan, in: week)
        let byFund = Dictionary(grouping: held, by: \.request.fund)
        let money = MoneyReport(week: week, plan: sheets.plan).rows
        var sheet = sheets.output(
            .funds, headings,
            week.funds.indices.map { number in
                var rows = (byFund[number] ?? []).map { row(of: $0, number) }
                if number == week.travel.fund { rows += trips(held).map { row(of: $0, number) } }
                return rows + [total(money[number], number)]
            })
        let name = OutputCell.text(Word.total[sheets.language])
        sheet.sums = Set(sheet.rows.indices.filter { sheet.rows[$0][2] == .empty && sheet.rows[$0][3] == name })
        return sheet
    }

    private func start(_ fund: Int) -> [OutputCell] { [.text(week.funds[fund].id), .text(week.funds[fund].name)] }

    private func row(of held: PlannedSession, _ fund: Int) -> [OutputCell] {
        let venue = held.venue.map { week.venues[$0].cost } ?? 0
        let fees = held.crew.reduce(0) { $0 + week.members[$1].fee }
        return start(fund) + [
            .date(held.date), sheets.title(held), .text(week.townshipName(held.township)), .money(held.request.cost),
            .money(venue), .money(fees), .empty, .money(held.request.cost + venue + fees), .empty, .empty,
        ]
    }

    /// Trips in the order of time, each once however many sessions it serves.
    private func trips(_ held: [PlannedSession]) -> [Trip] {
        var (trips, seen): ([Trip], Set<Trip>) = ([], [])
        for session in held {
            for member in session.crew where week.members[member].base != session.township {
                let trip = Trip(member: member, date: session.date.text, township: session.township)
                if seen.insert(trip).inserted { trips.append(trip) }
            }
        }
        return trips
    }

    private func row(of trip: Trip, _ fund: Int) -> [OutputCell] {
        let km = week.tripKm(member: trip.member, to: trip.township)
        let yuan = km * week.travel.costPerKm
        let item = PlanHeading.trip(week.memberName(trip.member), fixedDecimal(km, places: 1))
        return start(fund) + [
            CivilDate(trip.date).map { .date($0) } ?? .empty, .text(item[sheets.language]),
            .text(week.townshipName(trip.township)), .empty, .empty, .empty, .money(yuan), .money(yuan), .empty, .empty,
        ]
    }

    private func total(_ money: MoneyReport.Row, _ fund: Int) -> [OutputCell] {
        start(fund) + [
            .empty, .text(Word.total[sheets.language]), .empty, .empty, .empty, .empty, .money(money.trips),
            .money(money.charged), .money(money.limit), .money(money.left),
        ]
    }
}

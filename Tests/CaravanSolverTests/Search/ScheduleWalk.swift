import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

/// Puts sessions into a schedule and takes them out at random, as the search does, with all that can be undone.
struct ScheduleWalk {
    let instance: Instance
    var schedule: Schedule
    private var journal = Journal()
    private var finder: InsertionFinder
    private var ruin = Ruin(sample: 96)
    private var recreate: Recreate
    private var random: RandomStream

    init(_ instance: Instance, seed: UInt64) {
        self.instance = instance
        schedule = Schedule(instance)
        finder = InsertionFinder(instance)
        recreate = Recreate(instance)
        random = RandomStream(seed: seed)
    }

    /// One step of any kind; now and then everything since the last commit is undone, and must be as it was.
    mutating func step() {
        let before = schedule
        for _ in 0...random.below(4) { change() }
        switch random.below(3) {
        case 0:
            journal.rollBack(&schedule)
            expectSame(schedule, before)
        case 1:
            let (mark, there) = (journal.mark, schedule)
            change()
            journal.rollBack(&schedule, to: mark)
            expectSame(schedule, there)
            journal.commit()
        default: journal.commit()
        }
    }

    private mutating func change() {
        switch random.below(5) {
        case 0, 1: insert()
        case 2: remove()
        case 3:
            finder.blink = 0.1
            finder.adopt(.random(instance, &random), repricingMoney: true)
            finder.moneyLevel = random.below(CrewPools.levels.count)
            finder.scarcity = Float(random.unit())
            finder.prospects.reach = random.below(2) == 0 ? .infinity : Float(40 * random.unit())
            insert()
        default:
            let neighbourhood = Neighbourhood.allCases[random.below(Neighbourhood.allCases.count)]
            let wanted = ruin.apply(
                neighbourhood, count: 1 + random.below(5), among: finder.prospects, to: &schedule, &journal, &random)
            if random.below(2) == 0 { recreate.apply(&schedule, &journal, others: 3, wanted: wanted, &random) }
        }
    }

    private mutating func insert() {
        let unheld = schedule.order.count - schedule.heldCount
        guard unheld > 0 else { return }
        let request = Int(schedule.order[schedule.heldCount + random.below(unheld)])
        let before = schedule.objective
        guard let found = finder.best(request, in: schedule, &random) else { return }
        journal.insert(found, crew: finder.crew, into: &schedule)
        #expect(abs(schedule.objective - before - found.delta) < 1e-6, "an insertion promises its change exactly")
    }

    private mutating func remove() {
        guard schedule.heldCount > 0 else { return }
        journal.remove(Int(schedule.order[random.below(schedule.heldCount)]), from: &schedule)
    }

    private func expectSame(_ now: Schedule, _ before: Schedule) {
        #expect(now.placed == before.placed && now.heldCount == before.heldCount && now.missing == before.missing)
        #expect(now.assignments == before.assignments)
        #expect(now.memberAt == before.memberAt && now.memberDay == before.memberDay)
        #expect(now.memberWeek == before.memberWeek && now.days == before.days && now.visits == before.visits)
        #expect(now.venueAt == before.venueAt && now.audienceAt == before.audienceAt)
        #expect(now.measured == before.measured)
        #expect(zip(now.spent, before.spent).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(abs(now.objective - before.objective) < 1e-6)
    }
}

extension DualPrices {
    /// Prices of everything, some of them 0.
    static func random(_ instance: Instance, _ random: inout RandomStream) -> DualPrices {
        var multipliers = Multipliers(instance.rows)
        for at in multipliers.value.indices where random.below(3) == 0 { multipliers.value[at] = random.unit() * 20 }
        for fund in instance.fundLimit.indices { multipliers.value[instance.rows.sections.fund(fund)] *= 0.005 }
        var prices = DualPrices(instance, multipliers)
        let margins = instance.placements.map { _ in Float(60 * random.unit() - 20) }
        prices.prospects = Prospects(instance, margins: margins, bound: 0)
        return prices
    }
}

/// The checker finds no breach in a schedule, but demanded sessions that are not in yet, and the same objective.
func expectChecked(
    _ schedule: Schedule, baseline: Plan? = nil, freeze: String? = nil, _ comment: Comment? = nil
) {
    let week = schedule.instance.week
    let plan = Plan(week: week.id, sessions: schedule.assignments.map(schedule.instance.session))
    let report = Checker(week: week).check(plan, baseline: baseline, freeze: freeze)
    let excused: Set<Rule> = schedule.missing == 0 ? [] : [.H11, .H12]
    let breaches = report.violations.filter { !excused.contains($0.rule) }
    #expect(breaches.isEmpty, comment)
    #expect(abs(report.terms.total - schedule.objective) <= 1e-6 * max(1, report.terms.total), comment)
}

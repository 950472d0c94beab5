/// Puts sessions into a schedule greedily, one request after the other, each at its cheapest.
struct Recreate {
    var finder: InsertionFinder
    private var list: [Int32] = []
    private var keys: [Double] = []

    init(_ instance: Instance, deadline: Deadline = .never) {
        finder = InsertionFinder(instance, deadline: deadline)
        list.reserveCapacity(512)
        keys.reserveCapacity(512)
    }

    /// In which order requests are tried.
    enum Order: Int, CaseIterable {
        case random, value, valuePerYuan, fewestPlacements
    }

    /// Tries the requests taken out, some others that are not held, and first of all `wanted`.
    mutating func apply(
        _ schedule: inout Schedule, _ journal: inout Journal, others: Int, wanted: Ruin.Wanted?,
        _ random: inout RandomStream
    ) {
        list.removeAll(keepingCapacity: true)
        journal.removed(into: &list)
        let unheld = schedule.order.count - schedule.heldCount
        for _ in 0..<min(others, unheld) {
            list.append(Int32(finder.prospects.unheldRequest(in: schedule, &random)))
        }
        sort(schedule.instance, &random)
        if let wanted { admit(wanted, into: &schedule, &journal, &random) }
        insertAll(&schedule, &journal, &random)
        fillUp(&schedule, &journal, &random)
    }

    /// What was not worth its full price may still be worth the money and time that are left over.
    private mutating func fillUp(_ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream) {
        finder.moneyLevel = random.below(CrewPools.full)
        finder.scarcity = 0
        insertAll(&schedule, &journal, &random)
    }

    /// Tries every request that is not held: construction, and the last polish of a plan.
    /// - Parameter deadline: When it is over the others are left out.
    mutating func complete(
        _ schedule: inout Schedule, _ journal: inout Journal, until deadline: Deadline, _ random: inout RandomStream
    ) {
        list.removeAll(keepingCapacity: true)
        list.append(contentsOf: schedule.order[schedule.heldCount...])
        sort(schedule.instance, by: .valuePerYuan, &random)
        for _ in 0..<2 {
            for position in list.indices {
                insert(Int(list[position]), into: &schedule, &journal, &random)
                if deadline.isOver { return }
            }
        }
    }

    private mutating func insertAll(_ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream)
    {
        for position in list.indices { insert(Int(list[position]), into: &schedule, &journal, &random) }
    }

    /// Puts in a request that room was made for, worth its points or not: the search judges.
    private mutating func admit(
        _ wanted: Ruin.Wanted, into schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        let mark = journal.mark
        let chain = insertChain(wanted.request, leavingRoomAt: wanted.start, .max, &schedule, &journal, &random)
        if chain == nil { journal.rollBack(&schedule, to: mark) }
    }

    private mutating func insert(
        _ request: Int, into schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        if schedule.isHeld(request) { return }
        let mark = journal.mark
        let instance = schedule.instance
        if !instance.mustHold[request], instance.tables.predecessors[request].isEmpty {
            let worth = instance.unheldCost[request]
            guard let found = finder.best(request, below: worth, in: schedule, &random) else { return }
            journal.insert(found, crew: finder.crew, into: &schedule)
            return
        }
        let gain = insertChain(request, leavingRoomAt: nil, .max, &schedule, &journal, &random)
        let worth = gain.map { $0 < 0 || instance.mustHold[request] } ?? false
        if !worth { journal.rollBack(&schedule, to: mark) }
    }

    /// Puts in a request after all that it waits for and that is not held (H9).
    /// - Returns: the change of the score of the whole chain, nil where a part of it could not be put in.
    private mutating func insertChain(
        _ request: Int, leavingRoomAt start: Int?, _ end: Int, _ schedule: inout Schedule, _ journal: inout Journal,
        _ random: inout RandomStream
    ) -> Double? {
        var gain = 0.0
        var deadline = start
        for before in schedule.instance.tables.predecessors[request] where !schedule.isHeld(before) {
            // All that comes before leaves room for one and the same placement of this request.
            let latest = deadline ?? randomStart(of: request, endingBy: end, schedule.instance, &random)
            deadline = latest
            guard let part = insertChain(before, leavingRoomAt: nil, min(end, latest), &schedule, &journal, &random)
            else { return nil }
            gain += part
        }
        guard let found = finder.best(request, endingBy: end, in: schedule, &random) else { return nil }
        journal.insert(found, crew: finder.crew, into: &schedule)
        return gain + found.score - schedule.instance.unheldCost[request]
    }

    private func randomStart(
        of request: Int, endingBy end: Int, _ instance: Instance, _ random: inout RandomStream
    ) -> Int {
        let range = instance.ofRequest[request]
        for _ in 0..<8 where !range.isEmpty {
            let placement = instance.placements[range.lowerBound + random.below(range.count)]
            if Int(placement.end) <= end { return Int(placement.start) }
        }
        return end
    }

    private mutating func sort(_ instance: Instance, _ random: inout RandomStream) {
        let order = Order.allCases[random.below(Order.allCases.count)]
        sort(instance, by: order, &random)
    }

    private mutating func sort(_ instance: Instance, by order: Order, _ random: inout RandomStream) {
        keys.removeAll(keepingCapacity: true)
        for request in list {
            let r = Int(request)
            let key =
                switch order {
                case .random: random.unit()
                case .value: -instance.unheldCost[r] * (0.8 + 0.4 * random.unit())
                case .valuePerYuan:
                    -instance.unheldCost[r] / (instance.tables.requestYuan[r] + 100) * (0.8 + 0.4 * random.unit())
                case .fewestPlacements: Double(instance.ofRequest[r].count) * (0.5 + random.unit())
                }
            keys.append(instance.mustHold[r] ? key - 1e12 : key)
        }
        // Insertion sort: the lists of an iteration are short, and nothing is allocated.
        for i in list.indices.dropFirst() {
            var j = i
            while j > 0, keys[j - 1] > keys[j] {
                keys.swapAt(j - 1, j)
                list.swapAt(j - 1, j)
                j -= 1
            }
        }
    }
}

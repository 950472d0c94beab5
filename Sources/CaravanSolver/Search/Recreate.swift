/// Puts sessions into a schedule greedily, one request after the other, each at its cheapest.
struct Recreate {
    var finder: InsertionFinder
    private var list: [Int32] = []
    private var keys: [Double] = []

    init(_ instance: Instance) {
        finder = InsertionFinder(instance)
        list.reserveCapacity(512)
        keys.reserveCapacity(512)
    }

    /// In which order requests are tried.
    enum Order: Int, CaseIterable {
        case random, value, valuePerYuan, fewestPlacements
    }

    /// Tries the requests taken out, some others that are not held, and first of all `wanted`.
    mutating func apply(
        _ schedule: inout Schedule, _ journal: inout Journal, others: Int, wanted: Int?, _ random: inout RandomStream
    ) {
        list.removeAll(keepingCapacity: true)
        journal.removed(into: &list)
        let unheld = schedule.order.count - schedule.heldCount
        if unheld > 0 {
            for _ in 0..<min(others, unheld) { list.append(schedule.order[schedule.heldCount + random.below(unheld)]) }
        }
        sort(schedule.instance, &random)
        if let wanted { insert(wanted, into: &schedule, &journal, &random) }
        insertAll(&schedule, &journal, &random)
    }

    /// Tries every request that is not held: construction, and the last polish of a plan.
    mutating func complete(_ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream) {
        list.removeAll(keepingCapacity: true)
        list.append(contentsOf: schedule.order[schedule.heldCount...])
        sort(schedule.instance, by: .valuePerYuan, &random)
        insertAll(&schedule, &journal, &random)
        insertAll(&schedule, &journal, &random)
    }

    private mutating func insertAll(_ schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream)
    {
        for position in list.indices { insert(Int(list[position]), into: &schedule, &journal, &random) }
    }

    private mutating func insert(
        _ request: Int, into schedule: inout Schedule, _ journal: inout Journal, _ random: inout RandomStream
    ) {
        if schedule.isHeld(request) { return }
        let instance = schedule.instance
        for before in instance.predecessors[request] where !schedule.isHeld(before) {
            insert(before, into: &schedule, &journal, &random)
            if !schedule.isHeld(before) { return }
        }
        guard let found = finder.best(request, in: schedule, &random) else { return }
        let worth = found.score < instance.unheldCost[request] || instance.mustHold[request]
        if worth { journal.insert(found, crew: finder.crew, into: &schedule) }
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
                    -instance.unheldCost[r] / (instance.requestYuan[r] + 100) * (0.8 + 0.4 * random.unit())
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

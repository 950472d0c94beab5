import CaravanCore

/// The `after` relation (H9), both ways, and what follows from it before any search.
struct Precedence: Sendable {
    /// Requests that must be over before each one.
    let predecessors: [[Int]]
    /// Requests that wait for each one.
    let successors: [[Int]]
    /// Requests that are demanded, or that a demanded one waits for.
    let mustHold: [Bool]
    /// Requests in an order in which predecessors come first; those that wait for themselves, through a cycle, are left out.
    let order: [Int]

    init(week: Week, demanded: Set<Int>) {
        let predecessors = week.requests.map { Array(Set($0.after)).sorted() }
        var successors = [[Int]](repeating: [], count: predecessors.count)
        for (request, before) in predecessors.enumerated() {
            for b in before { successors[b].append(request) }
        }
        var waiting = predecessors.map(\.count)
        var order = waiting.indices.filter { waiting[$0] == 0 }
        var next = 0
        while next < order.count {
            for successor in successors[order[next]] {
                waiting[successor] -= 1
                if waiting[successor] == 0 { order.append(successor) }
            }
            next += 1
        }
        var must = [Bool](repeating: false, count: predecessors.count)
        var pending = demanded.sorted()
        while let request = pending.popLast() {
            if must[request] { continue }
            must[request] = true
            pending.append(contentsOf: predecessors[request])
        }
        self.predecessors = predecessors
        self.successors = successors
        self.order = order
        mustHold = must
    }
}

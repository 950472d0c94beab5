/// How the cost of a member's trip is split over the sessions that it serves.
///
/// A trip is paid once however many sessions it serves (H8). Of one member's sessions in one township on one date, at
/// most one takes a given slot, at most one is of a given request, and at most `maxPerDay` are held at all; each of these
/// gives a row `Σ sessions ≤ trip` or `Σ sessions ≤ maxPerDay · trip`. The multipliers of a trip's rows, each times what
/// its row allows, sum to at most the trip's cost. They are kept as shares of it, so the relaxed trip itself never pays
/// off and drops out of the bound, and a session pays the shares of its slots, of its request and of each session.
struct TripShares: Sendable {
    /// Kilometres that each entry of `Instance.memberCandidates` pays at present: its share of the trip there and back.
    private(set) var km: [Float]
    /// For each entry of `Instance.memberCandidates` the number of its trip; -1 at the member's base.
    let trip: [Int32]
    private let instance: Instance
    /// Kilometres there and back, by trip; rounded down, since a bound must never rest on kilometres that nobody drives.
    private var length: [Float] = []
    /// Sessions that a trip may serve.
    private var most: [Float] = []
    /// The candidates of trip t stand at `firsts[t]..<firsts[t + 1]` of `candidates`, those of a request side by side.
    private var firsts: [Int32]
    private var candidates: [Int32]
    /// The placement of each of `candidates`, and the share of its request.
    private var placements: [Int32]
    private var requestShare: [Float]
    /// Trip × slot of the date.
    private let slots: Grid
    /// By `slots`.
    private var slotShare: [Float]
    /// What each session pays, whatever its slots and request.
    private var eachShare: [Float] = []

    /// Shares of a trip sum to at most this: the margin outweighs the rounding of single precision.
    private static let whole: Float = 1 - 1e-5

    /// - Parameter deadline: When it is over, trips that are not split yet cost nothing.
    init(_ instance: Instance, deadline: Deadline = .never) {
        self.instance = instance
        let count = instance.memberCandidates.count
        var trip = [Int32](repeating: -1, count: count)
        var sizes: [Int32] = []
        let days = Grid(instance.tables.trips.count, by: instance.tables.dateCount)
        var numbers = [Int32](repeating: -1, count: days.count)
        for (index, placement) in instance.placements.enumerated() {
            if index % Self.placementsBetweenLooks == 0, deadline.isOver { break }
            for at in instance.candidates(placement) {
                let member = Int(instance.memberCandidates[at].member)
                if instance.tables.base[member] == placement.township { continue }
                let pair = instance.tables.trips[member, Int(placement.township)]
                let key = days[pair, Int(placement.date)]
                if numbers[key] < 0 {
                    numbers[key] = Int32(sizes.count)
                    sizes.append(0)
                    length.append(Float(instance.tables.tripKm[pair]).nextDown)
                    most.append(Float(instance.mostSessionsADate(member)))
                }
                trip[at] = numbers[key]
                sizes[Int(numbers[key])] += 1
            }
        }
        self.trip = trip
        km = Array(repeating: 0, count: count)
        firsts = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        candidates = Array(repeating: 0, count: Int(firsts[sizes.count]))
        placements = candidates
        requestShare = Array(repeating: 0, count: candidates.count)
        slots = Grid(sizes.count, by: instance.tables.slotsPerDate)
        slotShare = Array(repeating: 0, count: slots.count)
        eachShare = most.map { Self.whole / $0 }
        listCandidates()
        for number in sizes.indices where !deadline.isOver { charge(number) }
    }
    private static let placementsBetweenLooks = 1_000

    /// Always to the end: each trip has to know who takes it, or several would have one name.
    private mutating func listCandidates() {
        var next = firsts
        for (number, placement) in instance.placements.enumerated() {
            for at in instance.candidates(placement) where trip[at] >= 0 {
                let position = Int(next[Int(trip[at])])
                next[Int(trip[at])] += 1
                candidates[position] = Int32(at)
                placements[position] = Int32(number)
            }
        }
    }

    /// How many trips some candidate would take.
    var count: Int { length.count }

    /// What the multipliers of a trip's rows sum to, each times what its row allows, as a share of its cost.
    func total(of trip: Int) -> Double {
        var sum = most[trip] * eachShare[trip]
        for slot in slots[trip] { sum += slotShare[slot] }
        var last: Int32 = -1
        for entry in entries(trip) {
            let request = instance.placements[Int(placements[entry])].request
            if request != last { sum += requestShare[entry] }
            last = request
        }
        return Double(sum)
    }

    /// The placements in which somebody could take a trip.
    func placements(of trip: Int) -> [Int] { entries(trip).map { Int(placements[$0]) } }

    /// Kilometres there and back of a trip.
    func length(of trip: Int) -> Double { Double(length[trip]) }

    /// The same, not rounded.
    func fullLength(of trip: Int) -> Double {
        let entry = Int(firsts[trip])
        let township = Int(instance.placements[Int(placements[entry])].township)
        return instance.tables.tripKm(Int(instance.memberCandidates[Int(candidates[entry])].member), township)
    }

    /// Sessions that a trip may serve.
    func most(of trip: Int) -> Double { Double(most[trip]) }

    /// Splits what is left of a trip's cost as others do.
    mutating func complete(_ trip: Int, from other: TripShares) {
        let rest = Self.whole - Float(total(of: trip))
        guard rest > 0 else { return }
        for slot in slots[trip] {
            slotShare[slot] += rest * other.slotShare[slot]
        }
        for entry in entries(trip) { requestShare[entry] += rest * other.requestShare[entry] }
        eachShare[trip] += rest * other.eachShare[trip]
        project(trip)
        charge(trip)
    }

    /// Mixes these shares with others of the same week: sums of at most 1 stay so.
    /// - Parameter weight: What the others count, 0…1.
    mutating func blend(_ other: TripShares, weight: Double) {
        let weight = Float(weight)
        for at in slotShare.indices { slotShare[at] += weight * (other.slotShare[at] - slotShare[at]) }
        for at in requestShare.indices { requestShare[at] += weight * (other.requestShare[at] - requestShare[at]) }
        for at in eachShare.indices { eachShare[at] += weight * (other.eachShare[at] - eachShare[at]) }
        for trip in 0..<count { charge(trip) }
    }

    private func entries(_ trip: Int) -> Range<Int> { Int(firsts[trip])..<Int(firsts[trip + 1]) }

    /// Moves cost towards a session that takes the trip, by `amount` of a share, taken from the others.
    mutating func shift(_ trip: Int, towards placement: Placement, amount: Double) {
        if most[trip] <= 1 { return }
        let amount = Float(amount)
        let date = instance.tables.dateSlots[Int(placement.date), 0]
        for slot in Int(placement.start)..<Int(placement.end) { slotShare[slots[trip, slot - date]] += amount }
        for entry in entries(trip) where instance.placements[Int(placements[entry])].request == placement.request {
            requestShare[entry] += amount
        }
        eachShare[trip] += amount
        project(trip)
        charge(trip)
    }

    /// Projection of a trip's shares onto sums of at most 1: what is too much is taken from the positive ones.
    private mutating func project(_ trip: Int) {
        let slots = slots[trip]
        let most = most[trip]
        for _ in 0..<8 {
            var (sum, squares): (Float, Float) = (0, 0)
            for at in slots where slotShare[at] > 0 {
                sum += slotShare[at]
                squares += 1
            }
            var last: Int32 = -1
            for entry in entries(trip) where requestShare[entry] > 0 {
                let request = instance.placements[Int(placements[entry])].request
                if request == last { continue }
                last = request
                sum += requestShare[entry]
                squares += 1
            }
            if eachShare[trip] > 0 {
                sum += most * eachShare[trip]
                squares += most * most
            }
            if sum <= Self.whole { return }
            let excess = (sum - Self.whole * (1 - 1e-6)) / max(1, squares)
            for at in slots { slotShare[at] = max(0, slotShare[at] - excess) }
            for entry in entries(trip) { requestShare[entry] = max(0, requestShare[entry] - excess) }
            eachShare[trip] = max(0, eachShare[trip] - most * excess)
        }
        reset(trip, slots)
    }

    private mutating func reset(_ trip: Int, _ slots: Range<Int>) {
        for at in slots { slotShare[at] = 0 }
        for entry in entries(trip) { requestShare[entry] = 0 }
        eachShare[trip] = Self.whole / most[trip]
    }

    /// Works out what each candidate of a trip pays.
    private mutating func charge(_ trip: Int) {
        let first = slots[trip, 0]
        for entry in entries(trip) {
            let it = instance.placements[Int(placements[entry])]
            let date = instance.tables.dateSlots[Int(it.date), 0]
            var share = eachShare[trip] + requestShare[entry]
            for slot in Int(it.start)..<Int(it.end) { share += slotShare[first + slot - date] }
            km[Int(candidates[entry])] = length[trip] * share
        }
    }
}

extension TripShares {
    /// Who goes where and when, by trip.
    var keys: [TripKey] {
        (0..<count).map { number in
            let entry = Int(firsts[number])
            let placement = instance.placements[Int(placements[entry])]
            let member = instance.memberCandidates[Int(candidates[entry])].member
            return TripKey(member: member, township: placement.township, date: placement.date)
        }
    }

    /// How a trip's cost is split; nil where each session pays alike, as at the beginning.
    func split(of trip: Int) -> TripSplit? {
        let slots = Array(slotShare[self.slots[trip]])
        var requests: [(request: Int32, share: Float)] = []
        for entry in entries(trip) where requestShare[entry] > 0 {
            let request = instance.placements[Int(placements[entry])].request
            if request != requests.last?.request { requests.append((request, requestShare[entry])) }
        }
        let isPlain = requests.isEmpty && slots.allSatisfy { $0 == 0 } && eachShare[trip] == Self.whole / most[trip]
        return isPlain ? nil : TripSplit(each: eachShare[trip], slots: slots, requests: requests)
    }

    /// Splits a trip's cost like that, as far as its sum stays within what a trip's rows allow. Requests that take no
    /// part in the trip pay nothing.
    mutating func adopt(_ split: TripSplit, for trip: Int) {
        guard split.slots.count == instance.tables.slotsPerDate else { return }
        let shares = Dictionary(split.requests.map { ($0.request, $0.share) }) { first, _ in first }
        eachShare[trip] = split.each
        for (slot, share) in split.slots.enumerated() { slotShare[slots[trip, slot]] = share }
        for entry in entries(trip) {
            requestShare[entry] = shares[instance.placements[Int(placements[entry])].request] ?? 0
        }
        project(trip)
        charge(trip)
    }
}

extension Instance {
    /// How many sessions a member can take part in on one date.
    fileprivate func mostSessionsADate(_ member: Int) -> Int {
        max(1, min(Int(tables.maxPerDay[member]), Int(tables.maxPerWeek[member]), tables.slotsPerDate))
    }
}

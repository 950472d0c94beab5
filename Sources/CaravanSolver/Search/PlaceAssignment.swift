/// Minimum-cost assignment of members to the places of one crew: the Hungarian method with potentials, a row at a time
/// (Kuhn 1955; the O(places² × members) form of Jonker and Volgenant 1987). Places are few, members a few times more.
struct PlaceAssignment {
    /// For each place, needs in order, the offer taken.
    private(set) var chosen: [Int] = []
    private var members: [Int32] = []
    private var column: [Int] = []
    private var cost: [Double] = []
    private var offerAt: [Int] = []

    /// Solves for offers grouped by need; false where the places cannot all be filled with different members.
    mutating func solve(offers: [CrewPicker.Offer], needEnds: [Int], counts: [Int]) -> Bool {
        number(offers)
        let width = members.count
        let places = counts.reduce(0, +)
        if places == 0 {
            chosen.removeAll(keepingCapacity: true)
            return true
        }
        if places > width { return false }
        fillCosts(offers, needEnds, counts, places, width)
        return assign(places, width)
    }

    /// Numbers the different members among the offers.
    private mutating func number(_ offers: [CrewPicker.Offer]) {
        members.removeAll(keepingCapacity: true)
        column.removeAll(keepingCapacity: true)
        for offer in offers {
            if let known = members.firstIndex(of: offer.member) {
                column.append(known)
            } else {
                column.append(members.count)
                members.append(offer.member)
            }
        }
    }

    private mutating func fillCosts(
        _ offers: [CrewPicker.Offer], _ needEnds: [Int], _ counts: [Int], _ places: Int, _ width: Int
    ) {
        cost.removeAll(keepingCapacity: true)
        cost.append(contentsOf: repeatElement(.infinity, count: places * width))
        offerAt.removeAll(keepingCapacity: true)
        offerAt.append(contentsOf: repeatElement(-1, count: places * width))
        var (first, row) = (0, 0)
        for need in counts.indices {
            for _ in 0..<counts[need] {
                for offer in first..<needEnds[need] {
                    cost[row * width + column[offer]] = offers[offer].score
                    offerAt[row * width + column[offer]] = offer
                }
                row += 1
            }
            first = needEnds[need]
        }
    }

    /// Rows and columns count from 1 inside, 0 is the row that is being placed.
    private mutating func assign(_ places: Int, _ width: Int) -> Bool {
        var u = [Double](repeating: 0, count: places + 1)
        var v = [Double](repeating: 0, count: width + 1)
        var rowOf = [Int](repeating: 0, count: width + 1)
        var way = [Int](repeating: 0, count: width + 1)
        for row in 1...places {
            rowOf[0] = row
            var at = 0
            var least = [Double](repeating: .infinity, count: width + 1)
            var used = [Bool](repeating: false, count: width + 1)
            repeat {
                used[at] = true
                let current = rowOf[at]
                var (delta, next) = (Double.infinity, -1)
                for j in 1...width where !used[j] {
                    let reduced = cost[(current - 1) * width + j - 1] - u[current] - v[j]
                    if reduced < least[j] {
                        least[j] = reduced
                        way[j] = at
                    }
                    if least[j] < delta {
                        delta = least[j]
                        next = j
                    }
                }
                if next < 0 { return false }
                for j in 0...width {
                    if used[j] {
                        u[rowOf[j]] += delta
                        v[j] -= delta
                    } else {
                        least[j] -= delta
                    }
                }
                at = next
            } while rowOf[at] != 0
            repeat {
                rowOf[at] = rowOf[way[at]]
                at = way[at]
            } while at != 0
        }
        return extract(rowOf, places, width)
    }

    private mutating func extract(_ rowOf: [Int], _ places: Int, _ width: Int) -> Bool {
        chosen.removeAll(keepingCapacity: true)
        chosen.append(contentsOf: repeatElement(-1, count: places))
        for j in 1...width where rowOf[j] != 0 { chosen[rowOf[j] - 1] = offerAt[(rowOf[j] - 1) * width + j - 1] }
        return !chosen.contains(-1)
    }
}

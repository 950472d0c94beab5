/// A whole session as a column of the master programs: a placement with its venue and its crew.
struct SessionColumn: Sendable, Hashable {
    /// Number of the placement.
    let placement: Int32
    /// Position of the venue in `Instance.venueCandidates`.
    let room: Int32
    /// Positions of the members in `Instance.memberCandidates`, needs in order, those of a need ascending: the same session is
    /// always the same column.
    let crew: [Int32]

    /// - Parameter crew: In any order within each need.
    init(placement: Int, room: Int, crew: some Sequence<Int32>, in instance: Instance) {
        self.placement = Int32(placement)
        self.room = Int32(room)
        var members = Array(crew)
        var first = 0
        for count in instance.tables.needCounts[Int(instance.placements[placement].request)] where count > 0 {
            members[first..<first + count].sort()
            first += count
        }
        self.crew = members
    }
}

extension Instance {
    /// A session as a column; nil where no candidates of this instance are like it.
    func column(of it: Assignment) -> SessionColumn? {
        let placement = placements[it.placement]
        guard let room = venues(placement).first(where: { Int(venueCandidates[$0].venue) == it.venue }) else {
            return nil
        }
        var crew: [Int32] = []
        for (need, count) in tables.needCounts[Int(placement.request)].enumerated() {
            for member in it.crew[crew.count..<crew.count + count] {
                guard let at = candidates(placement, need: need).first(where: { memberCandidates[$0].member == member })
                else { return nil }
                crew.append(Int32(at))
            }
        }
        return SessionColumn(placement: it.placement, room: room, crew: crew, in: self)
    }

    /// A column as a session.
    func assignment(of column: SessionColumn) -> Assignment {
        Assignment(
            placement: Int(column.placement), venue: Int(venueCandidates[Int(column.room)].venue),
            crew: column.crew.map { memberCandidates[Int($0)].member })
    }

    /// The request of a column.
    func request(of column: SessionColumn) -> Int { Int(placements[Int(column.placement)].request) }
}

/// Faults as they are found, each cell's only once where a later look says less about it.
struct FaultList {
    /// More faults than anyone reads; further ones are not kept.
    static let most = 10_000

    private(set) var faults: [TableFault] = []
    private var places: Set<CellPlace> = []

    mutating func add(_ fault: TableFault) {
        places.insert(fault.place)
        if faults.count < Self.most { faults.append(fault) }
    }

    mutating func add(_ more: [TableFault]) { for fault in more { add(fault) } }

    /// Whether further faults are not kept, so that nothing more need be looked for.
    var isFull: Bool { faults.count >= Self.most }

    /// Whether something was found at a place.
    func has(_ place: CellPlace) -> Bool { places.contains(place) }

    /// The faults in the order of the sheets, from top to bottom and left to right.
    func sorted(by sheets: [String]) -> [TableFault] {
        let order = Dictionary(sheets.enumerated().map { ($1, $0) }) { first, _ in first }
        func key(_ fault: TableFault) -> (Int, Int, Int) {
            (order[fault.place.sheet] ?? -1, fault.place.row ?? 0, fault.place.column ?? -1)
        }
        return faults.enumerated().sorted { left, right in
            let (a, b) = (key(left.element), key(right.element))
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }
}

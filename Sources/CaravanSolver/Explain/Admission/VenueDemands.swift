import CaravanCore

extension Week {
    /// H2: whether a venue is of a kind that a request allows.
    func allows(kindOf venue: Int, request: Int) -> Bool {
        requests[request].venueKinds.isEmpty || requests[request].venueKinds.contains(venues[venue].kind)
    }

    /// H2: whether a venue is large enough for a request, and equipped.
    func houses(venue: Int, request: Int) -> Bool {
        venues[venue].capacity >= requests[request].attendance
            && requests[request].equipment.isSubset(of: venues[venue].equipment)
    }
}

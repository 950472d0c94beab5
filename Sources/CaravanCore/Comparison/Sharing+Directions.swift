extension Ownership {
    /// Its stored properties.
    enum Field: String, CaseIterable { case owner, lending }

    func directions(of field: Field, to edited: Ownership) -> Directions {
        switch field {
        case .owner: .other(owner, edited.owner)
        case .lending: Lending.directions(lending, edited.lending)
        }
    }

    /// What belongs to nobody is everybody's, at no fee.
    static func directions(_ a: Ownership?, _ b: Ownership?) -> Directions {
        guard let a, let b else { return a == b ? [] : a == nil ? .tighter : .looser }
        return Field.allCases.reduce(into: []) { $0.formUnion(a.directions(of: $1, to: b)) }
    }
}

extension Lending {
    /// Its stored properties.
    enum Field: String, CaseIterable { case borrowers, most, fee }

    func directions(of field: Field, to edited: Lending) -> Directions {
        switch field {
        case .borrowers:
            switch (borrowers, edited.borrowers) {
            case (let a?, let b?): .elements(a, b, further: .looser)
            case (nil, nil): []
            case (nil, _): .tighter
            case (_, nil): .looser
            }
        case .most: .amount(most ?? .max, edited.most ?? .max, more: .looser)
        case .fee: .amount(fee, edited.fee, more: .tighter)
        }
    }

    /// What is not lent at all is lent to no department.
    static func directions(_ a: Lending?, _ b: Lending?) -> Directions {
        guard let a, let b else { return a == b ? [] : a == nil ? .looser : .tighter }
        return Field.allCases.reduce(into: []) { $0.formUnion(a.directions(of: $1, to: b)) }
    }
}

extension Relay {
    /// Its stored properties.
    enum Field: String, CaseIterable {
        case townships, most, wanted, value, attendance, needs, venueKinds, equipment, liveEquipment, cost, credit
    }

    func directions(of field: Field, to edited: Relay) -> Directions {
        switch field {
        case .townships:
            .elements(Set(townships), Set(edited.townships), further: .looser).orNeutral(townships, edited.townships)
        case .most: .amount(most, edited.most, more: .looser)
        case .wanted: .amount(wanted, edited.wanted, more: .dearer)
        case .value: .amount(value, edited.value, more: .dearer)
        case .attendance: .other(attendance, edited.attendance)
        case .needs: Need.directions(needs, edited.needs)
        case .venueKinds: Request.kinds(venueKinds, edited.venueKinds)
        case .equipment: .elements(equipment, edited.equipment, further: .tighter)
        case .liveEquipment: .elements(liveEquipment, edited.liveEquipment, further: .tighter)
        case .cost: .amount(cost, edited.cost, more: .tighter)
        case .credit: .other(credit, edited.credit)
        }
    }

    /// A relay that is new allows sites and may ask for some.
    static func directions(_ a: Relay?, _ b: Relay?) -> Directions {
        guard let a, let b else { return a == nil && b == nil ? [] : .other }
        return Field.allCases.reduce(into: []) { $0.formUnion(a.directions(of: $1, to: b)) }
    }
}

extension Series {
    /// Its stored properties.
    enum Field: String, CaseIterable { case id, title, requests, same, least, most, all }

    func directions(of field: Field, to edited: Series) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .title: []
        case .requests: .other(requests, edited.requests)
        case .same: .elements(Set(same), Set(edited.same), further: .tighter).orNeutral(same, edited.same)
        case .least: .amount(least, edited.least, more: .tighter)
        case .most: .amount(most ?? .max, edited.most ?? .max, more: .looser)
        case .all: all == edited.all ? [] : edited.all ? .tighter : .looser
        }
    }
}

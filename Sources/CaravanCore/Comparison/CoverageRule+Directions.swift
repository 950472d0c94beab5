extension CoverageRule {
    /// Which side of its threshold costs.
    enum Kind { case target, cap }

    /// Its stored properties.
    enum Field: String, CaseIterable {
        case id, per, measure, threshold, weight, scaled, groupCount, filters, values, thousands
    }

    func directions(of field: Field, to edited: CoverageRule, as kind: Kind) -> Directions {
        switch field {
        case .id: .other(id, edited.id)
        case .per: .other(per, edited.per)
        case .measure: .other(measure, edited.measure)
        case .threshold:
            .amount(threshold, edited.threshold, more: kind == .target ? stricter(edited) : stricter(edited).reversed)
        case .weight: .amount(weight ?? .infinity, edited.weight ?? .infinity, more: stricter(edited))
        case .scaled: .other(scaled, edited.scaled)
        // Follows from the values.
        case .groupCount: []
        case .filters:
            filters.elementsEqual(edited.filters) { $0.key == $1.key && $0.position == $1.position } ? [] : .other
        case .values: .other(values, edited.values)
        case .thousands:
            zip(thousands.joined(), edited.thousands.joined())
                .reduce(into: Directions()) { $0.formUnion(.amount($1.0, $1.1, more: .dearer)) }
                .orNeutral(thousands, edited.thousands)
        }
    }

    /// The direction of a stricter rule: without a weight, before or after, it is hard.
    private func stricter(_ edited: CoverageRule) -> Directions {
        weight == nil || edited.weight == nil ? .tighter : .dearer
    }
}

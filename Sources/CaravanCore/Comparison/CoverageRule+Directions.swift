extension CoverageRule {
    /// Which side of its threshold costs.
    enum Kind { case target, cap }

    /// Its stored properties.
    enum Field: String, CaseIterable {
        case id, per, measure, threshold, weight, scaled, memory, groupCount, remembered, filters, values, thousands
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
        // What counts is what is remembered.
        case .memory: .neutral(memory, edited.memory)
        case .remembered: past(edited, as: kind)
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

    /// What was held before lessens what targets miss, and what caps allow.
    private func past(_ edited: CoverageRule, as kind: Kind) -> Directions {
        let more = kind == .target ? stricter(edited).reversed : stricter(edited)
        return Set(remembered.keys).union(edited.remembered.keys).reduce(into: []) { result, group in
            result.formUnion(.amount(remembered[group] ?? 0, edited.remembered[group] ?? 0, more: more))
        }
    }

    /// The direction of a stricter rule: without a weight, before or after, it is hard.
    private func stricter(_ edited: CoverageRule) -> Directions {
        weight == nil || edited.weight == nil ? .tighter : .dearer
    }
}

import CaravanCore

extension Instance {
    /// A coverage group by the name of its rule and of its values or row.
    func name(of group: CoverageGroup) -> (rule: String, values: String) {
        if group.kind == .rowRule { return (rows.rules.list[group.rule].id, rows.names[group.number]) }
        let rule = group.kind == .target ? week.targets[group.rule] : week.caps[group.rule]
        return (rule.id, week.names(of: group.number, in: rule).joined(separator: "\u{1F}"))
    }
}

import CaravanCore

/// What the head of an exported program says for its reader: ASCII lines, to be written as comments.
struct ProgramLegend {
    /// Lines without comment marks.
    let lines: [String]

    /// No lines at all.
    init() { lines = [] }

    init(_ instance: Instance) {
        let week = instance.week
        lines =
            [
                "Caravan week \(week.id): \(week.title)",
                "\(week.requests.count) requests, \(instance.placements.count) placements;"
                    + " minimise points",
                "unheld(request)  z(request,venue,start)  w(request,need,member,township,start)",
                "trip(member,township,date)  short(target,group)  excess(cap,group)  constant = 1",
            ].map(Self.ascii) + instance.groups.map { Self.ascii(Self.words($0, week)) }
    }

    private static func words(_ group: CoverageGroup, _ week: Week) -> String {
        let rule = (group.kind == .target ? week.targets : week.caps)[group.rule]
        let names = zip(rule.per, week.names(of: group.number, in: rule)).map { "\($0.rawValue)=\($1)" }
        let kind = group.kind == .target ? "target" : "cap"
        return
            "\(kind) \(rule.id),\(group.number + 1): \(names.isEmpty ? "the whole week" : names.joined(separator: " "))"
    }

    /// Anything but printable ASCII as `\u{…}`: readers of these formats know bytes only, and a line must stay one line.
    private static func ascii(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            (0x20...0x7E).contains(scalar.value) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        }.joined()
    }
}

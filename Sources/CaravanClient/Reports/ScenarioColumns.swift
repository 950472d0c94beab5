import CaravanCore

/// Columns of `WHATIF`: a scenario a line, beside the unedited week.
enum ScenarioColumns {
    static let all: [RecordColumn] = [
        .text(.name, "name"), .number(.objective, "objective", decimals: 1), .number(.change, "delta", decimals: 1),
        .word(.sign, "sign"), .number(.held, "held"), identifiers(.gained, "gained"), identifiers(.lost, "lost"),
        refusal,
    ]

    /// How many requests, and which where they are few.
    private static func identifiers(_ title: Message, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            let list = record[key]?.array?.compactMap(\.string) ?? []
            if list.isEmpty { return "" }
            return list.count <= 2 ? list.joined(separator: style.text(.listSeparator)) : String(list.count)
        }
    }

    /// Why a scenario has no figures.
    private static let refusal = RecordColumn(title: .message, alignment: .leading, fit: .whole) { record, _ in
        record["error"]?["message"]?.string ?? ""
    }
}

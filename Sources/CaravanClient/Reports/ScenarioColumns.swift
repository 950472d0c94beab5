import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// Columns of `WHATIF`: a scenario a line, beside the unedited week.
enum ScenarioColumns {
    static let all: [RecordColumn] = [
        .text(.name, "name"), .number(.objective, "objective", decimals: 1), delta, range,
        .word(.sign, "sign"), .number(.held, "held"), identifiers(.gained, "gained"), identifiers(.lost, "lost"),
        refusal,
    ]

    /// The difference of the objectives with its sign; nothing for the base.
    static let delta = RecordColumn(title: .change, alignment: .trailing) { record, _ in
        guard record["number"]?.number != 0, let delta = record["delta"]?.number else { return "" }
        return NumberText.signed(delta)
    }

    /// What is proven of the change, e.g. `-12.0…+340.5`.
    static let range = RecordColumn(title: .range, alignment: .trailing) { record, _ in
        guard record["number"]?.number != 0, let low = record["deltaLow"]?.number,
            let high = record["deltaHigh"]?.number
        else { return "" }
        func signed(_ points: Double) -> String {
            NumberText.signed(points)
        }
        return "\(signed(low))…\(signed(high))"
    }

    /// How many requests, and which where they are few.
    static func identifiers(_ title: Word, _ key: String) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            let list = record[key]?.array?.compactMap(\.string) ?? []
            if list.isEmpty { return "" }
            let count = ClientText.requestCount(NumberText.grouped(Double(list.count)))
            return (list.count <= 2 ? list.listed() : count)[style.language]
        }
    }

    /// Why a scenario has no figures.
    static let refusal = RecordColumn(title: .message, alignment: .leading, fit: .whole) { record, style in
        guard let error = record["error"] else { return "" }
        return error.said("message", style.language)
    }
}

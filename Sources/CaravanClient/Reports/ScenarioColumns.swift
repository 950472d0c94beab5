import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// A record that stands beside the unedited week, or says why it does not.
protocol ComparedRecord: Sendable {
    /// 0 for the unedited week.
    var number: Int { get }
    var figures: ComparisonRecord? { get }
    var error: StudyErrorRecord? { get }
}

extension ScenarioRecord: ComparedRecord {}
extension LossRecord: ComparedRecord {}

extension RecordColumn where Record: ComparedRecord {
    /// The difference of the objectives with its sign; nothing for the base.
    static var delta: RecordColumn {
        RecordColumn(title: .change, alignment: .trailing) { record, _ in
            guard record.number != 0, let figures = record.figures else { return "" }
            return NumberText.signed(figures.delta)
        }
    }

    /// What is proven of the change, e.g. `-12.0…+340.5`.
    static var range: RecordColumn {
        RecordColumn(title: .range, alignment: .trailing) { record, _ in
            guard record.number != 0, let figures = record.figures else { return "" }
            return "\(NumberText.signed(figures.deltaLow))…\(NumberText.signed(figures.deltaHigh))"
        }
    }
}

extension RecordColumn {
    /// How many requests, and which where they are few.
    static func identifiers(_ title: Word, _ value: @escaping @Sendable (Record) -> [String]?) -> RecordColumn {
        RecordColumn(title: title, alignment: .leading) { record, style in
            let list = value(record) ?? []
            if list.isEmpty { return "" }
            let count = ClientText.requestCount(NumberText.grouped(Double(list.count)))
            return (list.count <= 2 ? list.listed() : count)[style.language]
        }
    }
}

/// Columns of `WHATIF`: a scenario a line, beside the unedited week.
enum ScenarioColumns {
    static let all: [RecordColumn<ScenarioRecord>] = [
        .text(.name) { $0.name }, .number(.objective, decimals: 1) { $0.figures?.objective }, .delta, .range,
        .word(.sign) { $0.figures?.sign }, .count(.held) { $0.figures?.held },
        .identifiers(.gained) { $0.figures?.gained }, .identifiers(.lost) { $0.figures?.lost },
        .sentence(.message) { $0.error?.message },
    ]
}

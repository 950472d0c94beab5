import ArgumentParser
import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

struct Suggest: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .suggest)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.request)) var identifier: String
    @Argument(help: .saying(.newRequestFile), completion: .file())
    var file: String?
    @Option(help: .saying(.topPlacements)) var top: String?
    @Option(help: .saying(.version)) var version: String?
    @Flag(help: .saying(.moves)) var moves = false

    func request() -> ClientRequest {
        ClientRequest(
            .suggest, [week, identifier], ["top": top, "moves": moves ? "1" : nil, "version": version], body: file)
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        recordTable(reply.records, SuggestColumns.columns, style)
    }
}

/// Columns of `SUGGEST`.
enum SuggestColumns {
    static let columns: [RecordColumn] = [
        .text(.slot, "start"), .text(.township, "township"), .text(.venue, "venue"), crew, change,
        .number(.money, "yuan"), moves, terms,
    ]

    /// The sessions that make room, with where they go, e.g. `r12 2025-05-24.pm v3`.
    private static let moves = RecordColumn(title: .makingRoom, alignment: .leading, fit: .fixed) { record, style in
        (record["moves"]?.array ?? []).map { move in
            let request = move["request"]?.string ?? ""
            guard let to = move["to"] else { return "\(request) \(style.text(KnownWord.dropped))" }
            return "\(request) → \(to["start"]?.string ?? "") \(to["venue"]?.string ?? "")"
        }.joined(separator: style.text(ListWord.comma))
    }

    private static let crew = RecordColumn(title: .crew, alignment: .leading) { record, _ in
        (record["crew"]?.array ?? []).compactMap(\.string).joined(separator: " ")
    }

    private static let change = RecordColumn(title: .change, alignment: .trailing) { record, _ in
        record["delta"]?.number.map(signed) ?? ""
    }

    /// The terms that change, e.g. `unserved requests -300.0, travel +4.5`.
    private static let terms = RecordColumn(title: .term, alignment: .leading, fit: .whole) { record, style in
        (record["terms"]?.object?.fields ?? []).compactMap { term in
            guard let points = term.value.number, points != 0 else { return nil }
            return "\(style.word(term.key)) \(signed(points))"
        }.joined(separator: style.text(ListWord.comma))
    }

    /// Points with their sign; those that round to nothing have none.
    private static func signed(_ points: Double) -> String {
        NumberText.signed(points)
    }
}

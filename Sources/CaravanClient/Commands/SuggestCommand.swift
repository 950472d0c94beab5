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

    func text(_ reply: Reply, _ style: Style) throws -> String {
        recordTable(try reply.records(as: PlacementRecord.self), SuggestColumns.columns, style)
    }
}

/// Columns of `SUGGEST`.
enum SuggestColumns {
    static let columns: [RecordColumn<PlacementRecord>] = [
        .text(.slot) { $0.start }, .text(.township) { $0.township }, .text(.venue) { $0.venue },
        .text(.crew) { $0.crew.joined(separator: " ") },
        RecordColumn(title: .change, alignment: .trailing) { placement, _ in NumberText.signed(placement.delta) },
        .number(.money) { $0.yuan }, moves, terms,
    ]

    /// The sessions that make room, with where they go, e.g. `r12 2025-05-24.pm v3`.
    private static let moves = RecordColumn<PlacementRecord>(
        title: .makingRoom, alignment: .leading, fit: .fixed
    ) { placement, style in
        (placement.moves ?? []).map { move in
            guard let to = move.to else { return "\(move.request) \(style.text(KnownWord.dropped))" }
            return "\(move.request) → \(to.start) \(to.venue)"
        }.joined(separator: style.text(ListWord.comma))
    }

    /// The terms that change, e.g. `unserved requests -300.0, travel +4.5`.
    private static let terms = RecordColumn<PlacementRecord>(
        title: .term, alignment: .leading, fit: .whole
    ) { placement, style in
        placement.terms.fields.compactMap { term in
            guard let points = term.value.number, points != 0 else { return nil }
            return "\(style.word(term.key)) \(NumberText.signed(points))"
        }.joined(separator: style.text(ListWord.comma))
    }
}

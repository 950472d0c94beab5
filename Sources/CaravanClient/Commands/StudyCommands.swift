import ArgumentParser
import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// A command that solves copies of a week: it shows how many are done while it waits.
protocol StudyCommand: DaemonCommand {
    /// The request while somebody watches: records as they are done, where the daemon offers that.
    func watchedRequest() -> ClientRequest
}

extension StudyCommand {
    func watchedRequest() -> ClientRequest { request() }

    func perform(_ session: CommandSession) async throws {
        let display = StudyDisplay(session.console)
        let reply = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await display.run() }
            defer { group.cancelAll() }
            let request = session.console.isJSON ? request() : watchedRequest()
            do {
                let reply = try await session.ask(request) { _ in
                } onRecord: { _ in
                    await display.count()
                }
                await display.clear()
                return reply
            } catch {
                await display.clear()
                throw error
            }
        }
        try session.show(reply) { try text(reply, $0) }
    }
}

struct WhatIf: StudyCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "whatif", abstract: summary(of: .whatif))
    }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.scenariosFile), completion: .file()) var file: String
    @Option(help: .saying(.baseline)) var baseline: String?
    @Option(help: .saying(.minute, valueName: "duration")) var limit: String?

    func request() -> ClientRequest {
        ClientRequest(.whatif, [week], ["baseline": baseline, "limit": limit], body: file)
    }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        let inOrder = try reply.records(as: ScenarioRecord.self).sorted { $0.number < $1.number }
        return recordTable(inOrder, ScenarioColumns.all, style)
    }
}

struct Critical: StudyCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .critical)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(
        help: .saying(.pool), completion: .list(["experts", "mentors", "kits", "venues"]))
    var pool: String?
    @Option(help: .saying(.twoMinutes, valueName: "duration")) var limit: String?
    @Flag(help: .saying(.standby)) var standby = false

    func request() -> ClientRequest {
        ClientRequest(.critical, [week], ["pool": pool, "limit": limit, "standby": standby ? "yes" : nil])
    }

    func watchedRequest() -> ClientRequest {
        var request = request()
        request.line = request.line.adding("stream", "yes")
        return request
    }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        let losses = LossColumns.worstFirst(try reply.records(as: LossRecord.self, with: "resource"))
        var text = recordTable(losses, LossColumns.columns(for: losses), style)
        if standby {
            let lines = try reply.records(as: StandbyRecord.self, with: "member")
            text += "\n" + style.bold(style.text(ClientHeading.standby)) + "\n"
            text += recordTable(lines, LossColumns.standby, style)
        }
        return text
    }
}

struct Curve: StudyCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .curve)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.fund)) var fund: String
    @Option(help: .saying(.firstLimit, valueName: "yuan")) var from: String
    @Option(help: .saying(.lastLimit, valueName: "yuan")) var to: String
    @Option(help: .saying(.steps, valueName: "n")) var steps: String?
    @Option(help: .saying(.minute, valueName: "duration")) var limit: String?

    func request() -> ClientRequest {
        ClientRequest(.curve, [week], ["fund": fund, "from": from, "to": to, "steps": steps, "limit": limit])
    }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        let steps = try reply.records(as: CurveRecord.self, with: "limit")
        let gone = try reply.records(as: CurveDropRecord.self, with: "goesAt")
        var text = recordTable(steps, CurveColumns.steps(steps), style)
        if !gone.isEmpty {
            text +=
                "\n" + style.bold(style.text(ClientHeading.goes)) + "\n" + recordTable(gone, CurveColumns.gone, style)
        }
        return text
    }
}

struct Worth: StudyCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .worth)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Option(help: .saying(.topThings)) var top: String?
    @Option(help: .saying(.tenSeconds, valueName: "duration")) var limit: String?

    func request() -> ClientRequest { ClientRequest(.worth, [week], ["top": top, "limit": limit]) }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        let things = try reply.records(as: WorthRecord.self)
        let table = recordTable(things, CurveColumns.worth(things), style)
        guard let bound = reply.fields.number("dualBound") else { return table }
        let shown = NumberText.grouped(bound, decimals: 1)
        return table + style.dim(style.text(ClientText.worthPromise, ["bound": shown])) + "\n"
    }
}

import CaravanCore
import CaravanProtocol
import CaravanStore

/// Verbs about the daemon itself.
enum SystemHandlers {
    @Sendable static func ping(_ exchange: Exchange) async throws -> Reply { .ok() }

    @Sendable static func help(_ exchange: Exchange) async throws -> Reply {
        try HelpText.reply(for: exchange.invocation.text(.verb))
    }

    @Sendable static func status(_ exchange: Exchange) async throws -> Reply {
        let services = exchange.services
        let counts = await services.board.counts
        var fields: ReplyFields = ["version": services.version]
        fields.set("uptime", (services.startedAt.duration(to: .now).seconds * 1000).rounded() / 1000)
        fields.set("weeks", try await services.store.weeks().count)
        fields.set("queued", counts.queued)
        fields.set("running", counts.running)
        fields.set("glpk", services.engine.version)
        fields.set("memory", MemoryBudget.megabytes(services.budgets.reduce(0) { $0 + $1.used }))
        fields.set("memoryLimit", MemoryBudget.megabytes(services.budgets.reduce(0) { $0 + $1.limit }))
        switch services.store.condition {
        case .sound: break
        case .displaced: fields.set("store", "displaced")
        case .damaged(let count):
            fields.set("store", "damaged")
            fields.set("damaged", count)
        }
        return .ok(fields)
    }

    @Sendable static func metrics(_ exchange: Exchange) async throws -> Reply {
        let services = exchange.services
        let counts = await services.board.counts
        services.metrics.gauges(
            queued: counts.queued, running: counts.running, weeks: try await services.store.weeks().count,
            uptime: services.startedAt.duration(to: .now).seconds)
        services.metrics.memory(services.budgets)
        let lines = services.collector.lines
        return .ok(["lines": String(lines.count)], records: lines.map { ["line": .string($0)] })
    }
}

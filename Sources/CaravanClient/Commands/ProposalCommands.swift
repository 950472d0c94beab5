import ArgumentParser
import CaravanLanguage
import CaravanProtocol

struct Proposal: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .proposal)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.previewJob)) var job: String
    @OptionGroup var told: ToldOptions

    func request() -> ClientRequest {
        ClientRequest(.proposal, [job], ["for": told.party, "by": told.grouping])
    }

    func text(_ reply: Reply, _ style: Style) throws -> String {
        let report =
            told.byMember
            ? try NoticeReport(reply).text(style) : try DifferenceReport(reply, counts: .proposalCounts).text(style)
        return report + reply.line(ClientText.proposed, style)
    }
}

struct Accept: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .accept)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.previewJob)) var job: String
    @Flag(help: .saying(.publish)) var publish = false
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest {
        ClientRequest(.accept, [job], ["publish": publish ? "yes" : nil, "if": condition.revision])
    }

    func text(_ reply: Reply, _ style: Style) -> String {
        reply.line(reply.fields["published"] == nil ? ClientText.accepted : .acceptedPublished, style)
    }
}

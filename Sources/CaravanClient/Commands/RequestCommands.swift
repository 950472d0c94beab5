import ArgumentParser
import CaravanLanguage
import CaravanProtocol

struct Submit: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .submit)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.requestFile), completion: .file()) var file: String
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest { ClientRequest(.submit, [week], ["if": condition.revision], body: file) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.submitted, style) }
}

struct Amend: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .amend)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.request)) var identifier: String
    @Argument(help: .saying(.fieldsFile), completion: .file()) var file: String
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest {
        ClientRequest(.amend, [week, identifier], ["if": condition.revision], body: file)
    }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.amended, style) }
}

struct Withdraw: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .withdraw)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.request)) var identifier: String
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest { ClientRequest(.withdraw, [week, identifier], ["if": condition.revision]) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.withdrawn, style) }
}

struct Edit: DaemonCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: summary(of: .edit)) }
    @OptionGroup var common: CommonOptions
    @Argument(help: .saying(.week)) var week: String
    @Argument(help: .saying(.editsFile), completion: .file()) var file: String
    @OptionGroup var condition: ConditionOption

    func request() -> ClientRequest { ClientRequest(.edit, [week], ["if": condition.revision], body: file) }

    func text(_ reply: Reply, _ style: Style) -> String { reply.line(ClientText.edited, style) }
}

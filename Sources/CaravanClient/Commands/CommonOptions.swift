import ArgumentParser
import CaravanLanguage

extension Language: ExpressibleByArgument {}

/// Options of every command; they may stand before or after its name.
struct CommonOptions: ParsableArguments {
    @Option(help: .saying(.socket, valueName: "path"))
    var socket: String?

    @Option(help: .saying(.host, valueName: "host:port"))
    var host: String?

    @Option(help: .saying(.token, valueName: "token"))
    var token: String?

    @Option(help: .saying(.tokenFile, valueName: "path"), completion: .file())
    var tokenFile: String?

    @Flag(help: .saying(.json))
    var json = false

    @Option(
        help: .saying(.lang, valueName: "lang"))
    var lang: Language?

    func validate() throws {
        if socket != nil, host != nil { throw UsageError.error(.socketOrHost) }
        if token != nil, tokenFile != nil { throw UsageError.error(.tokenOrTokenFile) }
    }
}

import ArgumentParser
import CaravanLanguage

extension Language: ExpressibleByArgument {}

/// Options of every command; they may stand before or after its name.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Unix socket of the daemon (default: CARAVAN_SOCKET).", valueName: "path"))
    var socket: String?

    @Option(help: ArgumentHelp("TCP address of the daemon.", valueName: "host:port"))
    var host: String?

    @Option(help: ArgumentHelp("Token, where the daemon asks for one (default: CARAVAN_TOKEN).", valueName: "token"))
    var token: String?

    @Option(help: ArgumentHelp("File that holds the token.", valueName: "path"), completion: .file())
    var tokenFile: String?

    @Flag(help: "Write the daemon's records as JSON lines, the closing line as the last one.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Language of the output: en or zh (default: from LC_ALL, LC_MESSAGES, LANG).", valueName: "lang"))
    var lang: Language?

    func validate() throws {
        if socket != nil, host != nil { throw UsageError.error(.socketOrHost) }
        if token != nil, tokenFile != nil { throw UsageError.error(.tokenOrTokenFile) }
    }
}

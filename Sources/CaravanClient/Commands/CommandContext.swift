import CaravanLanguage
import Foundation

/// What a command gets from its options and the environment.
struct CommandContext: Sendable {
    let endpoint: Endpoint
    let token: String?
    let console: Console

    init(endpoint: Endpoint, token: String?, console: Console) {
        self.endpoint = endpoint
        self.token = token
        self.console = console
    }

    /// - Throws: `ClientError` where no endpoint is named or the token's file cannot be read.
    init(_ options: CommonOptions, environment: [String: String]) throws(ClientError) {
        endpoint = try Endpoint.resolve(socket: options.socket, host: options.host, environment: environment)
        token = try Self.token(options, environment)
        console = Self.console(options, environment: environment)
    }

    /// Where the command writes; known even if the rest is wrong.
    static func console(_ options: CommonOptions, environment: [String: String]) -> Console {
        let language = options.lang ?? Language(environment: environment)
        return Console(isJSON: options.json, language: language, environment: environment)
    }

    private static func token(_ options: CommonOptions, _ environment: [String: String]) throws(ClientError) -> String?
    {
        if let token = options.token { return token }
        guard let path = options.tokenFile else {
            return environment["CARAVAN_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        }
        let text = String(decoding: try FileContent.read(path), as: UTF8.self)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

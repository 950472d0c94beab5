import CaravanServer
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What a request comes with besides itself: the channel on which it came.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

/// Sends requests to what answers them: commands at `/api/command`, files everywhere else.
struct WebResponder: HTTPResponder {
    let origin: OriginCheck
    let files: ConsoleFiles
    let commands: CommandEndpoint

    func respond(to request: Request, context: WebContext) async throws -> Response {
        var response = answer(request, context)
        for (name, value) in Self.protections { response.headers[name] = value }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, _ context: WebContext) -> Response {
        if let objection = origin.objection(to: request.head) { return .refusal(.forbidden, .denied, objection) }
        if request.uri.path == CommandEndpoint.path { return commands.respond(to: request, context) }
        return files.respond(to: request)
    }

    /// Pages show nothing but what comes from here, are shown in no frame of others, and tell nobody where they are. A
    /// report is shown in a frame from memory (`blob:`).
    private static let protections: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-src blob:; "
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Referrer-Policy")!, "no-referrer"),
    ]
}

import CaravanLanguage
import CaravanProtocol
import CaravanServer
import HTTPTypes
import Hummingbird
import NIOCore

/// `POST /api/command`: one request of the protocol a message, its reply as it is made.
struct CommandEndpoint: Sendable {
    static let path = "/api/command"
    /// A type that browsers send to other sites only if these allow it beforehand, which this one never does.
    static let type = "application/x-caravan-request"

    let desk: CommandDesk
    /// Whether requests come through a proxy on this machine, which says where the client is.
    let isBehindProxy: Bool

    /// Refuses, or lets the client in; the command runs while the body of the response is written.
    /// - Throws: `CancellationError`.
    func respond(to request: Request, on channel: any Channel) async throws -> Response {
        guard request.method == .post else { return .wrongMethod(request.method, allowed: "POST") }
        if desk.needsToken, let objection = try await objection(to: request, on: channel) {
            var response = Response.refusal(.unauthorized, .denied, objection)
            response.headers[.wwwAuthenticate] = #"Bearer realm="caravan""#
            return response
        }
        guard request.headers[.contentType].map(Self.isRequest) == true else {
            return .refusal(.unsupportedMediaType, .usage, RefusedConnection.contentType(Self.type))
        }
        do throws(ProtocolError) {
            return reply(to: request, try desk.visit(on: channel))
        } catch {
            return .refusal(.serviceUnavailable, error.code, error.text)
        }
    }

    /// The connection ends with the reply: while the command runs it is read to notice that the client goes.
    private func reply(to request: Request, _ visit: CommandVisit) -> Response {
        let body = ResponseBody { writer in
            let outlet = ResponseOutlet(writer)
            try await request.body.consumeWithCancellationOnInboundClose { message in
                try await visit.answer(message, through: outlet)
            }
            try await outlet.finish()
        }
        let headers: HTTPFields = [
            .contentType: Response.plainText, .cacheControl: "no-store", .connection: "close",
            // Proxies are to pass lines on as they come.
            HTTPField.Name("X-Accel-Buffering")!: "no",
        ]
        return Response(status: .ok, headers: headers, body: body)
    }

    /// What speaks against the token that a request carries; nil: nothing.
    private func objection(to request: Request, on channel: any Channel) async throws -> Bilingual? {
        let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            return RefusedConnection.bearerNeeded.bilingual
        }
        do {
            try await desk.check(
                token: Secret(String(words[1]).trimmingSpaces), on: channel, from: address(of: request))
            return nil
        } catch let error as ProtocolError {
            return error.text
        }
    }

    /// The client as the nearest proxy names it: it puts the address that it saw behind whatever stands there.
    private func address(of request: Request) -> ClientAddress? {
        guard isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return nil }
        return ClientAddress(text: String(last).trimmingSpaces)
    }

    private static func isRequest(_ type: String) -> Bool {
        type.prefix { $0 != ";" }.lowercased().trimmingSpaces == Self.type
    }
}

/// The body of a response as the way back to a client.
final class ResponseOutlet: ReplyOutlet {
    private var writer: any ResponseBodyWriter

    init(_ writer: any ResponseBodyWriter) { self.writer = writer }

    /// Returns when the connection may take more.
    func write(_ bytes: ByteBuffer) async throws { try await writer.write(bytes) }

    /// Ends the body.
    func finish() async throws { try await writer.finish(nil) }
}

extension String {
    /// The text without spaces around it.
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

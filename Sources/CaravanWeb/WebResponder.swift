import CaravanServer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTP1

/// Sends requests to what answers them: commands at `/api/command`, files everywhere else.
struct WebResponder: Sendable {
    let origin: OriginCheck
    let files: ConsoleFiles
    let commands: CommandEndpoint

    /// Answers a request.
    /// - Throws: what reading and writing throw when the client is gone.
    @Sendable func respond(
        to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        var response = try await answer(request, channel)
        for (name, value) in Self.protections { response.headers[name] = value }
        response.headers[.date] = Date().formatted(Self.httpDate)
        if request.method == .head { response = response.createHeadResponse() }
        do {
            try await writer.write(response: response.head, body: response.body)
        } catch is HTTPParserError {
            // It would be answered with a head of its own, and there has been one.
            throw CancellationError()
        }
    }

    /// The form of a `Date` (RFC 9110).
    private static let httpDate = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))

    private func answer(_ request: Request, _ channel: any Channel) async throws -> Response {
        if let objection = origin.objection(to: request.head) { return .refusal(.forbidden, .denied, objection) }
        if request.uri.path == CommandEndpoint.path { return try await commands.respond(to: request, on: channel) }
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

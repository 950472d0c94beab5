import CaravanLanguage
import CaravanProtocol
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A refusal: what is wrong by HTTP, and as body the line `ERR …` that says so by the protocol.
    static func refusal(_ status: HTTPResponse.Status, _ code: ErrorCode, _ text: some Sayable) -> Response {
        let line = ReplyWriter.closing(.failure(ProtocolError(code, text)))
        return Response(
            status: status, headers: [.contentType: plainText, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: line)))
    }

    /// For a method that a path does not know.
    static func wrongMethod(_ method: HTTPRequest.Method, allowed: String) -> Response {
        var response = refusal(.methodNotAllowed, .usage, RefusedConnection.method(method.rawValue, allowed))
        response.headers[.allow] = allowed
        return response
    }

    /// The type of replies and refusals.
    static let plainText = "text/plain; charset=utf-8"
}

import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// Why the server cannot start or cannot do something, comparable by `code`; the message says what to do next.
public struct ServerError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable {
        /// Another daemon listens on the socket.
        case socketInUse
        /// The path holds something else than a socket, or cannot be bound.
        case badSocket
        /// The address cannot be listened on.
        case badAddress
        /// A listener beyond loopback has no token.
        case tokenNeeded
        /// The token file cannot be used.
        case badToken
        /// No more jobs are taken in.
        case queueFull
        /// The job is in no state for that.
        case conflict
        /// The daemon is shutting down.
        case closing
    }

    /// The kind of failure.
    public let code: Code
    /// The reason, for people.
    public let text: Bilingual

    /// An error of that kind.
    public init(_ code: Code, _ text: some Sayable) {
        self.code = code
        self.text = text.bilingual
    }

    /// The reason in English.
    public var message: String { text.english }

    /// The message.
    public var description: String { message }
}

extension ServerError: Equatable {
    /// Errors are equal when their codes are.
    public static func == (left: ServerError, right: ServerError) -> Bool { left.code == right.code }
}

extension ServerError {
    var protocolCode: ErrorCode {
        switch code {
        case .queueFull, .closing: .busy
        case .conflict: .conflict
        case .socketInUse, .badSocket, .badAddress, .tokenNeeded, .badToken: .internal
        }
    }
}

extension StoreError {
    var protocolCode: ErrorCode {
        switch code {
        case .notFound: .notFound
        case .exists: .exists
        case .conflict: .conflict
        case .busy: .busy
        case .full, .readOnly, .corrupt, .damaged, .foreign, .displaced, .inUse, .newer, .failed: .internal
        }
    }
}

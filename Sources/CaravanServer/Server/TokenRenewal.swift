import Logging

/// Lets the token be changed while the daemon runs.
public struct TokenRenewal: Sendable {
    private let requests: AsyncStream<Void>
    private let file: String?

    /// - Parameters:
    ///   - requests: an element each time that the token is to be read anew.
    ///   - file: where it stands (`TokenFile`); nil where there is no token.
    public init(on requests: AsyncStream<Void>, file: String?) {
        self.requests = requests
        self.file = file
    }

    /// Reads the token anew as often as that is asked for. One that cannot be read leaves the old one.
    func run(_ gate: TokenGate, _ logger: Logger) async {
        for await _ in requests {
            guard let file else {
                logger.notice("there is no token file to read anew")
                continue
            }
            do {
                gate.change(to: try TokenFile.token(at: file))
                logger.notice("the token was read anew; clients that have been let in stay")
            } catch {
                logger.error("the token stays as it was", metadata: ["reason": "\(error)"])
            }
        }
    }
}

/// The codes that an `ERR` line can carry; programs compare these, people read the message.
public enum ErrorCode: String, Error, Sendable, CaseIterable {
    /// The request is not well formed: a bad line, argument, option or body.
    case usage
    /// The first word names no verb.
    case unknownVerb = "unknown-verb"
    /// A week, request, job or version that does not exist.
    case notFound = "not-found"
    /// Something of that id exists already.
    case exists
    /// The request does not fit what is stored or running now.
    case conflict
    /// The document breaks the rules; records before the `ERR` list each fault.
    case invalid
    /// No plan keeps the hard rules.
    case infeasible
    /// A line, a body or a document beyond the limit.
    case tooLarge = "too-large"
    /// The daemon has as much to do as it takes on.
    case busy
    /// The listener asks for a token first.
    case denied
    /// The daemon gave up waiting.
    case timeout
    /// The daemon made a mistake.
    case `internal`
}

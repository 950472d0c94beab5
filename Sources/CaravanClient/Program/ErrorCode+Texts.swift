import CaravanLanguage
import CaravanProtocol

extension ErrorCode {
    /// What it is called, and what to do next.
    var texts: (name: ErrorName, advice: ErrorAdvice) {
        switch self {
        case .usage: (.usage, .usage)
        case .unknownVerb: (.unknownVerb, .unknownVerb)
        case .notFound: (.notFound, .notFound)
        case .exists: (.exists, .exists)
        case .conflict: (.conflict, .conflict)
        case .invalid: (.invalid, .invalid)
        case .infeasible: (.infeasible, .infeasible)
        case .tooLarge: (.tooLarge, .tooLarge)
        case .busy: (.busy, .busy)
        case .denied: (.denied, .denied)
        case .timeout: (.timeout, .timeout)
        case .internal: (.internalError, .internalError)
        }
    }
}

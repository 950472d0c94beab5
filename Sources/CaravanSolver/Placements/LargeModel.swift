import CaravanCore
import CaravanLanguage

/// A model that would take more memory than it may, and the requests that weigh most in it.
public struct LargeModel: Sendable, Equatable {
    /// What one request brings in.
    public struct Part: Sendable, Equatable {
        /// Identifier of the request.
        public let request: String
        /// Its title.
        public let title: String
        /// Townships where it may be held.
        public let townships: Int
        /// Townships × starts that are possible for it.
        public let placements: Double
        /// Venues and members that could be chosen, over all placements.
        public let choices: Double
        /// Bytes of the model.
        public let bytes: Double
    }

    /// Bytes that the model would take.
    public let bytes: Double
    /// Bytes that it may take.
    public let memory: Int
    /// The requests that weigh most, the heaviest first.
    public let heaviest: [Part]
    /// How many requests there are.
    public let requests: Int

    /// What is too large, and what to narrow.
    public var text: Bilingual {
        let names = heaviest.map { part in
            let name = part.title.isEmpty ? part.request : "\(part.request) (\(part.title))"
            return RefusedJob.largeRequest(
                name, part.townships, plainDecimal(part.placements), plainDecimal(part.choices))
        }
        return RefusedJob.tooLarge(
            Self.megabytes(bytes), Self.megabytes(Double(memory)), requests, names.listed(.semicolon))
    }

    /// A record for each of the heaviest requests.
    public var records: [JSON] {
        heaviest.map { part in
            [
                "request": .string(part.request), "title": .string(part.title), "townships": .int(part.townships),
                "placements": .number(part.placements), "choices": .number(part.choices),
                "megabytes": .number((part.bytes / 1e6).rounded(.up)),
            ]
        }
    }

    private static func megabytes(_ bytes: Double) -> String { plainDecimal((bytes / 1e6).rounded(.up)) }
}

/// Sessions that belong together, one after the other: the meetings of a club, the days of a camp (H14).
public struct Series: Sendable {
    /// What all held sessions of a series can have in common.
    public enum Sharing: Sendable, Hashable, CaseIterable {
        /// The township where it is live.
        case township
        /// The venue where it is live.
        case venue
        /// The slot of the start, whatever the date.
        case slot
        /// The members of a pool in the live crew.
        case pool(Pool)

        /// All that can be shared, in the order of the documentation.
        public static let allCases: [Sharing] = [.township, .venue, .slot] + Pool.allCases.map(Sharing.pool)

        /// The word in documents; nil where a text is none.
        public init?(_ word: String) {
            guard let found = Self.allCases.first(where: { $0.word.isSame(as: word) }) else { return nil }
            self = found
        }

        /// The word in documents.
        public var word: String {
            switch self {
            case .township: "township"
            case .venue: "venue"
            case .slot: "slot"
            case .pool(let pool): pool.rawValue
            }
        }
    }

    /// Identifier.
    public let id: String
    /// Title for people; empty where the document has none.
    public let title: String
    /// Numbers of its requests, in their order; two or more.
    public let requests: [Int]
    /// What its held sessions agree in, in the order listed, without repeats.
    public let same: [Sharing]
    /// Dates between the end of a held session and the start of the next one, at least; the next date is 1.
    public let least: Int
    /// The same at most; nil: without limit.
    public let most: Int?
    /// Whether all of its requests are held or none.
    public let all: Bool
}

/// Which weeks are measured, how long, and against whom: all that a benchmark needs to be run again.
struct BenchmarkSuite: Sendable {
    /// Weeks of one kind.
    struct Step: Sendable {
        /// Where the weeks come from.
        enum Source: Sendable, Equatable {
            /// The generator, with these seeds.
            case generated(size: String, flavour: String?, seeds: [Int])
            /// Documents of the repository, and documents of the shared material.
            case given(here: [String], shared: [String])
        }

        /// Name of the kind, as in `WeekRecord.kind`.
        let kind: String
        /// The weeks.
        let source: Source
        /// Seconds for every solver.
        let limit: Double
        /// Names of the peers.
        let peers: [String]
    }

    /// Seeds of generated weeks; none was looked at while the program was written.
    static let seeds = [201, 202, 203, 204, 205]
    /// Every peer there is.
    static let everyPeer = ["cpsat", "highs", "scip", "cbc", "glpsol"]
    /// Sizes from small to large; `region` lies between those of the generator, for the curve of cost against size.
    static let sizes = ["tiny", "small", "county", "city", "region", "province"]
    /// Seconds at which tables read objective, bound and gap off.
    static let moments = [1.0, 10, 60, 120, 300]

    /// One after the other.
    let steps: [Step]

    /// Minutes: two seeds a kind, short limits, the two strongest peers.
    static let quick = BenchmarkSuite(steps: [
        step("tiny", seeds: 2, limit: 20, peers: strongest),
        step("tiny", "rich", seeds: 2, limit: 20, peers: strongest),
        step("small", seeds: 2, limit: 20, peers: strongest), step("county", seeds: 2, limit: 30, peers: strongest),
        step("city", seeds: 2, limit: 30, peers: strongest), real(limit: 20, peers: []),
    ])

    /// Hours: every seed, every peer, the limits that the program is judged by.
    static let full = BenchmarkSuite(steps: [
        step("tiny", limit: 60, peers: everyPeer), step("tiny", "rich", limit: 60, peers: everyPeer),
        step("small", limit: 60, peers: everyPeer), step("county", limit: 120, peers: everyPeer),
        step("city", limit: 300, peers: everyPeer), step("region", limit: 300, peers: []),
        step("province", limit: 300, peers: []), real(limit: 300, peers: everyPeer),
    ])

    private static let strongest = ["cpsat", "highs"]

    private static func step(
        _ size: String, _ flavour: String? = nil, seeds count: Int = seeds.count, limit: Double, peers: [String]
    ) -> Step {
        Step(
            kind: [size, flavour].compactMap(\.self).joined(separator: " "),
            source: .generated(size: size, flavour: flavour, seeds: Array(seeds.prefix(count))), limit: limit,
            peers: peers)
    }

    private static func real(limit: Double, peers: [String]) -> Step {
        Step(
            kind: "real",
            source: .given(
                here: ["samples/baishan-2025/week.json"],
                shared: ["instances/real/qld-2013.json", "instances/real/nsw-2014.json"]),
            limit: limit, peers: peers)
    }
}

import Foundation

/// Inputs that fuzzing begins from: samples of what is right, and what once went wrong.
enum Corpus {
    /// The folder, a folder a target in it.
    static let folder = "Tests/Fixtures/Fuzz"

    /// The seeds of a target by name, in a fixed order.
    /// - Throws: Where the files cannot be read, or there are none.
    static func seeds(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
        let place = "\(folder)/\(target.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.file(place).path).sorted()
        let seeds = try (names.map { "\(place)/\($0)" } + samples(of: target)).map { path in
            (name: path, bytes: try ProjectFolder.bytes(path))
        }
        guard !seeds.isEmpty else { throw TrialError("\(place) holds no seed") }
        return seeds
    }

    /// Files of the samples that are seeds too.
    private static func samples(of target: FuzzTarget) -> [String] {
        switch target {
        case .json, .week: ["samples/tiny/week.json", "samples/tiny/faulty-week.json"]
        case .edits: ["samples/tiny/edits.json", "samples/tiny/cancelled.json"]
        default: []
        }
    }
}

import ArgumentParser
import CaravanCore
import Foundation

/// A week document to be solved.
struct WeekFile {
    let path: String
    let id: String
    let kind: String
    let requests: Int

    /// - Throws: Where the file cannot be read, or is no week.
    init(path: String, kind: String) throws {
        let document = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: path)))
        guard let id = document["id"]?.string, let requests = document["requests"]?.array?.count else {
            throw ValidationError("\(path) is no week document")
        }
        (self.path, self.id, self.kind, self.requests) = (path, id, kind, requests)
    }
}

/// The generator, the peers and the known optima that lie beside the repository, and a room for generated weeks.
final class Material {
    /// The folder with `instances` and `peers`.
    let folder: String
    /// The best objectives known, by week.
    let best: [String: Double]
    private let room: URL
    /// Runs the generator with one more size, the geometric mean of its two largest.
    private static let withRegion = """
        import sys; sys.path.insert(0, sys.argv.pop(1)); import generate
        generate.SIZES["region"] = (250, 19, 8, 1250, 220, 280, 42)
        generate.main()
        """

    init(folder: String) throws {
        self.folder = folder
        let optima = try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/instances/optima.json"))
        let fields = try optima.map { try JSON(parsing: $0).object?.fields ?? [] } ?? []
        best = Dictionary(fields.compactMap { field in field.value["objective"]?.number.map { (field.key, $0) } }) {
            $1
        }
        room = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-weeks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: room) }

    /// A week of the generator.
    func week(size: String, seed: Int, flavour: String?) throws -> WeekFile {
        let instances = "\(folder)/instances"
        guard FileManager.default.fileExists(atPath: "\(instances)/generate.py") else {
            throw ValidationError("\(folder) does not hold the shared instances; name their folder with --shared")
        }
        let name = [size, String(seed), flavour].compactMap(\.self).joined(separator: "-")
        let path = room.appendingPathComponent(name + ".json").path
        let flags = flavour.map { ["--\($0)"] } ?? []
        let arguments = ["-c", Self.withRegion, instances, size, "--seed", String(seed), "-o", path] + flags
        let made = try ChildProcess("python3", arguments, deadline: 3600)
        guard made.status == 0 else { throw ValidationError("generate.py \(size): \(made.complaint)") }
        return try WeekFile(path: path, kind: [size, flavour].compactMap(\.self).joined(separator: " "))
    }
}

import ArgumentParser
import CaravanBenchmark
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

/// The generator and the known optima that lie beside the repository.
struct Material {
    /// The folder with `instances` and `peers`.
    let folder: String
    /// The best objectives known, by week.
    private(set) var best: [String: Double] = [:]

    init(folder: String) throws {
        self.folder = folder
        let optima = URL(fileURLWithPath: "\(folder)/instances/optima.json")
        guard let bytes = try? Data(contentsOf: optima) else { return }
        for field in try JSON(parsing: bytes).object?.fields ?? [] {
            best[field.key] = field.value["objective"]?.number
        }
    }

    /// A week of the generator.
    /// - Parameter room: Where its document is written.
    func week(size: String, seed: Int, flavour: String?, in room: URL) throws -> WeekFile {
        let path = room.appendingPathComponent([size, String(seed), flavour].compactMap(\.self).joined(separator: "-"))
            .appendingPathExtension("json").path
        guard FileManager.default.fileExists(atPath: "\(folder)/instances/generate.py") else {
            throw ValidationError("\(folder) does not hold the shared instances; name their folder with --shared")
        }
        let flags = flavour.map { ["--\($0)"] } ?? []
        let arguments = ["\(folder)/instances/generate.py", size, "--seed", String(seed), "-o", path] + flags
        let made = try ChildProcess("python3", arguments, deadline: 3600)
        guard made.status == 0 else { throw ValidationError("generate.py \(size): \(made.complaint)") }
        return try WeekFile(path: path, kind: [size, flavour].compactMap(\.self).joined(separator: " "))
    }
}

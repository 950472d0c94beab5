import ArgumentParser
import Foundation

/// Draws trajectories as an SVG image.
struct Chart: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw trajectories of solvers on one week, CSV files of compare or solve, as SVG.")

    @Argument(help: "CSV files with seconds, objective, bound.") var files: [String]
    @Option(name: [.short, .long], help: "The image.") var output = "chart.svg"
    @Option(help: "Its heading.") var title: String?

    func run() throws {
        let trajectories = try files.map { path in
            let url = URL(fileURLWithPath: path)
            do {
                return try TrajectoryFile(
                    csv: String(contentsOf: url, encoding: .utf8), solver: url.deletingPathExtension().lastPathComponent
                )
            } catch let error as TrajectoryFile.Unreadable {
                throw ValidationError("\(path): \(error)")
            }
        }
        try TrajectoryChart(trajectories, title: title).svg.write(toFile: output, atomically: true, encoding: .utf8)
    }
}

import Foundation
import PackagePlugin

/// Writes the files of a target's folder `Console` into Swift, so that the program needs no files beside it.
@main
struct EmbedConsole: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = target.directoryURL.appending(path: "Console")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedConsole.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files of the console",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [output.path()] + files.map { $0.path() },
                inputFiles: files, outputFiles: [output])
        ]
    }
}

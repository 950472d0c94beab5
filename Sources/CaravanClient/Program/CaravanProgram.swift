import ArgumentParser
import CaravanLanguage
import Foundation

/// The program `caravan`.
public enum CaravanProgram {
    /// Carries out the command line of the process and ends it with an `ExitStatus`.
    public static func main() async -> Never {
        var options: CommonOptions?
        do {
            var command = try CaravanCommand.parseAsRoot()
            options = (command as? any CommonCommand)?.common
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(ExitStatus.success.rawValue)
        } catch let error as ClientError {
            let environment = ProcessInfo.processInfo.environment
            let console =
                options.map { CommandContext.console($0, environment: environment) }
                ?? Console(isJSON: false, language: .ofProcess, environment: environment)
            FailureReport(error).write(to: console)
            exit(ExitStatus(error).rawValue)
        } catch {
            end(with: error)
        }
    }

    /// Ends with ArgumentParser's help, to standard output, or its error, to standard error.
    private static func end(with error: any Error) -> Never {
        let code = CaravanCommand.exitCode(for: error)
        let descriptor: Int32 = code == .success ? 1 : 2
        let page = HelpPage(endingWith: error, width: Terminal.width(descriptor) ?? 80)
        if !page.text.isEmpty { _ = Terminal.write(Array((page.text + "\n").printable.utf8), to: descriptor) }
        exit(code.rawValue)
    }
}

import ArgumentParser
import CaravanCore
import Foundation

/// Prints records again.
struct Table: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print records of trials as a Markdown table.")

    @Argument(help: "Records, as trials leave them.")
    var files: [String]

    func run() throws {
        let records = try files.map { file in
            let json = try JSON(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: file))))
            guard let record = TrialRecord(json: json) else { throw ValidationError("\(file) is no record of a trial") }
            return record
        }
        Terminal.say(TrialTable.markdown(records))
    }
}

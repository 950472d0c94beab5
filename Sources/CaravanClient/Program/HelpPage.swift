import ArgumentParser
import CaravanLanguage

/// What ArgumentParser, which speaks English alone, ends the program with: help, or an error in the command line. In
/// Chinese its frame is replaced by the catalogue's (`HelpFrame`) and lines are broken by the columns they take.
struct HelpPage {
    /// Columns of ArgumentParser's labels.
    private static let labels = 26

    /// The text as it is shown.
    let text: String

    /// Help, or an error, as ArgumentParser would end with.
    init(endingWith error: any Error, width: Int) {
        let isHelp = CaravanCommand.exitCode(for: error) == .success
        // Unbroken: ArgumentParser breaks at blanks, and counts characters instead of columns.
        let raw = CaravanCommand.fullMessage(for: error, columns: Language.ofProcess == .chinese ? 10_000 : nil)
        if Language.ofProcess != .chinese {
            text = raw
        } else if isHelp {
            // Versions and completion scripts come this way too.
            text = raw.hasPrefix(HelpFrame.overview[.english]) ? Self.help(raw, width) : raw
        } else {
            text = Self.lines(raw, Self.errorLine)
        }
    }

    private static func lines(_ text: String, _ change: (String) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { change(String($0)) }.joined(separator: "\n")
    }

    private static func help(_ raw: String, _ width: Int) -> String {
        lines(raw) { line in
            let said = helpLine(line)
            if said.hasPrefix(HelpFrame.usage[.chinese]) { return said }
            let isLabelled = said.hasPrefix("  ")
            return said.wrapped(to: width, indent: isLabelled ? labels : 0)
        }
    }

    private static func helpLine(_ line: String) -> String {
        for heading in [HelpFrame.arguments, .options, .moreHelp] where line == heading[.english] {
            return heading[.chinese]
        }
        for start in [HelpFrame.overview, .usage] where line.hasPrefix(start[.english]) {
            return replaceStart(of: line, start)
        }
        let group = HelpFrame.subcommands
        if line.hasSuffix(group[.english]) { return line.dropLast(group[.english].count) + group[.chinese] }
        for end in [HelpFrame.showHelp, .showVersion] where line.hasSuffix("  " + end[.english]) {
            return line.dropLast(end[.english].count) + end[.chinese]
        }
        return line.replacing(#/ ?\(values: ([^();]*); default: ([^()]*)\)$/#) {
            HelpFrame.valuesAndDefault[.chinese, String($0.1), String($0.2)]
        }
        .replacing(#/ ?\(values: ([^()]*)\)$/#) { HelpFrame.values[.chinese, String($0.1)] }
        .replacing(#/ ?\(default: ([^()]*)\)$/#) { HelpFrame.byDefault[.chinese, String($0.1)] }
    }

    private static func errorLine(_ line: String) -> String {
        for start in [HelpFrame.wrongCommand, .helpOfError, .usageOfError] where line.hasPrefix(start[.english]) {
            return replaceStart(of: line, start)
        }
        guard let more = line.wholeMatch(of: #/  See '(.*)' for more information\./#) else { return line }
        return HelpFrame.moreOfError[.chinese, String(more.1)]
    }

    private static func replaceStart(of line: String, _ start: HelpFrame) -> String {
        start[.chinese] + line.dropFirst(start[.english].count).drop { $0 == " " }
    }
}

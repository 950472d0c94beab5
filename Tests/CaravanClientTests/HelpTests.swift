import ArgumentParser
import CaravanLanguage
import Testing

@testable import CaravanClient

@Suite("Help in two languages")
struct HelpTests {
    /// The help of a command, or of the program for none, as it is shown.
    private static func help(_ language: Language, _ words: [String], width: Int = 80) -> String {
        language.asOfProcess {
            do {
                var command = try CaravanCommand.parseAsRoot(words)
                // Asked for help, it answers with a command that ends with it.
                if !(command is any CommonCommand) { try command.run() }
                return ""
            } catch {
                return HelpPage(endingWith: error, width: width).text
            }
        }
    }

    private static let commands: [String] =
        CaravanCommand.configuration.groupedSubcommands.flatMap(\.subcommands).map { $0._commandName }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }

    /// Labels of arguments, options and commands with what is said of them, which may begin in the next line.
    private static func entries(_ help: String) -> [(label: String, text: String)] {
        var entries: [(label: String, text: String)] = []
        for line in help.split(separator: "\n") {
            if let start = line.firstMatch(of: /^  ([-<a-z][^ ]*(?: [^ ]+)*)(?:  +(.*))?$/) {
                entries.append((String(start.1), String(start.2 ?? "")))
            } else if line.hasPrefix("          "), let last = entries.indices.last {
                entries[last].text += line
            }
        }
        return entries
    }

    @Test("everything is said in Chinese, within 80 columns", arguments: [[]] + commands.map { [$0] })
    func chinese(command: [String]) {
        let help = Self.help(.chinese, command + ["--help"])
        #expect(help.hasPrefix("概述：") && help.contains("\n选项：\n"), "\(help)")
        #expect(Self.entries(help).count >= 8)
        for entry in Self.entries(help) {
            #expect(entry.text.contains(where: Self.isChinese), "\(command) \(entry.label): \(entry.text)")
        }
        for english in ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "default:", "values:", "See '"] {
            #expect(!help.contains(english), "\(english) in \(help)")
        }
        for line in help.split(separator: "\n") where !line.hasPrefix("用法：") && !line.hasPrefix("       ") {
            #expect(displayWidth(line) <= 80, "\(line)")
        }
    }

    @Test("nothing is said in Chinese in English", arguments: [[]] + commands.map { [$0] })
    func english(command: [String]) {
        let help = Self.help(.english, command + ["--help"])
        #expect(help.hasPrefix("OVERVIEW: ") && help.contains("\nOPTIONS:\n"))
        #expect(!help.contains(where: Self.isChinese), "\(help)")
        #expect(help == Self.help(.english, ["help"] + command))
    }

    @Test("caravan help COMMAND says the same in Chinese")
    func helpCommand() {
        #expect(Self.help(.chinese, ["help", "solve"]) == Self.help(.chinese, ["solve", "--help"]))
    }

    @Test("an error in the command line is framed in Chinese, and the client's own is told in it")
    func errors() {
        let missing = Self.help(.chinese, ["solve"])
        #expect(missing.hasPrefix("命令写法有误：") && missing.contains("\n正确用法："), "\(missing)")
        #expect(missing.hasSuffix("详细说明：caravan solve --help"), "\(missing)")
        let own = Self.help(.chinese, ["replan", "w", "--frontier", "--no-wait"])
        #expect(own.hasPrefix("命令写法有误：--frontier 须等待方案完成"), "\(own)")
        #expect(Self.help(.english, ["solve"]).hasPrefix("Error: Missing expected argument '<week>'"))
    }

    @Test("--lang decides before the environment, wherever it stands")
    func choice() {
        let environment = ["LANG": "zh_CN.UTF-8"]
        #expect(Language(commandLine: ["solve", "--lang", "en", "--help"], environment: environment) == .english)
        #expect(Language(commandLine: ["--lang=zh", "--help"], environment: [:]) == .chinese)
        #expect(Language(commandLine: ["--help"], environment: environment) == .chinese)
        #expect(Language(commandLine: ["--lang", "fr"], environment: environment) == .chinese)
        #expect(Language(commandLine: ["--lang"], environment: [:]) == .english)
    }
}

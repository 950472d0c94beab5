import ArgumentParser
import CaravanLanguage
import Foundation

extension Language {
    /// The language of help and of errors in the command line, which have to be told while it is read. It is decided once
    /// for the process; tests bind it to either.
    static var ofProcess: Language { ProcessLanguage.current }

    /// The language that `--lang` names among the words of a command line, else the one that the environment asks for.
    init(commandLine words: some Collection<String>, environment: [String: String]) {
        var named: Language?
        for (word, next) in zip(words, Array(words.dropFirst()) + [""]) {
            if word == "--" { break }
            if word == "--lang" { named = Language(rawValue: next) ?? named }
            if word.hasPrefix("--lang=") { named = Language(rawValue: String(word.dropFirst(7))) ?? named }
        }
        self = named ?? Language(environment: environment)
    }
}

private enum ProcessLanguage {
    @TaskLocal static var current = Language(
        commandLine: CommandLine.arguments.dropFirst(), environment: ProcessInfo.processInfo.environment)
}

extension Language {
    /// Carries out what reads `ofProcess` as if the process spoke that language.
    func asOfProcess<R>(_ body: () throws -> R) rethrows -> R {
        try ProcessLanguage.$current.withValue(self, operation: body)
    }
}

extension ArgumentHelp {
    /// The help of an argument, option or flag, in the language of the process.
    static func saying(_ text: OptionHelp, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(text[.ofProcess], valueName: valueName)
    }
}

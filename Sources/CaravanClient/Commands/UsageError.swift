import ArgumentParser
import CaravanLanguage
import Foundation

/// Command lines that make no sense although each of their words does.
enum UsageError {
    /// The error, in the language of the environment: the command line's own is not known while it is read.
    static func error(_ text: ClientFailure) -> ValidationError { ValidationError(text[.ofEnvironment]) }
}

extension Language {
    /// The language that the environment of this process asks for.
    static var ofEnvironment: Language { Language(environment: ProcessInfo.processInfo.environment) }
}

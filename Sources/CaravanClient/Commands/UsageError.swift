import ArgumentParser
import CaravanLanguage

/// Command lines that make no sense although each of their words does.
enum UsageError {
    /// The error, in the language of the process.
    static func error(_ text: ClientFailure) -> ValidationError { ValidationError(text[.ofProcess]) }
}

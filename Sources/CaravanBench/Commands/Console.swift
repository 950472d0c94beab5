import Foundation

/// Unbuffered: tables that take minutes are read while they grow.
enum Console {
    /// A result, to standard output.
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// Where things stand, to standard error.
    static func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

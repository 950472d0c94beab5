import Foundation

/// What a command gets from its options and the environment.
struct CommandContext: Sendable {
    let endpoint: Endpoint
    let token: String?
    let console: Console

    /// - Throws: `ClientError` where no endpoint is named or the token's file cannot be read.
    init(_ options: CommonOptions, environment: [String: String]) throws(ClientError) {
        endpoint = try Endpoint.resolve(socket: options.socket, host: options.host, environment: environment)
        token = try Self.token(options, environment)
        console = Self.console(options, environment: environment)
    }

    /// Where the command writes; known even if the rest is wrong.
    static func console(_ options: CommonOptions, environment: [String: String]) -> Console {
        let language = options.lang ?? Language(environment: environment)
        return Console(isJSON: options.json, language: language, environment: environment)
    }

    private static func token(_ options: CommonOptions, _ environment: [String: String]) throws(ClientError) -> String?
    {
        if let token = options.token { return token }
        guard let path = options.tokenFile else {
            return environment["CARAVAN_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        }
        let text = String(decoding: try FileContent.read(path), as: UTF8.self)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Files that commands read and write.
enum FileContent {
    /// The bytes of a file, or of standard input for `-`.
    /// - Throws: `ClientError.unreadable`.
    static func read(_ path: String) throws(ClientError) -> [UInt8] {
        do {
            if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .unreadable(path: path, reason: reason(of: error))
        }
    }

    /// Writes a file, all or nothing.
    /// - Throws: `ClientError.unwritable`.
    static func write(_ bytes: [UInt8], to path: String) throws(ClientError) {
        do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
            throw .unwritable(path: path, reason: reason(of: error))
        }
    }

    /// The system's own words where it has some: Foundation's wrap them in a paragraph.
    private static func reason(of error: any Error) -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        return cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(truncatingIfNeeded: cause.code))) : error.localizedDescription
    }
}

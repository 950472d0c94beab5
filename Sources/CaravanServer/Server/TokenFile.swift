import CaravanLanguage
import Foundation

/// The file that holds the token of a listener: one line, kept from other users.
public enum TokenFile {
    /// Reads the token; white space around it does not count.
    /// - Throws: `ServerError` with code `badToken` where the file cannot be read, holds no token or more than a line, or
    ///   may be read by everybody.
    public static func token(at path: String) throws(ServerError) -> Secret {
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { throw ServerError(.badToken, StartFailure.tokenUnread(path)) }
        let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !token.isEmpty, token.utf8.count <= 1024, !token.contains(where: \.isNewline) else {
            throw ServerError(.badToken, StartFailure.noToken(path))
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = attributes?[.posixPermissions] as? Int ?? 0
        guard mode & 0o007 == 0 else {
            throw ServerError(.badToken, StartFailure.tokenExposed(path))
        }
        return Secret(token)
    }
}

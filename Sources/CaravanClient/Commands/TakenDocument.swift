import CaravanCore

/// A week document in a file that says which revision it was taken from, so that whoever loads it again does not overwrite
/// what others have changed since. The daemon never sees the field.
struct TakenDocument {
    private static let field = "storedRevision"

    /// The document without the field.
    let document: JSON
    /// The revision; nil where the file does not say.
    let revision: Int?

    /// A document as the daemon has it.
    init(_ document: JSON, revision: Int?) {
        self.document = document
        self.revision = revision
    }

    /// Reads a file; nil for one that is no JSON object, which the daemon refuses in its own words.
    init?(_ bytes: [UInt8]) {
        guard var fields = (try? JSON(parsing: bytes))?.object else { return nil }
        revision = fields[Self.field]?.integer
        fields[Self.field] = nil
        document = .object(fields)
    }

    /// The document as it is put into a file.
    var prettyText: String {
        guard let revision, var fields = document.object else { return document.prettyText }
        fields[Self.field] = .int(revision)
        return JSON.object(fields).prettyText
    }
}

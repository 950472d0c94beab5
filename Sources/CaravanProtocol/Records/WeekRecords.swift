// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanLanguage
import Foundation

/// A week, as `WEEKS` shows it.
public struct WeekListing: ProtocolRecord {
    public var week = ""
    public var title = ""
    public var start = ""
    public var days = 0
    public var revision = 0
    public var requests = 0
    public var plans = 0
    public var published: Int?
    public var updated = Date.distantPast
    public var damaged: Bool?

    public init() {}

    public static let fields: [RecordField<WeekListing>] = [
        .field("week", \.week, "identifier"), .field("title", \.title, "title, may be empty"),
        .field("start", \.start, "first date, `YYYY-MM-DD`"), .field("days", \.days, "number of dates"),
        .field("revision", \.revision, "revision, from 1 on"), .field("requests", \.requests, "number of requests"),
        .field("plans", \.plans, "number of plan versions"),
        .optional("published", \.published, "published version, absent if none"),
        .field("updated", \.updated, "when it last changed, ISO 8601 in UTC"),
        .optional("damaged", \.damaged, "`true` where the document is damaged on disk and not shown, else absent"),
    ]
}

/// A fault of a document.
public struct FaultRecord: ProtocolRecord {
    public var path = ""
    public var message: Bilingual?

    public init() {}

    public static let fields: [RecordField<FaultRecord>] = [
        .field("path", \.path, "where, e.g. `requests[3].needs[0].level`"),
        .text("message", \.message, "what is wrong there"),
    ]
}

/// What of a workbook was not read.
public struct IgnoredRecord: ProtocolRecord {
    public var path = ""
    public var message = ""
    public var pathZh = ""
    public var messageZh = ""
    public var sheet = ""
    public var row: Int?
    public var column: String?
    public var heading: String?
    public var found: String?

    public init() {}

    public static let fields: [RecordField<IgnoredRecord>] = [
        .field("path", \.path, "where, e.g. `notes` or `venues, column C`"),
        .field("message", \.message, "what stands there, and what may be meant"),
        .field("pathZh", \.pathZh, "the same in Chinese"), .field("messageZh", \.messageZh, "the same in Chinese"),
        .field("sheet", \.sheet, "name of the sheet"), .optional("row", \.row, "number of the row, if it is one"),
        .optional("column", \.column, "letters of the column, if it is one"),
        .optional("heading", \.heading, "heading of the column"), .optional("found", \.found, "what stands there"),
    ]
}

/// What the stored week has and the one that replaces it lacks.
public struct MissingRecord: ProtocolRecord {
    public var missing = ""
    public var kind = ""
    public var id = ""
    public var name: String?
    public var text: Bilingual?

    public init() {}

    public static let fields: [RecordField<MissingRecord>] = [
        .field("missing", \.missing, "what becomes of it: `refused`, `kept` or `dropped`"),
        .field(
            "kind", \.kind,
            "`request`, `expert`, `mentor`, `kit`, `venue`, `target`, `cap`, `township` or `fund`"),
        .field("id", \.id, "identifier"), .optional("name", \.name, "title or name, if it has one"),
        .text("text", \.text, "it as a line"),
    ]
}

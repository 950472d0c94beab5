import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanTables

/// A week as a client sends it: a document, or a workbook.
struct SentWeek: Sendable {
    let week: Week
    /// Bytes that the week takes.
    let footprint: Int
    /// What of a workbook was not read, a record each; nil for a document.
    var ignored: [JSON]?
    /// The revision that a workbook was made from; nil: it does not say, or it is a document.
    var revision: Int?

    /// - Parameter lease: what may be taken for it; set to what it takes.
    /// - Throws: `JSONError`, `WeekFaults`.
    init(document bytes: [UInt8], _ lease: MemoryLease) throws {
        week = try Week(document: JSON(parsing: bytes, within: lease.bytes))
        footprint = week.footprint
        lease.resize(to: footprint)
    }

    /// - Parameter name: What faults call it.
    /// - Throws: `ReplyError` with every fault at its cell.
    init(workbook bytes: [UInt8], name: String, _ lease: MemoryLease) throws {
        let imported = WeekImport(try Self.spreadsheet(bytes, name))
        guard let document = imported.document else {
            let first = imported.faults.first.map { Join.labelled($0.location, $0.said) } ?? .empty
            throw ReplyError(Self.refusal(.invalid, Join.labelled(name, first), imported.faults.map(\.record)))
        }
        week = try Week(document: document)
        ignored = imported.warnings.map(\.record)
        footprint = week.footprint
        revision = imported.origin.flatMap { $0.week == week.id ? $0.revision : nil }
        lease.resize(to: footprint)
    }

    /// What has to be free to read a body of so many bytes.
    static func memory(toRead bytes: Int, _ isWorkbook: Bool) -> Int {
        isWorkbook ? bytes * 64 + (1 << 20) : JSON.memory(toRead: bytes)
    }

    private static func spreadsheet(_ bytes: [UInt8], _ name: String) throws -> Spreadsheet {
        do throws(SpreadsheetError) {
            return try SpreadsheetFile.read(workbook: bytes, name: name)
        } catch {
            let isLarge =
                switch error {
                case .tooLarge, .unpacksTooLarge, .tooManyCells, .tooMuch: true
                default: false
                }
            let record: JSON = [
                "path": .string(name), "message": .string(error.wording.english),
                "messageZh": .string(error.wording.chinese),
            ]
            throw ReplyError(refusal(isLarge ? .tooLarge : .invalid, error.wording, [record]))
        }
    }

    private static func refusal(_ code: ErrorCode, _ reason: Bilingual, _ records: [JSON]) -> Reply {
        let count = records.count == 1 ? RefusedDocument.oneFault.bilingual : RefusedDocument.faults(records.count)
        let error = ProtocolError(
            code, RefusedDocument.unsound(RefusedDocument.workbook, count, reason),
            fields: ["faults": String(records.count)])
        return .failure(error, records: records)
    }
}

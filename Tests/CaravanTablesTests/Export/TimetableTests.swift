import CaravanCore
import CaravanLanguage
import Foundation
import TestSupport
import Testing

@testable import CaravanTables

@Suite("A plan as tables to print and send")
struct TimetableTests {
    private let week: Week
    private let plan: Plan

    init() throws {
        let url = SharedMaterial.packageRoot.appendingPathComponent("samples/tiny/week.json")
        week = try Week(document: JSON(parsing: Array(Data(contentsOf: url))))
        var sessions: [Session] = []
        for (number, request) in week.requests.prefix(4).enumerated() {
            let venue = try #require(week.venues.first { $0.township == request.townships[0] })
            let members = week.members[(number % 2)...(number % 2 + 1)]
            sessions.append(
                Session(
                    request: request.id, start: week.calendar.name(of: number % 2 * 2),
                    township: week.townships[request.townships[0]].id, venue: venue.id, crew: members.map(\.id)))
        }
        plan = Plan(week: week.id, version: 1, sessions: sessions)
    }

    private func column(_ heading: String, of sheet: OutputSheet) throws -> [OutputCell] {
        let at = try #require(sheet.columns.firstIndex { $0.heading == heading })
        return sheet.rows.map { $0[at] }
    }

    @Test("Every session stands in its township's, its venue's and each of its members' timetable")
    func counts() throws {
        let sheets = PlanSheets(week: week, plan: plan, language: .english)
        #expect(sheets.sheet(.sessions).rows.count == 4)
        #expect(sheets.sheet(.townships).rows.count == 4)
        #expect(sheets.sheet(.venues).rows.count == 4)
        #expect(sheets.sheet(.members).rows.count == 8)
        #expect(sheets.sheets.count == PlanTable.allCases.count)
    }

    @Test("Sessions come in the order of time")
    func order() throws {
        let sheet = PlanSheets(week: week, plan: plan, language: .english).sheet(.sessions)
        let slots = try column("slot", of: sheet)
        #expect(slots == slots.sorted { $0.csv < $1.csv })
    }

    @Test("What the funds' tables add up to is what the plan charges")
    func money() throws {
        let sheet = PlanSheets(week: week, plan: plan, language: .english).sheet(.funds)
        let (fund, item, total) = (
            try column("fund", of: sheet), try column("item", of: sheet), try column("total", of: sheet)
        )
        let money = MoneyReport(week: week, plan: plan)
        for row in money.rows {
            let amounts = sheet.rows.indices.filter { fund[$0] == .text(row.fund) }.map { number -> (Bool, Double) in
                guard case .money(let yuan) = total[number] else { return (false, .nan) }
                return (item[number] == .text("total"), yuan)
            }
            let parts = amounts.filter { !$0.0 }.reduce(0) { $0 + $1.1 }
            #expect(abs(parts - row.charged) < 1e-6)
            #expect(amounts.filter(\.0).map(\.1) == [row.charged])
        }
    }

    @Test("Coverage sums to the plan's sessions; the last row is their sum")
    func coverage() throws {
        let sheet = PlanSheets(week: week, plan: plan, language: .english).sheet(.coverage)
        let sessions = try column("sessions", of: sheet)
        #expect(sessions.last == .number(4))
        #expect(sheet.rows.count == week.townships.count + 1)
    }

    @Test("For one member only its sessions are printed")
    func subject() throws {
        let member = week.members[0].id
        let sheets = PlanSheets(week: week, plan: plan, language: .chinese, subject: .member(member))
        #expect(sheets.tables == [.sessions, .members])
        #expect(sheets.sheet(.members).rows.count == 2)
        #expect(sheets.sheet(.sessions).rows.count == 2)
    }

    @Test("The workbook has a sheet a kind, in landscape, its headings frozen and repeated")
    func layout() throws {
        let folder = try ScratchFolder()
        let sheets = PlanSheets(week: week, plan: plan, language: .chinese).sheets
        let workbook = try SheetFiles.workbook(sheets)
        let path = try folder.write(workbook, to: "plan.xlsx")
        let archive = try ZipArchive(workbook, limits: SpreadsheetLimits())
        let page = String(decoding: try #require(try archive.part("xl/worksheets/sheet2.xml")), as: UTF8.self)
        #expect(page.contains("orientation=\"landscape\""))
        #expect(page.contains("state=\"frozen\""))
        #expect(page.contains("fitToHeight=\"0\""))
        let book = String(decoding: try #require(try archive.part("xl/workbook.xml")), as: UTF8.self)
        #expect(book.contains("_xlnm.Print_Titles"))
        #expect(try SpreadsheetFile.read(path).sheets.map(\.name) == ["场次", "按乡镇", "按成员", "按场地", "按经费", "覆盖情况"])
    }
}

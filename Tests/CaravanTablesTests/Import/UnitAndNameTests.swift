import CaravanCore
import TestSupport
import Testing

@testable import CaravanTables

@Suite("Units in headings, and names that match nothing")
struct UnitAndNameTests {
    private func document(_ change: (inout SmallWeek) -> Void) throws -> JSON {
        var week = SmallWeek()
        change(&week)
        return try #require(week.imported.document, "\(week.imported.faults)")
    }

    private func warnings(_ change: (inout SmallWeek) -> Void) -> [String] {
        var week = SmallWeek()
        change(&week)
        return week.imported.warnings.map { $0.text(.english) }
    }

    @Test("Numbers below a heading with another unit are converted")
    func headings() throws {
        let week = try document {
            $0.set("funds", 1, 2, "额度（万元）")
            $0.set("funds", 2, 2, "4.3")
            $0.set("funds", 3, 2, "9000元")
            $0.set("experts", 1, 6, "最远车程(小时)")
            $0.set("experts", 2, 6, "1.1")
            $0.set("requests", 1, 7, "预计人数（百人）")
            $0.set("requests", 2, 7, "0.8")
            $0.set("townships", 1, 5, "人口 youth（千人）")
            $0.set("townships", 2, 5, "1.2")
            $0.set("week", 9, 0, "车速（米/秒）")
            $0.set("week", 9, 1, "12.5")
        }
        #expect(week["funds"]?.array?.map { $0["limit"] } == [43_000, 9000])
        #expect(week["experts"]?.array?[0]["maxMinutes"] == 66)
        #expect(week["requests"]?.array?.map { $0["attendance"] } == [80, 6000])
        #expect(week["townships"]?.array?[0]["population"]?["youth"] == 1200)
        #expect(week["travel"]?["speedKmh"] == 45)
    }

    @Test(
        "A unit that is none of the column's is a fault at its heading",
        arguments: [
            ("funds", 2, "额度（美元）"), ("funds", 2, "limit (km)"), ("experts", 6, "最远车程（公里）"), ("requests", 8, "时长（小时）"),
            ("venues", 4, "容量（平方米）"), ("funds", 2, "额度（万元）（千元）"),
        ])
    func strangeUnits(_ table: String, _ column: Int, _ heading: String) {
        var week = SmallWeek()
        week.tables[table]?[0][column] = heading
        let imported = week.imported
        #expect(imported.document == nil)
        let letters = CellAddress.letters(of: column)
        #expect(
            imported.faults(table, 1, letters).first?.hasPrefix("the unit in brackets is not understood") == true,
            "\(imported.faults)")
    }

    @Test("The table's own units, remarks and the brackets of other columns are let be")
    func ownUnits() {
        for heading in ["limit (yuan)", "额度（元）", "额度（必填）", "limit", "额度（元）*"] {
            #expect(warnings { $0.set("funds", 1, 2, heading) }.isEmpty)
        }
        #expect(warnings { $0.set("funds", 1, 1, "名称（全称）") }.isEmpty)
        #expect(warnings { $0.set("townships", 1, 5, "population (youth)") }.isEmpty)
    }

    @Test("Kinds, equipment, skills, topics and formats that nothing has are told, with the near match")
    func names() {
        #expect(
            warnings {
                $0.tables["requests"]?[0] += ["venue kinds", "equipment"]
                $0.tables["requests"]?[1] += ["school/hall", "project"]
                $0.tables["requests"]?[2] += ["stadium", ""]
                $0.set("requests", 2, 9, "experts:blueberry2; mentors:ai")
            }.sorted()
                == [
                    "requests, row 2, column J (needs): found \"experts:blueberry2; mentors:ai\": nobody among experts has the skill blueberry2; did you mean blueberry?",
                    "requests, row 2, column J (needs): found \"experts:blueberry2; mentors:ai\": nobody among mentors has the skill ai; check the name.",
                    "requests, row 2, column N (venue kinds): found \"school/hall\": no venue is of the kind school/hall; did you mean school, hall?",
                    "requests, row 2, column O (equipment): found \"project\": no venue has project; did you mean projector?",
                    "requests, row 3, column N (venue kinds): found \"stadium\": no venue is of the kind stadium; check the name.",
                ].map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 })
        #expect(
            warnings { $0.set("targets", 2, 2, "format=lectures") } == [
                "targets, row 2, column C (where): found \"format=lectures\": no request has the format lectures; did you mean lecture?"
            ])
    }

    @Test("An empty list of slots is told, since nothing can be held in it")
    func noSlots() {
        #expect(
            warnings { $0.set("requests", 2, 10, "无") } == [
                "requests, row 2, column K (slots): found \"无\": read as no slot at all, so the request cannot be held; leave the cell empty if any slot will do"
            ])
    }

    @Test("A renamed sheet is told with the table that it may be, by its name or by its headings")
    func sheets() {
        var week = SmallWeek()
        week.tables["缺席"] = week.tables["absences"]
        week.tables["absences"] = nil
        week.tables["Sheet7"] = [["request", "start", "township", "venue", "crew"], ["r1", "", "", "", ""]]
        let told = week.imported.warnings.map { $0.text(.chinese) }
        #expect(told.contains("缺席：未知的工作表，不读取；是否指“成员缺席”？"), "\(told)")
        #expect(told.contains { $0.hasPrefix("Sheet7：未知的工作表，不读取；标题与“已定安排”相同") }, "\(told)")
    }

    @Test("A date column holds one date without a time; a number that was a date is refused")
    func dateCells() {
        var week = SmallWeek()
        week.set("absences", 2, 1, "5月24日-26日")
        #expect(
            week.imported.faults("absences", 2, "B").first?.hasPrefix("several dates, 2025-05-24~2025-05-26") == true)
        let rows = [SmallWeek.row(1, ["member", "from", "until", "slots"])]
        for (content, problem) in [
            (CellContent.date(45801.375), "a time stands with the date"),
            (.number(5.2), "the spreadsheet has made a number"),
        ] {
            var week = SmallWeek()
            week.tables["absences"] = nil
            let sheet = Sheet(
                name: "absences", rows: rows + [SheetRow(number: 2, cells: [(0, .text("e1")), (1, content)])])
            let imported = WeekImport(Spreadsheet(sheets: week.spreadsheet.sheets + [sheet]))
            #expect(imported.faults("absences", 2, "B").first?.hasPrefix(problem) == true)
        }
    }

    @Test("A week of a workbook that counts from 1904 keeps its dates and times")
    func from1904() throws {
        var week = SmallWeek()
        for table in ["absences", "slots"] { week.tables[table] = nil }
        week.set("week", 4, 1, "44339")
        let absences = Sheet(
            name: "absences",
            rows: [
                SmallWeek.row(1, ["member", "from"]),
                SheetRow(number: 2, cells: [(0, .text("e1")), (1, .number(44344))]),
            ])
        let slots = Sheet(
            name: "slots",
            rows: [
                SmallWeek.row(1, ["id", "start", "end"]),
                SheetRow(number: 2, cells: [(0, .text("am")), (1, .date(0.375)), (2, .date(0.5))]),
                SheetRow(number: 3, cells: [(0, .text("pm")), (1, .date(0.75)), (2, .date(1))]),
            ])
        let imported = WeekImport(
            Spreadsheet(sheets: week.spreadsheet.sheets + [absences, slots], countsFrom1904: true))
        let document = try #require(imported.document, "\(imported.faults)")
        #expect(document["start"] == "2025-05-24")
        #expect(document["experts"]?.array?[0]["away"] == ["2025-05-29.am", "2025-05-29.pm"])
        #expect(document["slots"]?.array?.map { $0["end"] } == ["12:00", "24:00"])
    }

    @Test("A zone that is none is a fault of its cell, with the one that is meant; the template names one")
    func zone() throws {
        var week = SmallWeek()
        week.set("week", 6, 1, "北京时间")
        #expect(
            week.imported.faults("week", 6, "B")
                == ["no time zone of the IANA database: 北京时间; write Asia/Shanghai; "])
        let sheet = try #require(WeekSheets.template(.chinese).first { $0.name == Table.week.name.chinese })
        #expect(sheet.rows.contains { $0[0] == .text("时区") && $0[1] == .text("Asia/Shanghai") })
    }
}

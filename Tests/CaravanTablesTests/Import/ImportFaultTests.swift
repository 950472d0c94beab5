import CaravanCore
import TestSupport
import Testing

@testable import CaravanTables

@Suite("What is wrong with tables is said with sheet, row, column and what would do")
struct ImportFaultTests {
    private func faults(_ change: (inout SmallWeek) -> Void) -> [String] {
        var week = SmallWeek()
        change(&week)
        let imported = week.imported
        #expect(imported.document == nil)
        return imported.faults.map { $0.text(.english) }
    }

    @Test("An unknown township has a near match")
    func nearMatch() {
        #expect(
            faults { $0.set("venues", 2, 2, "新建街到") } == [
                "venues, row 2, column C (township): found \"新建街到\": unknown township 新建街到; did you mean 新建街道?"
            ])
        #expect(
            faults { $0.set("requests", 2, 6, "t1, t22, nowhere at all") } == [
                "requests, row 2, column G (townships): found \"t1, t22, nowhere at all\": unknown township t22; did you mean t2?",
                "requests, row 2, column G (townships): found \"t1, t22, nowhere at all\": unknown township nowhere at all; write an id or a name from the table, or add a row to it",
            ])
    }

    @Test("A date outside the week, text where a number belongs, a skill level beyond 5")
    func cells() {
        #expect(
            faults { $0.set("absences", 2, 1, "2025-06-29") } == [
                "absences, row 2, column B (from): found \"2025-06-29\": 2025-06-29 is outside the week; the week goes from 2025-05-24 to 2025-05-30"
            ])
        #expect(
            faults { $0.set("requests", 3, 7, "about 60 people") } == [
                "requests, row 3, column H (attendance): found \"about 60 people\": not a number; write only the number: 60"
            ])
        #expect(
            faults { $0.set("experts", 2, 3, "ai=9") } == [
                "experts, row 2, column D (skills): found \"ai=9\": outside 1–5; write a number from 1–5"
            ])
        #expect(
            faults { $0.set("venues", 3, 4, "-5") } == [
                "venues, row 3, column E (capacity): found \"-5\": below 0; write 0 or more"
            ])
    }

    @Test("An id given twice names both rows; an empty cell that must not be; a name that two things have")
    func identities() {
        #expect(
            faults { $0.set("venues", 3, 0, "v1") }.contains(
                "venues, row 3, column A (id): found \"v1\": the id v1 is taken: venues, row 2; choose another one"))
        #expect(
            faults { $0.set("venues", 3, 3, "") } == ["venues, row 3, column D (kind): empty; fill in the cell"])
        #expect(
            faults {
                $0.set("townships", 3, 1, "新建街道"); $0.set("venues", 3, 2, "新建街道"); $0.set("requests", 2, 6, "t1")
            } == [
                "venues, row 3, column C (township): found \"新建街道\": 2 of that name (township: 新建街道); write the id: t1, t2"
            ])
    }

    @Test("Missing sheets, columns and fields; an unknown sheet; a sheet twice")
    func structure() {
        #expect(
            faults { $0.tables["funds"] = nil }.contains {
                $0.hasPrefix("funds: the sheet funds is missing")
            })
        #expect(
            faults { $0.tables["venues"]?[0][2] = "towm" } == [
                "venues, row 1: the column township is missing; add it: id or name of the township"
            ])
        #expect(
            faults { $0.tables["week"]?.remove(at: 4) }.contains {
                $0.hasPrefix("week: the field days is missing")
            })
        #expect(
            faults { $0.tables["场地"] = $0.tables["venues"] }.contains {
                $0.hasPrefix("场地: the same table as the sheet venues")
            })
        var week = SmallWeek()
        week.tables["venuse"] = [["x"]]
        #expect(
            week.imported.warnings.map { $0.text(.english) } == [
                "venuse: unknown sheet, not read; did you mean venues?"
            ])
    }

    @Test("Merged cells, formulas without result, errors, and dates that the spreadsheet made of an id")
    func spreadsheetTraps() throws {
        let venues = Sheet(
            name: "venues",
            rows: [
                SmallWeek.row(1, ["id", "name", "township", "kind", "capacity", "equipment", "cost"]),
                SheetRow(
                    number: 2,
                    cells: [
                        (0, .date(45661)), (2, .text("t1")), (3, .text("hall")), (4, .formula("A1+1")),
                        (6, .error("#REF!")),
                    ]),
            ], merges: [try #require(MergedRange("C2:C3")), try #require(MergedRange("A1:G1"))])
        var week = SmallWeek()
        for table in ["venues", "closures"] { week.tables[table] = nil }
        let imported = WeekImport(Spreadsheet(sheets: week.spreadsheet.sheets + [venues]))
        #expect(imported.faults("venues", 2, "C") == ["merged cells; unmerge them and fill in every cell"])
        #expect(imported.faults("venues", 1, "A") == ["merged cells; unmerge them and fill in every cell"])
        #expect(
            imported.faults("venues", 2, "A").first?.hasPrefix("the spreadsheet has made a date of it: 2025-01-04")
                == true)
        #expect(imported.faults("venues", 2, "E").first?.hasPrefix("a formula without a stored result") == true)
        #expect(imported.faults("venues", 2, "G").first?.hasPrefix("the formula in this cell failed") == true)
    }

    @Test("Faults of slots are not repeated at everything that names one")
    func brokenCalendar() {
        let found = faults { $0.set("slots", 2, 1, "nine") }
        #expect(found == ["slots, row 2, column B (start): found \"nine\": not a time of day; write 09:00"])
        let dates = faults { $0.set("week", 4, 1, "some day") }
        #expect(dates == ["week, row 4, column B (start): found \"some day\": not a date; write 2025-05-29"])
    }

    @Test("Several hundred faults come in one pass, in the order of the rows, in both languages")
    func hundreds() throws {
        var week = SmallWeek()
        let row = try #require(week.tables["requests"]?[1])
        for number in 0..<600 {
            var broken = row
            broken[0] = "x\(number)"
            broken[number % 2 == 0 ? 6 : 7] = number % 2 == 0 ? "湾沟" : "many"
            week.tables["requests"]?.append(broken)
        }
        let imported = week.imported
        #expect(imported.faults.count == 600)
        #expect(imported.faults.compactMap(\.place.row) == Array(4..<604))
        #expect(imported.faults[0].text(.chinese) == "requests 第 4 行 G 列（townships）：填的是“湾沟”，没有乡镇“湾沟”；是否指“湾沟镇”？")
        #expect(imported.faults[0].record(.english)["column"] == "G")
    }

    @Test(
        "Whatever cells are broken, import neither traps nor passes an unsound week, and all it says is in Chinese too")
    func anything() {
        var random = SeededGenerator(for: "broken cells")
        let junk = [
            "", "x", "0", "-1", "1.5", "9999999999", "t1", "v1", "e1", "r1", "2025-05-24", "2025-05-24.am", "am",
            "24:00", "yes",
            "a=b", "experts:a>=9 x0", "youth", "youth, youth", "\"", "none", "5/6", "ä", "per", "township", "format=",
        ]
        for _ in 0..<200 {
            var week = SmallWeek()
            for _ in 0...random.index(below: 3) {
                let names = week.tables.keys.sorted()
                let name = names[random.index(below: names.count)]
                guard let rows = week.tables[name] else { continue }
                let row = random.index(below: rows.count)
                week.set(name, row + 1, random.index(below: rows[row].count), junk[random.index(below: junk.count)])
            }
            let imported = week.imported
            #expect((imported.document == nil) == !imported.faults.isEmpty)
            if let document = imported.document { #expect(WeekValidator.faults(in: document).isEmpty) }
            for fault in imported.faults + imported.warnings {
                let said = fault.problem.chinese + fault.remedy.chinese
                #expect(said.unicodeScalars.contains { $0.value > 0x2E80 }, "\(fault)")
                #expect(!fault.problem.english.isEmpty)
            }
        }
    }
}

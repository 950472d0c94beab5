import CaravanCore
import Testing

@testable import CaravanTables

@Suite("A week comes out of tables")
struct WeekImportTests {
    @Test("A small week typed by hand is sound")
    func small() throws {
        let imported = SmallWeek().imported
        #expect(imported.faults.map { $0.text(.english) } == [])
        #expect(imported.warnings.isEmpty)
        let week = try #require(imported.document)
        #expect(WeekValidator.faults(in: week).isEmpty)
        #expect(week["venues"]?.array?[1]["township"] == "t2")
        #expect(week["venues"]?.array?[0]["closed"]?.array?.count == 4)
        #expect(week["venues"]?.array?[1]["closed"] == ["2025-05-26.pm"])
        #expect(week["experts"]?.array?[0]["away"] == ["2025-05-29.am", "2025-05-29.pm"])
        #expect(week["experts"]?.array?[0]["skills"] == ["blueberry": 3, "ai": 1])
        #expect(week["requests"]?.array?[0]["townships"] == ["t1", "t2"])
        #expect(week["requests"]?.array?[0]["slots"] == ["2025-05-24.am", "2025-05-25.am", "2025-05-26.am"])
        #expect(week["requests"]?.array?[1]["fund"] == "science")
        #expect(week["requests"]?.array?[1]["slots"] == nil)
        #expect(week["targets"]?.array?[0]["where"] == ["format": ["lecture", "training"], "county": ["浑江区"]])
        #expect(week["townships"]?.array?[1]["population"] == ["youth": 800, "farmers": 2500])
    }

    @Test("Chinese headings, other orders, titles above, unknown columns and empty rows do no harm")
    func chinese() throws {
        var week = SmallWeek()
        week.tables["场地"] = [
            ["2025 年场地一览"], [], ["类型", "备注", "编号", "乡镇", "容量", "费用（元）", "设施", "名称"], [],
            ["school", "x", "v1", "t1", "２００", "0", "power、projector", "School"], [],
            ["hall", "", "v2", "湾沟镇", "100.0", "200", "", "Hall"], ["", "only a remark"],
        ]
        week.tables["venues"] = nil
        let imported = week.imported
        #expect(imported.faults.map { $0.text(.english) } == [])
        #expect(imported.warnings.map { $0.text(.chinese) } == ["场地 第 3 行 B 列：填的是“备注”，未知的列，不读取；可删除，也可保留。"])
        #expect(imported.document == SmallWeek().imported.document)
    }

    @Test("Clipped absences: a range that reaches beyond the week counts within it")
    func clipped() {
        var week = SmallWeek()
        week.tables["absences"]?[1] = ["e1", "2025-05-01", "2025-05-24", "pm"]
        #expect(week.imported.document?["experts"]?.array?[0]["away"] == ["2025-05-24.pm"])
    }
}

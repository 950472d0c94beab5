import CaravanCore

@testable import CaravanTables

/// A small week as rows of text, as a planner types them; tests change cells of it.
struct SmallWeek {
    var tables: [String: [[String]]] = [
        "week": [
            ["field", "value"], ["id", "w"], ["title", "Small week"], ["start", "2025-05-24"], ["days", "7"],
            ["time zone", "Asia/Shanghai"], ["audiences", "youth, farmers"], ["travel fund", "travel"],
            ["speed (km/h)", "45"], ["road factor", "1.3"], ["buffer", "10"], ["cost per km", "1.2"],
        ],
        "slots": [["id", "start", "end"], ["am", "09:00", "11:30"], ["pm", "14:00", "16:30"]],
        "funds": [["id", "name", "limit"], ["science", "科技局", "43000"], ["travel", "", "9000"]],
        "townships": [
            ["id", "name", "county", "latitude", "longitude", "population youth", "population farmers"],
            ["t1", "新建街道", "浑江区", "41.9", "126.4", "1200", "300"],
            ["t2", "湾沟镇", "江源区", "42.0", "126.6", "800", "2500"],
        ],
        "venues": [
            ["id", "name", "township", "kind", "capacity", "equipment", "cost"],
            ["v1", "School", "t1", "school", "200", "power, projector", "0"],
            ["v2", "Hall", "湾沟镇", "hall", "100", "", "200"],
        ],
        "experts": [
            ["id", "name", "base", "skills", "most a day", "most a week", "farthest", "fee"],
            ["e1", "Li", "t1", "blueberry=3; ai", "2", "5", "180", "500"],
        ],
        "requests": [
            [
                "id", "title", "fund", "audience", "topic", "format", "townships", "attendance", "duration", "needs",
                "slots", "value", "cost",
            ],
            [
                "r1", "Blueberries", "science", "farmers", "blueberries", "training", "t1, 湾沟镇", "80", "1",
                "experts:blueberry>=2", "2025-05-24~2025-05-26.am", "300", "2000",
            ],
            ["r2", "AI", "科技局", "youth", "ai", "lecture", "t2", "60", "2", "", "", "200", "500"],
        ],
        "closures": [
            ["venue", "from", "until", "slots"], ["v1", "2025-05-24", "2025-05-25", ""],
            ["Hall", "2025-05-26", "", "pm"],
        ],
        "absences": [["member", "from", "until", "slots"], ["e1", "5月29日", "", ""]],
        "targets": [
            ["id", "per", "where", "measure", "at least", "weight", "scaled"],
            ["first", "township, audience", "format=lecture, training; county=浑江区", "sessions", "1", "30", "yes"],
        ],
    ]

    /// Sets a cell: rows counted as the spreadsheet shows them, columns from 0.
    mutating func set(_ table: String, _ row: Int, _ column: Int, _ text: String) {
        tables[table]?[row - 1][column] = text
    }

    /// The sheets.
    var spreadsheet: Spreadsheet {
        Spreadsheet(
            sheets: tables.sorted { $0.key < $1.key }.map { name, rows in
                Sheet(name: name, rows: rows.enumerated().map { Self.row($0 + 1, $1) })
            })
    }

    /// A row of texts.
    static func row(_ number: Int, _ texts: [String]) -> SheetRow {
        SheetRow(
            number: number,
            cells: texts.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, .text($0.element)) })
    }

    /// Imports it.
    var imported: WeekImport { WeekImport(spreadsheet) }
}

extension WeekImport {
    /// The faults at a place, in English.
    func faults(_ sheet: String, _ row: Int?, _ letters: String?) -> [String] {
        faults.filter { $0.place.sheet == sheet && $0.place.row == row && $0.place.letters == letters }
            .map { "\($0.problem.english); \($0.remedy.english)" }
    }
}

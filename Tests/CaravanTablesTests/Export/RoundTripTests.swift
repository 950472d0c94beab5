import CaravanCore
import CaravanLanguage
import Foundation
import TestSupport
import Testing

@testable import CaravanTables

@Suite("Export and import give the same week")
struct RoundTripTests {
    /// Exports in one form, imports, exports the result in the other form, imports again.
    private func check(_ document: JSON, _ language: Language, csvFirst: Bool, _ what: String) throws {
        let folder = try ScratchFolder()
        let once = try again(document, language, csv: csvFirst, in: folder, what)
        #expect(NormalForm.of(once) == NormalForm.of(document), "\(what)")
        let other: Language = language == .english ? .chinese : .english
        #expect(try again(once, other, csv: !csvFirst, in: folder, what) == once, "\(what)")
    }

    private func again(
        _ document: JSON, _ language: Language, csv: Bool, in folder: ScratchFolder, _ what: String
    ) throws -> JSON {
        let sheets = try WeekSheets(document, language: language).sheets
        let path: String
        if csv {
            path = folder.path + "/csv-\(language.rawValue)"
            try SheetFiles.write(sheets, folder: path)
        } else {
            path = try folder.write(try SheetFiles.workbook(sheets), to: "\(language.rawValue).xlsx")
        }
        let imported = WeekImport(try SpreadsheetFile.read(path))
        #expect(imported.faults.map { $0.text(.english) } == [], "\(what)")
        // Of what a week holds, names that match nothing may be told, but nothing is left unread.
        let unread = [SheetFault.unknownSheet, .unknownColumn, .unknownField].map(\.bilingual)
        #expect(!imported.warnings.contains { unread.contains($0.problem) }, "\(what)")
        return try #require(imported.document)
    }

    @Test("The samples")
    func samples() throws {
        for sample in ["tiny", "baishan-2025"] {
            let url = SharedMaterial.packageRoot.appendingPathComponent("samples/\(sample)/week.json")
            let document = try JSON(parsing: Array(Data(contentsOf: url)))
            try check(document, .chinese, csvFirst: sample == "tiny", sample)
        }
    }

    @Test(
        "Generated weeks of every kind, and a real one",
        .enabled(if: SharedMaterial.isUsable, "\(SharedMaterial.absence)"))
    func generated() throws {
        for (seed, flags) in [(1, []), (2, ["--rich"]), (3, ["--rich"]), (4, ["--tight"])] {
            for size in ["tiny", "small"] {
                let url = try SharedMaterial.week(size: size, seed: seed, flags: flags)
                let document = try JSON(parsing: Array(Data(contentsOf: url)))
                try check(document, seed % 2 == 0 ? .english : .chinese, csvFirst: size == "tiny", "\(url)")
            }
        }
        let real = try JSON(parsing: Array(Data(contentsOf: SharedMaterial.file("instances/real/nsw-2014.json"))))
        try check(real, .english, csvFirst: true, "nsw-2014")
    }

    @Test("Weeks with names, skills and topics that tables trip over")
    func strange() throws {
        var random = SeededGenerator(for: "strange weeks")
        let url = SharedMaterial.packageRoot.appendingPathComponent("samples/tiny/week.json")
        let document = try JSON(parsing: Array(Data(contentsOf: url)))
        for round in 0..<12 {
            var names: [String: String] = [:]
            let renamed = Renaming.texts(
                of: document, in: ["title", "name", "topic", "format", "kind", "county", "skill"]
            ) { text in
                if let known = names[text] { return known }
                let made = StrangeText.make(&random)
                names[text] = made + "\(names.count)"
                return names[text] ?? made
            }
            try check(renamed, round % 2 == 0 ? .english : .chinese, csvFirst: round % 4 < 2, "round \(round)")
        }
    }

    @Test("Values at the edge: empty lists that say something, 24:00, numbers of 17 digits, per of nothing")
    func edges() throws {
        var document = try #require(SmallWeek().imported.document?.object)
        var request = try #require(document["requests"]?.array?[0].object)
        request["slots"] = []
        request["preferredSlots"] = ["2025-05-30.pm", "2025-05-24.am"]
        request["value"] = .number(0.1 + 0.2)
        document["requests"] = .array([.object(request)])
        document["slots"] = [
            ["id": "am", "start": "00:00", "end": "11:30"], ["id": "pm", "start": "14:00", "end": "24:00"],
        ]
        document["caps"] = [
            [
                "id": "c", "per": [], "where": ["date": ["2025-05-24"], "topic": []], "measure": "attendance",
                "atMost": 1,
            ]
        ]
        try check(.object(document), .english, csvFirst: true, "edges")
        try check(.object(document), .chinese, csvFirst: false, "edges")
    }

    @Test("An unsound week is not exported")
    func unsound() {
        #expect(throws: WeekFaults.self) { try WeekSheets(["format": "caravan-week/1"], language: .english) }
    }

    @Test("A template is read back as tables without rows: nothing is unknown, what is missing is said")
    func template() throws {
        for language in Language.allCases {
            let folder = try ScratchFolder()
            let path = try folder.write(try SheetFiles.workbook(WeekSheets.template(language)), to: "t.xlsx")
            let read = try SpreadsheetFile.read(path)
            #expect(read.sheets.map(\.name) == [Table.guide[language]] + Table.allCases.map { $0.name[language] })
            let imported = WeekImport(read)
            #expect(imported.warnings.isEmpty)
            let fields = imported.faults.filter { $0.place.sheet == Table.week.name[language] }
            // The time zone is filled in.
            #expect(fields.count == WeekFields.all.count { $0.isRequired } - 1)
            #expect(imported.document == nil)
        }
    }
}

/// A document with the texts of some fields changed, and what refers to them with them.
enum Renaming {
    static func texts(of value: JSON, in fields: Set<String>, under key: String = "", _ change: (String) -> String)
        -> JSON
    {
        switch value {
        case .string(let text) where fields.contains(key) && !text.isEmpty && text != "caravan-week/1":
            return .string(change(text))
        case .array(let items): return .array(items.map { texts(of: $0, in: fields, under: plural(key), change) })
        case .object(let object):
            return .object(
                JSONObject(
                    object.fields.map { name, value in
                        (key == "skills" ? change(name) : name, texts(of: value, in: fields, under: name, change))
                    }))
        default: return value
        }
    }

    /// Lists of kinds, and the lists of conditions by topic, format and county, hold the same texts.
    private static func plural(_ key: String) -> String { key == "venueKinds" ? "kind" : key }
}

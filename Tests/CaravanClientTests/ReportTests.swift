import CaravanCore
import CaravanLanguage
import Testing

@testable import CaravanClient

@Suite("Reports")
struct ReportTests {
    private let week: JSON = [
        "id": "w", "title": "测试周",
        "slots": [["id": "am", "start": "08:30", "end": "11:30"], ["id": "pm", "start": "13:00", "end": "16:00"]],
        "audiences": ["youth", "farmers"],
        "townships": [
            ["id": "b1", "name": "抚松镇", "county": "抚松县"], ["id": "a1", "name": "红旗街道", "county": "浑江区"],
            ["id": "b2", "name": "万良镇", "county": "抚松县"],
        ],
        "venues": [["id": "v1", "name": "第一中学"], ["id": "v2", "name": "文化站"]],
        "experts": [["id": "e1", "name": "专家甲"]], "kits": [["id": "k1", "name": "VR 设备"]],
        "requests": [["id": "r1", "title": "航天体验", "duration": 2], ["id": "r2", "title": "人参栽培"], ["id": "r3"]],
    ]
    private let plan: JSON = [
        "week": "w", "version": 3, "objective": 1234.56, "bound": 1200, "gap": 0.028, "status": "feasible",
        "terms": ["unserved": 1000, "travel": 234.56],
        "sessions": [
            ["request": "r1", "start": "2025-05-23.am", "township": "a1", "venue": "v1", "crew": ["e1", "k1"]],
            ["request": "r2", "start": "2025-05-23.pm", "township": "b1", "venue": "v2", "crew": ["e1"]],
            ["request": "r9", "start": "2025-05-24.am", "township": "b2", "venue": "v9", "crew": []],
        ],
    ]

    @Test("the timetable goes by county, date and slot, with names for people")
    func timetable() {
        let text = Timetable(plan: plan, names: WeekNames(week), Style(language: .chinese)).text(
            Style(language: .chinese))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "抚松县  2 场")
        #expect(lines[2] == "  2025-05-23 周五")
        #expect(lines[3].split(separator: " ").map(String.init) == ["13:00–16:00", "抚松镇", "文化站", "人参栽培", "专家甲"])
        #expect(lines[4] == "  2025-05-24 周六")
        #expect(lines[5].contains("万良镇") && lines[5].contains("v9") && lines[5].contains("r9"))
        #expect(lines[7] == "浑江区  1 场")
        #expect(lines[10].contains("08:30–16:00") && lines[10].contains("专家甲、VR 设备"))
    }

    @Test("nothing held is said, and a document of another shape does no harm")
    func empty() {
        #expect(Timetable(plan: .null, names: WeekNames(.null), Style()).text(Style()) == "No session is held.\n")
        let odd: JSON = ["sessions": [["start": 3], "x", ["start": "2025-05-23"], ["start": "y.am", "crew": "z"]]]
        #expect(!Timetable(plan: odd, names: WeekNames(week), Style()).text(Style()).isEmpty)
    }

    @Test("coverage is a row a township and a column an audience")
    func coverage() {
        let records: [JSON] = [
            [
                "key": "b1", "name": "抚松镇", "county": "抚松县", "sessions": 2, "attendance": 160, "perThousand": 12.345,
                "shortfallCost": 7.5,
                "audiences": [
                    ["audience": "farmers", "sessions": 1, "attendance": 60],
                    ["audience": "youth", "sessions": 1, "attendance": 100],
                ],
            ],
            ["key": "a1", "county": "浑江区", "sessions": 0, "attendance": 0],
        ]
        let text = CoverageMatrix(names: WeekNames(week), townships: read(records)).text(Style())
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows[0] == ["county", "township", "youth", "farmers", "total", "per", "1000", "shortfall"])
        #expect(rows[1] == ["抚松县", "抚松镇", "1", "(100)", "1", "(60)", "2", "(160)", "12.3", "7.5"])
        #expect(rows[2] == ["浑江区", "红旗街道", "–", "–", "–"])
    }

    @Test("the report holds every section, in both languages")
    func report() {
        let report = PlanReport(
            names: WeekNames(week), plan: plan, isPublished: true, townships: read([["key": "b1", "sessions": 1]]),
            funds: read([["key": "science", "name": "科技局", "sessions": 3, "money": 900, "limit": 1000]]),
            unheld: read([
                [
                    "request": "r3", "value": 30, "code": "no-crew", "reason": "no expert reaches it",
                    "reasonZh": "没有专家能到达", "held": false,
                ]
            ]))
        let english = report.text(Style())
        for part in [
            "测试周 (w), plan version 3, feasible  published", "objective 1,234.6  bound 1,200.0  gap 2.80%  sessions: 3",
            "== Timetable ==", "== Coverage ==", "== Not held, and why ==", "no expert reaches it", "== Money ==",
            "90.00%",
            "== Objective ==", "unserved requests", "1,000.00",
        ] { #expect(english.contains(part), "\(part)") }
        let chinese = report.text(Style(language: .chinese))
        for part in ["方案第 3 版，可行  已发布", "== 日程 ==", "没有专家能到达", "== 经费 ==", "未安排申请"] {
            #expect(chinese.contains(part), "\(part)")
        }
    }

    @Test("COVERAGE by county and audience shows no name beside a key that says the same")
    func coverageColumns() {
        let youth: JSON = ["key": "youth", "name": "youth", "sessions": 3]
        func text(_ grouping: String, _ language: Language) -> String {
            recordTable([read(youth)], CoverageColumns.columns(for: grouping), Style(language: language))
        }
        let english = text("audience", .english)
        #expect(english.hasPrefix("audience  sessions  ") && english.contains("\nyouth            3  "))
        let chinese = text("audience", .chinese)
        #expect(chinese.hasPrefix("人群    场次  ") && chinese.contains("\n青少年     3  "))
        let member = text("member", .english)
        #expect(member.hasPrefix("member  name   sessions  ") && member.contains("\nyouth   youth         3  "))
    }

    @Test("reasons come in the language")
    func reasons() {
        let record: JSON = ["request": "r", "code": "x", "reason": "too far", "reasonZh": "太远"]
        func text(_ record: JSON, _ language: Language) -> String {
            recordTable([read(record)], ExplainColumns.unheld, Style(language: language))
        }
        #expect(text(record, .english).hasSuffix("  too far\n") && !text(record, .english).contains("r: "))
        #expect(text(record, .chinese).hasSuffix("  太远\n") && !text(record, .chinese).contains("r："))
        #expect(text(["request": "r", "reason": "plain"], .chinese).contains("plain"))
    }

    @Test("SUGGEST shows what each placement changes, by term, and what it charges")
    func suggestions() {
        let record: JSON = [
            "start": "2025-05-24.am", "township": "b1", "venue": "v1", "crew": ["e1", "k2"], "delta": -295.5,
            "terms": ["unserved": -300, "targets": 0, "travel": 4.5], "yuan": 1250, "funds": ["science": 1250],
        ]
        let english = recordTable([read(record)], SuggestColumns.columns, Style())
        #expect(english.contains("2025-05-24.am  b1        v1     e1 k2  -295.5  1,250"))
        #expect(english.hasSuffix("unserved requests -300.0, travel +4.5\n"))
        let chinese = recordTable([read(record)], SuggestColumns.columns, Style(language: .chinese))
        #expect(chinese.hasSuffix("未安排申请 -300.0、路程 +4.5\n"))
    }

    @Test("scenarios are a line each: change, sign, what is gained and lost, or why there is nothing")
    func scenarios() {
        let records: [JSON] = [
            ["name": "base", "objective": 100, "delta": 0, "sign": "same", "held": 2, "gained": [], "lost": []],
            [
                "name": "closed", "number": 1, "objective": 1200.5, "delta": 1100.5, "sign": "worse", "held": 1,
                "gained": [],
                "lost": ["r1", "r2", "r3"],
            ],
            [
                "name": "who", "number": 2,
                "error": [
                    "code": "invalid", "edit": 1, "message": "edit 1: no member e9", "messageZh": "第 2 项修改：没有成员 e9",
                ],
            ],
        ]
        let lines = recordTable(read(records), ScenarioColumns.all, Style(language: .chinese)).split(separator: "\n")
        #expect(
            lines.contains {
                $0.contains("closed") && $0.contains("1,100.5") && $0.contains("更差") && $0.contains("3 项申请")
            })
        #expect(lines.contains { $0.contains("who") && $0.contains("第 2 项修改：没有成员 e9") })
        #expect(!lines[0].contains("新增安排"))
    }
}

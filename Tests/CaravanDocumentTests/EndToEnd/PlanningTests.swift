import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("End to end: planning")
struct PlanningTests {
    @Test("load, solve and show: the proven optimum of the tiny week, in every section")
    func solveAndShow() throws {
        let journey = try Journey()
        let solved = try journey.closing(try journey.daemon.caravan("solve", "tiny", "--limit", "60s", "--json"))
        #expect(abs((solved["objective"]?.number ?? 0) - 765) < 1e-6)
        #expect(solved["status"]?.string == "optimal")
        #expect(solved["version"]?.integer == 1)
        try journey.verifiedPlan(version: 1)

        let shown = try journey.daemon.caravan("show", "tiny").text
        #expect(shown.contains("tiny), plan version 1, optimal\n"))
        #expect(shown.contains("\n江源区  sessions: 8\n"))
        #expect(shown.contains("\n  2025-05-24 Sat\n") && shown.contains("\n  2025-05-25 Sun\n"))
        #expect(shown.contains("启动仪式 · Opening"))
        #expect(shown.contains("2 (360)"), "youth of Jiangyuan: two sessions, 360 people")
        for id in ["ai-coding", "orchard-visit"] {
            let lines = shown.split(separator: "\n").filter { $0.hasPrefix("\(id) ") }
            #expect(lines.count == 1, "one line for \(id)")
            #expect(lines.first?.components(separatedBy: id).count == 2, "its id stands there once")
        }
        #expect(shown.contains("7,100  7,500   400   94.67%"))
        #expect(shown.contains("\nobjective          765.00\nbound              765.00\ngap                 0.00%\n"))
    }

    @Test("show speaks Chinese where asked to, and where the locale is Chinese")
    func showsChinese() throws {
        let journey = try Journey()
        try journey.closing(try journey.daemon.caravan("solve", "tiny", "--json"))
        let asked = try journey.daemon.caravan("--lang", "zh", "show", "tiny")
        let local = try journey.daemon.caravan("show", "tiny", environment: ["LANG": "zh_CN.UTF-8"])
        #expect(asked.status == 0)
        #expect(asked.text == local.text)
        for text in ["== 日程 ==", "== 覆盖情况 ==", "== 未安排的申请及原因 ==", "== 经费 ==", "== 目标值构成 ==", "青少年", "周六", "经费“科技经费"] {
            #expect(asked.text.contains(text), "\(text)")
        }
        #expect(
            try journey.daemon.caravan("explain", "none", "x", environment: ["LANG": "zh_CN.UTF-8"]).errorText.contains(
                "未找到"))
    }

    @Test("planners submit, amend and withdraw requests, and every change is a revision")
    func requests() throws {
        let journey = try Journey()
        let daemon = journey.daemon
        #expect(
            try journey.closing(daemon.caravan("submit", "tiny", Journey.sample("request.json"), "--json"))["revision"]?
                .integer == 2)
        #expect(try daemon.caravan("submit", "tiny", Journey.sample("request.json")).status == 3)
        let amended = try daemon.caravan("amend", "tiny", "fraud-songshu", "-", "--json", stdin: #"{"attendance": 65}"#)
        #expect(try journey.closing(amended)["revision"]?.integer == 3)
        let week = try #require(try daemon.caravan("week", "tiny", "--json").json.first)
        let request = week["requests"]?.array?.first { $0["id"]?.string == "fraud-songshu" }
        #expect(request?["attendance"]?.integer == 65)

        let solved = try journey.closing(daemon.caravan("solve", "tiny", "--limit", "60s", "--json"))
        #expect(abs((solved["objective"]?.number ?? 0) - 766.7395) < 0.01, "the figure of samples/tiny/README.md")
        try journey.verifiedPlan(version: 1)
        let held = try #require(try daemon.caravan("explain", "tiny", "fraud-songshu", "--json").json.first)
        #expect(held["held"]?.bool == true && held["code"]?.string == "held")

        #expect(
            try journey.closing(daemon.caravan("withdraw", "tiny", "fraud-songshu", "--json"))["revision"]?.integer == 4
        )
        #expect(try daemon.caravan("withdraw", "tiny", "fraud-songshu").status == 2)
        let weeks = try daemon.caravan("weeks", "--json").json
        #expect(weeks.first?["requests"]?.integer == 10)
    }

    @Test("a request that needs nobody is planned too")
    func crewOfNobody() throws {
        let journey = try Journey()
        let request = #"""
            {"id": "drone-show", "fund": "science", "audience": "youth", "topic": "drones", "format": "exhibition",
             "title": "Drones", "townships": ["songshu"], "attendance": 90, "duration": 1, "needs": [], "value": 900,
             "cost": 0}
            """#
        try journey.closing(try journey.daemon.caravan("submit", "tiny", "-", "--json", stdin: request))
        try journey.closing(try journey.daemon.caravan("solve", "tiny", "--json"))
        let plan = try JSON(parsing: Array(Data(contentsOf: try journey.verifiedPlan(version: 1))))
        let session = plan["sessions"]?.array?.first { $0["request"]?.string == "drone-show" }
        #expect(session?["crew"]?.array?.isEmpty == true)
    }

    @Test("edits apply all or none")
    func edits() throws {
        let journey = try Journey()
        let daemon = journey.daemon
        let half = #"[{"op": "limit", "fund": "science", "limit": 1}, {"op": "close", "venue": "moon"}]"#
        let refused = try daemon.caravan("edit", "tiny", "-", "--json", stdin: half)
        #expect(refused.status == 65)
        #expect(try refused.json.last?["error"]?["code"]?.string == "invalid")
        #expect(try daemon.caravan("weeks", "--json").json.first?["revision"]?.integer == 1)
        let done = try journey.closing(daemon.caravan("edit", "tiny", Journey.sample("edits.json"), "--json"))
        #expect(done["edits"]?.integer == 3 && done["revision"]?.integer == 2)
        try journey.closing(try daemon.caravan("solve", "tiny", "--json"))
        try journey.verifiedPlan(version: 1)
    }

    @Test("what was acknowledged survives an orderly stop and a kill")
    func survives() throws {
        let journey = try Journey()
        let daemon = journey.daemon
        try journey.closing(try daemon.caravan("solve", "tiny", "--json"))
        #expect(daemon.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: daemon.socket), "the socket is removed")
        #expect(try daemon.caravan("ping").status == 69)
        try daemon.start()
        try journey.closing(try daemon.caravan("submit", "tiny", Journey.sample("request.json"), "--json"))
        daemon.kill()
        try daemon.start()
        #expect(try daemon.caravan("weeks", "--json").json.first?["revision"]?.integer == 2)
        #expect(try daemon.caravan("plans", "tiny", "--json").json.first?["version"]?.integer == 1)
    }
}

import CaravanCore
import Foundation
import TestSupport
import Testing

@Suite("End to end: plans and jobs")
struct PlanTests {
    /// A daemon with two plans of the tiny week, before and after a request was submitted.
    private func twoPlans() throws -> Journey {
        let journey = try Journey()
        try journey.closing(try journey.daemon.caravan("solve", "tiny", "--json"))
        try journey.closing(try journey.daemon.caravan("submit", "tiny", Journey.sample("request.json"), "--json"))
        try journey.closing(try journey.daemon.caravan("solve", "tiny", "--json"))
        return journey
    }

    @Test("plans are numbered versions, one of them published, and can be compared")
    func versions() throws {
        let journey = try twoPlans()
        let daemon = journey.daemon
        #expect(try daemon.caravan("plans", "tiny", "--json").json.dropLast().map { $0["version"]?.integer } == [2, 1])
        #expect(try daemon.caravan("plan", "tiny", "--version", "published").status == 2)
        #expect(try daemon.caravan("publish", "tiny", "--version", "3").status == 2)
        try journey.closing(try daemon.caravan("publish", "tiny", "--version", "1", "--json"))
        let published = try #require(try daemon.caravan("plan", "tiny", "--version", "published", "--json").json.first)
        #expect(published["version"]?.integer == 1)
        let differences = try daemon.caravan("diff", "tiny", "--from", "1", "--to", "2", "--json").json
        let added = differences.filter { $0["kind"]?.string == "added" }.compactMap { $0["request"]?.string }
        #expect(added.contains("fraud-songshu"))
        let counted = try #require(differences.last?["ok"])
        #expect(counted["added"]?.integer == added.count)
        #expect(try daemon.caravan("diff", "tiny", "--from", "1", "--to", "2").text.contains("fraud-songshu"))
    }

    @Test(
        "coverage adds up however it is grouped",
        arguments: ["township", "county", "audience", "fund", "member", "venue"])
    func coverage(grouping: String) throws {
        let journey = try twoPlans()
        let records = try journey.daemon.caravan("coverage", "tiny", "--by", grouping, "--json").json
        let total = try #require(records.last?["ok"]?["sessions"]?.integer)
        let sum = records.dropLast().reduce(0) { $0 + ($1["sessions"]?.integer ?? 0) }
        #expect(total == 9)
        #expect(grouping == "member" ? sum >= total : sum == total)
        #expect(try journey.daemon.caravan("coverage", "tiny", "--by", grouping).status == 0)
    }

    @Test("a plan from outside is checked, adopted if it keeps the rules, refused if not")
    func outside() throws {
        let journey = try twoPlans()
        let daemon = journey.daemon
        let file = try journey.verifiedPlan(version: 2)
        #expect(try daemon.caravan("check", "tiny", file.path).status == 0)
        let adopted = try journey.closing(daemon.caravan("adopt", "tiny", file.path, "--json"))
        #expect(adopted["version"]?.integer == 3)
        #expect(try daemon.caravan("plans", "tiny", "--json").json.first?["origin"]?.string == "adopt")

        let broken = #"""
            {"format": "caravan-plan/1", "week": "tiny", "version": 1, "sessions": [{"request": "pest-control",
             "start": "2025-05-25.pm", "township": "songshu", "venue": "songshu-hall", "crew": ["agronomist"]}]}
            """#
        let checked = try daemon.caravan("check", "tiny", "-", "--json", stdin: broken)
        #expect(checked.status == 1)
        let rules = try checked.json.dropLast().compactMap { $0["rule"]?.string }
        #expect(Set(rules) == ["H5", "H11"], "the agronomist is away, and the opening is pinned")
        #expect(try daemon.caravan("adopt", "tiny", "-", stdin: broken).status == 65)
        #expect(try daemon.caravan("plans", "tiny", "--json").json.last?["ok"]?["plans"]?.integer == 3)
    }

    @Test("the plan and the model can be exported")
    func exports() throws {
        let journey = try twoPlans()
        let daemon = journey.daemon
        let table = try daemon.caravan("export", "tiny", "--as", "csv").text.split(whereSeparator: \.isNewline)
        #expect(table.count == 10, "a title and nine sessions")
        let own = try daemon.caravan("export", "tiny", "--as", "csv", "--for", "officer")
        #expect(own.text.split(whereSeparator: \.isNewline).dropFirst().allSatisfy { $0.contains("officer") })
        #expect(try daemon.caravan("export", "tiny", "--as", "csv", "--for", "nobody").status == 2)
        for (format, mark) in [("mps", "ENDATA"), ("lp", "Subject To"), ("mathprog", "data;")] {
            let model = try daemon.caravan("export", "tiny", "--as", format)
            #expect(model.status == 0)
            #expect(model.text.contains(mark), "\(format)")
        }
        let unwritable = daemon.room.appendingPathComponent("none/plan.json").path
        #expect(try daemon.caravan("export", "tiny", "--as", "json", "-o", unwritable).status == 73)
    }

    @Test("a job runs on by itself, is watched, stopped and keeps its best plan, or is cancelled")
    func jobs() throws {
        let journey = try Journey()
        let daemon = journey.daemon
        let city = SharedMaterial.repositoryFile("samples/baishan-2025/week.json").path
        try journey.closing(try daemon.caravan("load", city, "--json"))
        let queued = try journey.closing(
            daemon.caravan("solve", "baishan-2025", "--limit", "10m", "--no-wait", "--json"))
        #expect(queued["job"]?.integer == 1)
        #expect(try daemon.caravan("drop", "baishan-2025").status == 75, "a week with a running job stays")
        var objective: Double?
        for _ in 0..<600 where objective == nil {
            objective = try daemon.caravan("job", "1", "--json").json.first?["objective"]?.number
            if objective == nil { Thread.sleep(forTimeInterval: 0.05) }
        }
        #expect(objective != nil)
        #expect(try daemon.caravan("stop", "1").status == 0)
        let watched = try journey.closing(daemon.caravan("watch", "1", "--json"))
        #expect(watched["version"]?.integer == 1)
        #expect(try daemon.caravan("show", "baishan-2025").status == 0)

        try journey.closing(try daemon.caravan("solve", "baishan-2025", "--limit", "10m", "--no-wait", "--json"))
        #expect(try daemon.caravan("cancel", "2").status == 0)
        #expect(try daemon.caravan("job", "2", "--json").json.first?["state"]?.string == "cancelled")
        #expect(try daemon.caravan("watch", "2").status == 4)
        #expect(try daemon.caravan("plans", "baishan-2025", "--json").json.last?["ok"]?["plans"]?.integer == 1)
    }

    @Test("the exit status tells kinds of failure apart")
    func exitStatus() throws {
        let journey = try Journey()
        let daemon = journey.daemon
        #expect(try daemon.caravan("load", Journey.sample("week.json")).status == 3)
        #expect(try daemon.caravan("load", "--replace", Journey.sample("week.json")).status == 0)
        #expect(try daemon.caravan("load", Journey.sample("nothing.json")).status == 66)
        #expect(try daemon.caravan("load", "-", stdin: "{}").status == 65)
        #expect(try daemon.caravan("load", "-", stdin: "no JSON").status == 65)
        #expect(try daemon.caravan("show", "tiny").status == 2, "there is no plan yet")
        #expect(try daemon.caravan("solve", "nowhere").status == 2)
        #expect(try daemon.caravan("solve", "tiny", "--limit", "soon").status == 64)
        #expect(try daemon.caravan("dance").status == 64)
        #expect(try daemon.caravan("ping", "--socket", daemon.socket + ".none").status == 69)
        #expect(try daemon.caravan("status", environment: ["CARAVAN_SOCKET": ""]).status == 64)
        let pins = #"[{"op": "limit", "fund": "science", "limit": 1000}]"#
        try journey.closing(try daemon.caravan("edit", "tiny", "-", "--json", stdin: pins))
        let contradiction = try daemon.caravan("solve", "tiny")
        #expect(contradiction.status == 5, "the pinned opening costs more than its fund has")
        #expect(contradiction.errorText.contains("opening") && contradiction.errorText.contains("science"))
    }
}

import Testing

@testable import CaravanProtocol

@Suite("Invocations")
struct InvocationTests {
    private func read(_ line: String, body: String? = nil) throws -> Invocation {
        try Invocation(RequestLine(parsing: line), body: body.map { Array($0.utf8) })
    }

    private func failure(_ line: String, body: String? = nil) -> ProtocolError? {
        do {
            _ = try read(line, body: body)
            return nil
        } catch { return error as? ProtocolError }
    }

    @Test("SOLVE has its defaults")
    func solveDefaults() throws {
        let solve = try read("SOLVE baishan-2025")
        #expect(solve.verb == .solve)
        #expect(solve.text(.week) == "baishan-2025")
        #expect(solve.number(.limit) == 30)
        #expect(solve.number(.gap) == 0)
        #expect(solve.integer(.seed) == 1)
        #expect(solve.integer(.work) == nil)
        #expect(!solve.flag(.wait))
    }

    @Test("values are read in every way that they can be written")
    func values() throws {
        let solve = try read("solve w limit=500ms gap=1% seed=9007199254740991 work=100000 wait=YES")
        #expect(solve.number(.limit) == 0.5)
        #expect(solve.number(.gap) == 0.01)
        #expect(solve.integer(.seed) == 9_007_199_254_740_991)
        #expect(solve.integer(.work) == 100_000)
        #expect(solve.flag(.wait))
        for (text, seconds) in [("90", 90.0), ("1.5", 1.5), ("2m", 120), ("1h", 3600), ("30S", 30)] {
            #expect(try read("SOLVE w limit=\(text)").number(.limit) == seconds)
        }
        #expect(try read("PLAN w").version(.version) == .latest)
        #expect(try read("PLAN w version=published").version(.version) == .published)
        #expect(try read("PLAN w version=3").version(.version) == .number(3))
        #expect(try read("COVERAGE w by=Fund").text(.by) == "fund")
        #expect(try read("HELP").text(.verb) == nil)
        #expect(try read("JOBS w").text(.week) == "w")
    }

    @Test("an argument that may be given several times takes all that is left, at least one")
    func lists() throws {
        let commit = try read("COMMIT w r1 r2 r3 state=draft")
        #expect(commit.text(.week) == "w" && commit.list(.request) == ["r1", "r2", "r3"])
        #expect(commit.text(.state) == "draft" && commit.version(.version) == nil)
        #expect(try read("commit w r1 state=Travel-Booked version=2").text(.state) == "travel-booked")
        #expect(failure("COMMIT w state=draft")?.message.contains("COMMIT needs request") == true)
        #expect(failure("COMMIT w r1 r/2 state=draft")?.message.hasPrefix("request must be") == true)
        #expect(failure("COMMIT w r1")?.message.contains("needs state=") == true)
    }

    @Test(
        "values out of range are refused, naming the argument",
        arguments: [
            ("SOLVE w limit=-1s", "limit"), ("SOLVE w limit=0", "limit"), ("SOLVE w limit=25h", "limit"),
            ("SOLVE w limit=nan", "limit"), ("SOLVE w limit=inf", "limit"), ("SOLVE w limit=1e999", "limit"),
            ("SOLVE w limit=", "limit"), ("SOLVE w limit=0x10", "limit"), ("SOLVE w gap=2", "gap"),
            ("SOLVE w gap=-0.1", "gap"), ("SOLVE w gap=%", "gap"), ("SOLVE w seed=-1", "seed"),
            ("SOLVE w seed=99999999999999999999", "seed"), ("SOLVE w work=0", "work"), ("SOLVE w wait=maybe", "wait"),
            ("SOLVE a/b", "week"), ("SOLVE \"\"", "week"), ("SOLVE \(String(repeating: "w", count: 65))", "week"),
            ("JOB x", "job"), ("JOB 0", "job"), ("PLAN w version=0", "version"), ("PLAN w version=x", "version"),
            ("COVERAGE w by=moon", "by"), ("REPLAN w freeze=2025-05-24", "freeze"), ("SUGGEST w r top=0", "top"),
        ])
    func refused(line: String, name: String) {
        let error = failure(line)
        #expect(error?.code == .usage)
        #expect(error?.message.hasPrefix("\(name) must be ") == true, "\(String(describing: error))")
    }

    @Test("an unknown option is named, with the accepted ones")
    func unknownOption() {
        #expect(
            failure("SOLVE w depth=3")?.message
                == "SOLVE has no option \"depth\"; it accepts limit, gap, seed, work, wait, if")
        #expect(failure("PING a=b")?.message == "PING has no option \"a\"; it takes none")
    }

    @Test("missing and superfluous arguments are named, with how the line is written")
    func arguments() {
        #expect(failure("SOLVE")?.message.hasPrefix("SOLVE needs week; usage: SOLVE week [limit=30s]") == true)
        #expect(failure("PING x")?.message == "PING: unexpected argument \"x\"; usage: PING")
        #expect(failure("PUBLISH w")?.message.contains("PUBLISH needs version=V") == true)
        #expect(failure("AUTH abc==")?.message.contains("\"abc=…\"") == true)
    }

    @Test("an unknown verb has its own code")
    func unknownVerb() {
        #expect(failure("FLY w")?.code == .unknownVerb)
        #expect(failure("HELP fly") == nil)
    }

    @Test("bodies come where they are due and nowhere else")
    func bodies() throws {
        #expect(try read("LOAD bytes=2", body: "{}").body == Array("{}".utf8))
        #expect(failure("LOAD")?.code == .usage)
        #expect(failure("PING bytes=1", body: "x")?.code == .usage)
        let large = String(repeating: " ", count: (4 << 20) + 1)
        #expect(failure("EDIT w bytes=4194305", body: large)?.code == .tooLarge)
    }

    @Test("an option outside its choices is refused with what is accepted")
    func choices() {
        #expect(failure("CRITICAL w pool=kits") == nil)
        #expect(failure("CRITICAL w pool=moons")?.message.hasPrefix("pool must be") == true)
        #expect(failure("EXPORT w as=ics for=x cancelled=yes lang=en") == nil)
        #expect(failure("EXPORT w as=html lang=fr")?.message.hasPrefix("lang must be") == true)
    }
}

import Testing

@testable import CaravanBench

@Suite("Tables")
struct TableTests {
    @Test("a table is ranged by its widest cells, the first column left, the others right")
    func markdown() {
        var table = MarkdownTable(["a", "value"])
        table.append(["caravan", "1"])
        table.append(["b"])
        #expect(
            table.text == """
                | a       | value |
                | ------- | ----: |
                | caravan |     1 |
                | b       |       |

                """)
    }

    @Test("a week's table has a row for each solver and moment, up to the solver's limit")
    func weekTable() {
        let text = ComparisonTables(at: [1, 10, 120]).table(of: Sample.record("a", caravan: 100, peer: 125)).text
        let rows = text.split(separator: "\n").dropFirst(2).map { row in
            row.split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }.map { String($0.prefix { $0 != " " }) }
        }
        #expect(
            rows.map { $0.prefix(4).joined(separator: " ") } == [
                "caravan 1 200 -", "caravan 10 100 90", "caravan 120 100 90", "highs 1 - -", "highs 10 125 63",
                "highs 60 125 63",
            ])
    }

    @Test("over several weeks medians and ranges are shown")
    func summary() {
        let records = [100.0, 110, 90].enumerated().map { Sample.record("\($0)", caravan: $1) }
        let text = ComparisonTables(at: [10]).summary(of: records).text
        #expect(text.contains("100 (90–110)"))
        #expect(text.contains("county, 3 weeks"))
        #expect(ComparisonTables(at: [10]).courses(of: records).text.contains("1.00 (1.00–1.00)"))
    }

    @Test("county weeks are judged against every peer, by the bound of HiGHS and by the gap")
    func acceptance() {
        let records = [100.0, 110, 90].enumerated().map { Sample.record("\($0)", caravan: $1, peer: 125) }
        let text = AcceptanceTable(records).table.text
        #expect(text.contains("objective at 10 s against highs at 60 s"))
        #expect(text.contains("-20.00 % (-28.00 % to -12.00 %)"))
        #expect(text.contains("bound at 60 s against highs at 60 s"))
        #expect(text.contains("+44.00 % (+29.60 %–+58.40 %)"))
        #expect(text.contains("gap at 120 s") && text.contains("10.00 % (10.00 %–10.00 %)"))
    }

    @Test("a peer without a plan is told of, not counted as beaten")
    func acceptanceWithoutPeer() {
        let records = [Sample.record("a", caravan: 100, peer: 125), Sample.record("b", caravan: 100)]
        #expect(AcceptanceTable(records).table.text.contains("-20.00 %, 1 of 2"))
    }

    @Test("every kind of the suites has figures to be judged by", arguments: [BenchmarkSuite.quick, .full])
    func everyKind(suite: BenchmarkSuite) {
        for step in suite.steps {
            let rows = AcceptanceMeasure.measures(of: step.kind)
                .flatMap { $0.rows(of: [Sample.record("a", kind: step.kind, caravan: 100, peer: 90)]) }
            #expect(rows.count >= 2, "\(step.kind)")
        }
    }

    @Test("the long suite has at least five seeds of every generated size, and every peer up to cities")
    func fullSuite() {
        for step in BenchmarkSuite.full.steps {
            if case .generated(_, _, let seeds) = step.source { #expect(seeds.count >= 5) }
            if !["region", "province"].contains(step.kind) { #expect(step.peers == BenchmarkSuite.everyPeer) }
        }
    }

    @Test("the table of scale has a row for each size and the exponents below")
    func scale() {
        let records = [
            Sample.record("c", kind: "city", requests: 400, caravan: 1),
            Sample.record("t", kind: "tiny", requests: 14, caravan: 1),
            Sample.record("r", kind: "tiny rich", requests: 14, caravan: 1),
        ]
        let rows = ScaleTable(records).table.text.split(separator: "\n").dropFirst(2)
        let names = rows.map { $0.dropFirst(2).prefix { $0 != " " } }
        #expect(names == ["tiny", "city", "exponent"])
        #expect(rows.last?.contains(" 1.00 ") == true, "memory grows in proportion")
        #expect(rows.last?.contains(" 2.00 ") == true, "placements grow with the square")
        #expect(ScaleTable([]).table.isEmpty)
    }
}

import TestSupport
import Testing

@testable import CaravanTables

@Suite("Numbers with units")
struct QuantityTextTests {
    private func read(_ text: String, _ dimension: Dimension, bare: UnitRatio = .one) -> Double? {
        try? QuantityText(dimension, bare: bare).value(text)
    }

    private func remedy(_ text: String, _ dimension: Dimension) -> String? {
        do throws(CellProblem) {
            _ = try QuantityText(dimension).value(text)
            return nil
        } catch { return error.remedy.english }
    }

    @Test(
        "Money is read in yuan, exactly",
        arguments: [
            ("4.3万", 43_000), ("4.3万元", 43_000), ("2.5万元", 25_000), ("３万", 30_000), ("1.2亿", 120_000_000),
            ("500元", 500), ("¥500", 500), ("￥1,200.00", 1200), ("2千元", 2000), ("3k", 3000), ("1,200 yuan", 1200),
            ("RMB 300", 300), ("人民币300元", 300), ("0.07万元", 700), ("1.1万", 11_000), ("8.2百万元", 8_200_000),
            ("2 万元", 20_000), ("43000", 43_000), ("-5元", -5),
        ])
    func money(_ text: String, _ yuan: Double) { #expect(read(text, .money) == yuan) }

    @Test("Ways, times, speeds, people and counts in their own units")
    func others() {
        #expect(read("12.5公里", .length) == 12.5)
        #expect(read("800米", .length) == 0.8)
        #expect(read("1.5小时", .duration) == 90)
        #expect(read("1小时30分", .duration) == 90)
        #expect(read("2h", .duration) == 120)
        #expect(read("1.1 hours", .duration) == 66)
        #expect(read("45公里/小时", .speed) == 45)
        #expect(read("12.5 m/s", .speed) == 45)
        #expect(read("80人", .people) == 80)
        #expect(read("1.2千人", .people) == 1200)
        #expect(read("3场", .sessions) == 3)
        #expect(read("2个时段", .slots) == 2)
        #expect(read("9天", .dates) == 9)
        #expect(read("41.95°", .angle) == 41.95)
        #expect(read("1.2元/公里", .moneyPerKm) == 1.2)
    }

    @Test("A heading's unit counts for bare numbers; a cell with a unit of its own says it itself")
    func bare() {
        let tenThousands = UnitRatio(10_000)
        #expect(read("4.3", .money, bare: tenThousands) == 43_000)
        #expect(read("43000元", .money, bare: tenThousands) == 43_000)
        #expect(read("4.3万", .money, bare: tenThousands) == 43_000)
        #expect(read("¥4.3", .money, bare: tenThousands) == nil)
        for hundredths in 0..<2000 {
            let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
            #expect(read(text, .money, bare: tenThousands) == Double(hundredths * 100))
            #expect(read(text + "万元", .money) == Double(hundredths * 100))
        }
    }

    @Test(
        "A unit of something else, or of nothing, is refused and no number suggested",
        arguments: [
            ("3公里", Dimension.money), ("$43", .money), ("43 USD", .money), ("3港元", .money), ("50%", .money),
            ("3里", .length), ("90s", .duration), ("2天", .duration), ("40迈", .speed), ("20元", .people),
            ("3箱", .people), ("4.3 lakh", .money), ("2度", .sessions), ("12点", .duration), ("41.95万", .angle),
        ])
    func strange(_ text: String, _ dimension: Dimension) {
        #expect(read(text, dimension) == nil)
        #expect(remedy(text, dimension)?.hasPrefix("write only the number: ") == false)
    }

    @Test(
        "Where only words such as about are too much, the number that is meant is named",
        arguments: [
            ("约2.5万元", "25000"), ("2.5万元左右", "25000"), ("3万多", "30000"), ("3万余元", "30000"), ("about 500", "500"),
            ("大约 1,200 元", "1200"),
        ])
    func meant(_ text: String, _ number: String) {
        #expect(remedy(text, .money) == "write only the number: \(number)")
    }

    @Test(
        "What names several numbers, or none, is refused without one",
        arguments: ["3万5千", "3万5", "2.5-3万元", "3~5万", "1.2万-1.5万", "三万", "万元", "", "3万或4万", "1约200", "2+3", "3多5"])
    func several(_ text: String) {
        #expect(read(text, .money) == nil)
        #expect(remedy(text, .money) == "write only the number, e.g. 1200")
    }

    @Test("Whatever stands behind or before a number is read or refused, never passed over")
    func whole() {
        var random = SeededGenerator(for: "numbers and what stands beside them")
        let junk = [
            "x", "元", "万", "人", "5", " 7", "，", "、", "-", "~", "小时", "公里", "多", "；", "#", "/", "?", "=", "点", "%",
        ]
        for _ in 0..<4000 {
            let number = random.index(below: 900) + 100
            let extra =
                junk[random.index(below: junk.count)]
                + (random.chance(0.5) ? junk[random.index(below: junk.count)] : "")
            let text = random.chance(0.7) ? "\(number)\(extra)" : "\(extra)\(number)"
            for dimension in [Dimension.money, .duration, .people, .length] {
                guard let value = read(text, dimension), value == Double(number) else { continue }
                #expect(["元", "人", "小时", "公里"].contains(extra) || extra.allSatisfy { " ".contains($0) }, "\(text)")
            }
        }
    }
}

import CaravanCore
import CaravanLanguage
import TestSupport
import Testing

@testable import CaravanTables

@Suite("Slot instances in a cell")
struct SlotTextTests {
    private let calendar = SlotText(start: CivilDate("2025-05-24")!, days: 4, slots: ["am", "pm", "eve"])

    private func read(_ text: String) -> [String]? {
        let (instances, problems) = calendar.instances(text)
        return problems.isEmpty ? instances.map { String($0.dropFirst(8)) } : nil
    }

    @Test("One, a whole day, a range, a slot of every day")
    func forms() {
        #expect(read("2025-05-24.am") == ["24.am"])
        #expect(read("5月24日 am") == ["24.am"])
        #expect(read("2025/5/24 pm+am") == ["24.pm", "24.am"])
        #expect(read("2025-05-25") == ["25.am", "25.pm", "25.eve"])
        #expect(read("2025-05-26~2025-05-27.eve") == ["26.eve", "27.eve"])
        #expect(read("5月26日至5月27日 eve, 2025-05-24.am") == ["26.eve", "27.eve", "24.am"])
        #expect(read("am") == ["24.am", "25.am", "26.am", "27.am"])
        #expect(read("all")?.count == 12)
        #expect(read("none") == [])
        #expect(read("5月24日-26日") == read("2025-05-24~2025-05-26"))
        #expect(read("5月24日-26日")?.count == 9)
        #expect(read("5/24-26 am") == ["24.am", "25.am", "26.am"])
        #expect(read("5月24日和26日 pm") == ["24.pm", "26.pm"])
        #expect(read("2025-05-24.pm~2025-05-25.am") == ["24.pm", "24.eve", "25.am"])
        #expect(read("5月24日 eve - 26日 am") == ["24.eve", "25.am", "25.pm", "25.eve", "26.am"])
    }

    @Test(
        "What may mean several stretches, or goes on behind what is understood, is refused",
        arguments: [
            "5月24日上午-26日下午", "2025-05-24.am~2025-05-26.am", "5月26日-24日", "5月24日前", "5月24日 9:00",
            "2025-05-24.am-", "2025-05-24.am 26", "24", "5月24日-5月28日", "2025-05-24.pm~2025-05-24.am",
        ])
    func refused(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test("A cell that names everything again and again is not written out without end")
    func repeated() {
        let (instances, problems) = calendar.instances(Array(repeating: "*", count: 10_000).joined(separator: ","))
        #expect(problems.isEmpty && instances.count < 50)
        let long = String(repeating: "2025-05-24.", count: 3000)
        #expect(calendar.instances(long).problems.count == 1)
    }

    @Test("Each item that cannot be read is a problem of its own")
    func problems() {
        #expect(calendar.instances("2025-05-24.noon, 2025-06-24, soon, 2025-05-24.am").problems.count == 3)
    }

    @Test("Runs give the list back in its order, whatever it is")
    func runs() {
        var random = SeededGenerator(for: "runs of slots")
        let all = read("all")?.map { "2025-05-" + $0 } ?? []
        for _ in 0..<400 {
            var list = all.filter { _ in random.chance(0.6) }
            if random.chance(0.3) { list.shuffle(using: &random) }
            for language in Language.allCases {
                let text = SlotRuns(list).text(allSlots: calendar.slots, language)
                #expect(calendar.instances(text).instances == list, "\(text)")
            }
        }
    }

    @Test("A week of mornings is written short")
    func short() {
        let mornings = calendar.dates.map { "\($0.text).am" }
        #expect(SlotRuns(mornings).text(allSlots: calendar.slots, .english) == "2025-05-24~2025-05-27.am")
    }
}

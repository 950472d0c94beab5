import Testing

@testable import CaravanCore

@Suite("Near matches of mistyped names")
struct NearMatchTests {
    @Test("One letter added, lost, changed or swapped is a distance of one")
    func distances() {
        func distance(_ a: String, _ b: String) -> Int { NearMatch.distance(Array(a), Array(b), atMost: 9) }
        #expect(distance("venue", "venues") == 1)
        #expect(distance("venue", "vneue") == 1)
        #expect(distance("湾沟镇", "湾勾镇") == 1)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("", "abc") == 3)
    }

    @Test("The nearest is chosen; what is far has no match")
    func best() {
        let names = ["湾沟镇", "松树镇", "孙家堡子街道"]
        #expect(NearMatch.best(for: "湾勾镇", among: names) == "湾沟镇")
        #expect(NearMatch.best(for: "孙家堡子", among: names) == "孙家堡子街道")
        #expect(NearMatch.best(for: "北京市海淀区", among: names) == nil)
        #expect(NearMatch.best(for: "缺席", among: ["场地停用", "成员缺席"]) == "成员缺席")
        #expect(NearMatch.best(for: "学校/礼堂", among: ["广场", "礼堂"]) == "礼堂")
        #expect(NearMatch.best(for: "at", among: ["latitude", "what"]) == nil)
    }

    @Test("Where too much is to be compared, nothing is")
    func patience() {
        var patience = NearMatch.Patience(pairs: 1000)
        #expect(NearMatch.best(for: "venue", among: ["venues"], &patience) == "venues")
        #expect(NearMatch.best(for: "venue", among: (0..<100).map { "name \($0)" } + ["venues"], &patience) == nil)
    }
}

import Testing

@testable import CaravanTables

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
    }
}

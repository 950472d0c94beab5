import Testing

@testable import CaravanClient

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "characters take the columns that terminals give them",
        arguments: [
            ("", 0), ("abc", 3), ("白山市", 6), ("白a", 3), ("，。", 4), ("ＡＢ", 4), ("한국", 4), ("カタカナ", 8), ("ｶﾅ", 2),
            ("e\u{301}", 1), ("…–·", 3), ("👩‍🔬", 2), ("🇨🇳", 2), ("𠀀", 2), ("\u{200B}", 0), ("\t", 0), ("é", 1),
        ])
    func widths(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }

    @Test("cutting never exceeds the room and never splits a wide character")
    func truncation() {
        #expect("白山市浑江区".truncated(to: 12) == "白山市浑江区")
        #expect("白山市浑江区".truncated(to: 11) == "白山市浑江…")
        #expect("白山市浑江区".truncated(to: 8) == "白山市…")
        #expect("白山市".truncated(to: 1) == "…")
        #expect("白山市".truncated(to: 0) == "")
        for room in 0...14 { #expect(displayWidth("白a山b市c浑江".truncated(to: room)) <= room) }
    }

    @Test("padding goes by columns, on either side")
    func padding() {
        #expect("白山".padded(to: 6) == "白山  ")
        #expect("白山".padded(to: 6, .trailing) == "  白山")
        #expect("白山市".padded(to: 4) == "白山市")
    }
}

import CaravanCore
import CaravanLanguage
import Testing

@testable import CaravanClient

@Suite("Progress")
struct ProgressLineTests {
    private let record: JSON = [
        "seconds": 12.34, "objective": 9120.25, "bound": 8911.75, "gap": 0.0228611057, "phase": "search",
    ]

    @Test("the line tells seconds, objective, bound, gap and phase")
    func full() {
        #expect(
            ProgressLine.text(read(record), Style())
                == "12.3 s  objective 9,120.3  bound 8,911.8  gap 2.29%  search")
        #expect(
            ProgressLine.text(read(record), Style(language: .chinese))
                == "12.3 s  目标值 9,120.3  下界 8,911.8  间隙 2.29%  搜索")
    }

    @Test("what is not known yet is left out, and the clock may be ahead of the record")
    func partial() {
        #expect(ProgressLine.text(read(["seconds": 0, "phase": "queued"]), Style()) == "0.0 s  queued")
        #expect(ProgressLine.text(read(["seconds": 1]), seconds: 75, Style()) == "1 min 15 s")
        #expect(ProgressLine.text(read(["seconds": 99]), seconds: 75, Style()) == "1 min 39 s")
        #expect(ProgressLine.text(read([:]), Style()) == "0.0 s")
    }

    @Test("the line stays within the terminal")
    func narrow() {
        for language in Language.allCases {
            for width in 2...80 {
                #expect(displayWidth(ProgressLine.text(read(record), Style(language: language, width: width))) < width)
            }
        }
    }
}

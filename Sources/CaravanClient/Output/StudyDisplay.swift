import CaravanLanguage
import CaravanPresentation

/// Shows how many answers of a study have come: on a terminal one line that ticks, elsewhere nothing.
actor StudyDisplay {
    private let console: Console
    private let began = ContinuousClock.now
    private var answers = 0
    private var isOver = false
    private var isDrawn = false

    init(_ console: Console) { self.console = console }

    /// An answer has come.
    func count() {
        answers += 1
        draw()
    }

    /// Ticks until it is cancelled.
    func run() async {
        while (try? await Task.sleep(for: .milliseconds(500))) != nil { draw() }
    }

    /// Takes the line away.
    func clear() {
        isOver = true
        if isDrawn { console.rewrite("") }
    }

    private func draw() {
        guard console.isLive, !console.isJSON, !isOver else { return }
        let style = console.noteStyle
        let since = began.duration(to: .now).components
        let state =
            answers == 0
            ? style.text(ClientText.studyBase) : style.text(ClientText.studyDone, ["count": String(answers)])
        let line = "\(NumberText.seconds(Double(since.seconds)))  \(state)"
        console.rewrite((style.width.map { line.truncated(to: max(1, $0 - 1)) } ?? line))
        isDrawn = true
    }
}

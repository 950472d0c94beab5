import CaravanCore
import CaravanProtocol

/// Shows how far a job is: on a terminal one line that is written again and ticks with the clock, elsewhere a line for an
/// improvement, at most one a second of the job.
actor ProgressDisplay {
    private let console: Console
    private var last: ProgressRecord?
    private var lastAt = ContinuousClock.now
    private var shownSeconds = -Double.infinity

    init(_ console: Console) { self.console = console }

    /// Takes a line of the stream.
    func update(_ line: JSON) {
        if console.isJSON { return console.write(line) }
        guard let record = ProgressRecord(json: line) else { return }
        last = record
        lastAt = .now
        if console.isLive { return redraw() }
        guard record.seconds >= shownSeconds + 1 else { return }
        shownSeconds = record.seconds
        console.note(ProgressLine.text(record, console.noteStyle) + "\n")
    }

    /// Draws the line again with the time gone by since.
    func tick() {
        if !console.isJSON, console.isLive { redraw() }
    }

    /// Takes the line away.
    func clear() {
        if !console.isJSON, console.isLive, last != nil { console.rewrite("") }
        last = nil
    }

    private func redraw() {
        guard let last else { return }
        let since = lastAt.duration(to: .now).components
        let isQueued = last.phase == "queued"
        let seconds = last.seconds + (isQueued ? 0 : Double(since.seconds))
        console.rewrite(ProgressLine.text(last, seconds: seconds, console.noteStyle))
    }
}

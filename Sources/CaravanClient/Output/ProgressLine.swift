import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// The line that tells how far a job is.
enum ProgressLine {
    /// One line of a stream, e.g. `12.3 s  objective 9,120.3  bound 8,911.8  gap 2.29%  search`, in the room there is.
    static func text(_ progress: ProgressRecord, seconds: Double? = nil, _ style: Style) -> String {
        var parts = [NumberText.seconds(max(seconds ?? 0, progress.seconds))]
        func add(_ label: Word, _ value: String?) { if let value { parts.append("\(style.text(label)) \(value)") } }
        add(.objective, progress.objective.map { NumberText.grouped($0, decimals: 1) })
        add(.bound, progress.bound.map { NumberText.grouped($0, decimals: 1) })
        add(.gap, progress.gap.map { NumberText.percent($0) })
        if !progress.phase.isEmpty { parts.append(style.word(progress.phase)) }
        let line = parts.joined(separator: "  ")
        // The last column of a terminal stays free: some wrap as soon as it is written.
        return style.width.map { line.truncated(to: max(1, $0 - 1)) } ?? line
    }
}

import CaravanCore
import CaravanLanguage

/// Runs of slot instances in a list of them: the same slots on consecutive dates. Put one after the other they give the
/// list in its order.
struct SlotRuns {
    /// The same slots on each of some consecutive dates.
    struct Run: Equatable {
        var first: CivilDate
        var last: CivilDate
        var slots: [String]
    }

    private(set) var runs: [Run] = []

    /// The runs of a list whose items are `DATE.slotId`.
    init(_ instances: [String]) {
        for instance in instances {
            guard let date = CivilDate(String(instance.prefix(10))) else { continue }
            let slot = String(instance.dropFirst(11))
            if let last = runs.last, last.first == date, !last.slots.contains(slot) {
                runs[runs.count - 1].slots.append(slot)
            } else {
                runs.append(Run(first: date, last: date, slots: [slot]))
            }
        }
        var joined: [Run] = []
        for run in runs {
            if let last = joined.last, last.slots == run.slots, last.last.dayNumber + 1 == run.first.dayNumber {
                joined[joined.count - 1].last = run.last
            } else {
                joined.append(run)
            }
        }
        runs = joined
    }

    /// The list as `SlotText` reads it back.
    func text(allSlots: [String], _ language: Language) -> String {
        if runs.isEmpty { return Word.nothing[language] }
        return runs.map { run in
            let dates = run.first == run.last ? run.first.text : "\(run.first.text)~\(run.last.text)"
            return run.slots == allSlots ? dates : dates + "." + run.slots.joined(separator: "+")
        }.joined(separator: ListWord.comma[language])
    }
}

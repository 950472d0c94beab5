import Foundation

/// What laying out the model of a week may take.
struct Allowance: Sendable {
    /// Bytes of everything that a solve builds on it.
    var memory = Allowance.standardMemory
    /// Until when placements are enumerated.
    var deadline = Deadline.current
    /// Whether what is enumerated by then will do, as the model of a part of the week.
    var mayBePartial = false

    /// A quarter of the machine's memory: two solves at a time leave half of it to everything else.
    static let standardMemory = Int(clamping: ProcessInfo.processInfo.physicalMemory / 4)
}

/// One thing that is wrong with a document, and where.
public struct Fault: Sendable, Equatable {
    /// Path of the value, e.g. `requests[3].needs[0].level`; empty for the document itself.
    public let path: String
    /// What is wrong with it.
    public let message: String

    /// A fault at a path.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

/// A week document breaks rules of its structure; every fault is listed.
public struct WeekFaults: Error, Sendable, Equatable {
    /// The faults, in the order of the document.
    public let faults: [Fault]

    /// These faults.
    public init(_ faults: [Fault]) { self.faults = faults }
}

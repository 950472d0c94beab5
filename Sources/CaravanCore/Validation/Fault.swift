import CaravanLanguage

/// One thing that is wrong with a document, and where.
public struct Fault: Sendable, Equatable {
    /// Path of the value, e.g. `requests[3].needs[0].level`; empty for the document itself.
    public let path: String
    /// What is wrong with it.
    public let problem: DocumentFault

    /// A fault at a path.
    public init(path: String, _ problem: DocumentFault) { (self.path, self.problem) = (path, problem) }

    /// Where it is and what is wrong there, on one line.
    public var line: Bilingual { path.isEmpty ? problem.bilingual : Join.labelled(path, problem) }

    /// The record of a fault: `{"path","message","messageZh"}`.
    public var record: JSON {
        let text = problem.bilingual
        return ["path": .string(path), "message": .string(text.english), "messageZh": .string(text.chinese)]
    }
}

/// A week document breaks rules of its structure; every fault is listed.
public struct WeekFaults: Error, Sendable, Equatable {
    /// The faults, in the order of the document.
    public let faults: [Fault]

    /// These faults.
    public init(_ faults: [Fault]) { self.faults = faults }
}

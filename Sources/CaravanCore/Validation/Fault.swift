import CaravanLanguage

/// One thing that is wrong with a document, and where.
public struct Fault: Sendable, Equatable {
    /// Path of the value, e.g. `requests[3].needs[0].level`; empty for the document itself.
    public let path: String
    /// What is wrong with it.
    public let text: Bilingual

    /// A fault at a path.
    public init(path: String, _ text: some Sayable) {
        self.path = path
        self.text = text.bilingual
    }

    /// What is wrong with it, in English.
    public var message: String { text.english }

    /// Where it is and what is wrong there, on one line.
    public var line: Bilingual { path.isEmpty ? text : Join.labelled(path, text) }

    /// The record of a fault: `{"path","message","messageZh"}`.
    public var record: JSON {
        ["path": .string(path), "message": .string(text.english), "messageZh": .string(text.chinese)]
    }
}

/// A week document breaks rules of its structure; every fault is listed.
public struct WeekFaults: Error, Sendable, Equatable {
    /// The faults, in the order of the document.
    public let faults: [Fault]

    /// These faults.
    public init(_ faults: [Fault]) { self.faults = faults }
}

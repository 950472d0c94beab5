import CaravanLanguage

/// Something about a store that whoever runs it has to know.
public struct StoreFinding: Sendable {
    /// How bad it is.
    public enum Weight: Sendable {
        /// It is as it should be again.
        case notice
        /// It will be trouble unless something is done.
        case warning
        /// Something is lost, or cannot be stored.
        case error
    }

    /// How bad it is.
    public let weight: Weight
    /// What was found, and what to do.
    public let text: Bilingual

    init(_ weight: Weight, _ text: some Sayable) {
        self.weight = weight
        self.text = text.bilingual
    }
}

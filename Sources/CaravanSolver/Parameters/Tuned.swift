/// A tuning constant with the values that make sense for it.
@propertyWrapper
struct Tuned<Value: Comparable & Codable & Sendable>: Sendable, Equatable, Codable {
    /// The value.
    var wrappedValue: Value
    private let range: ClosedRange<Value>

    /// A constant with its standard value.
    init(wrappedValue: Value, _ range: ClosedRange<Value>) {
        self.wrappedValue = wrappedValue
        self.range = range
    }
}

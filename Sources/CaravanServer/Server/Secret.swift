/// A text that proves who somebody is. It can be compared and nothing else: whatever prints it, the reflection of what
/// holds it included, shows that there is one and not what it is.
public struct Secret: Sendable, Equatable {
    private let bytes: [UInt8]

    /// A secret.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// Compares in a time that tells nothing of where the two differ.
    public static func == (given: Secret, wanted: Secret) -> Bool {
        var difference = UInt8(given.bytes.count == wanted.bytes.count ? 0 : 1)
        for (at, byte) in wanted.bytes.enumerated() {
            difference |= byte ^ (at < given.bytes.count ? given.bytes[at] : 0)
        }
        return difference == 0
    }
}

extension Secret: ExpressibleByStringLiteral {
    /// A secret that is written in the source, as tests do.
    public init(stringLiteral value: String) { self.init(value) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the secret.
    public var description: String { "(secret)" }
    /// Nothing of the secret.
    public var debugDescription: String { description }
    /// Nothing of the secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

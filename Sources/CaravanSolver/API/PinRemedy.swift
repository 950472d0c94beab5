import CaravanCore
import CaravanLanguage

/// A change of the week that lets demands be kept, carried out on a copy.
public struct PinRemedy: Sendable, Equatable {
    /// The change in both languages.
    public let text: Bilingual
    /// It as a list of edits (domain, section 6).
    public let edits: [JSON]
    /// Whether everything that is demanded can be held with it; else only what it is offered for.
    public let isWhole: Bool

    /// `{"text","textZh","edits","whole"}`.
    public var record: JSON {
        [
            "text": .string(text.english), "textZh": .string(text.chinese), "edits": .array(edits),
            "whole": .bool(isWhole),
        ]
    }
}

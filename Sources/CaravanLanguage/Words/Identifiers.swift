extension RuleName {
    /// The name of a rule by its number, such as `H3`; one that the catalogue does not know stands for itself.
    public static func name(of rule: String, in language: Language) -> String {
        allCases.first { "\($0)" == rule.lowercased() }?[language] ?? rule
    }
}

extension SystemReason {
    /// A reason that the system gave, in both languages where it is known.
    public static func bilingual(of reason: String) -> Bilingual {
        allCases.first { $0.bilingual.english == reason }?.bilingual ?? Bilingual(same: reason)
    }
}

extension MonthName {
    /// A month by its number, 1 to 12.
    public init(number: Int) { self = Self.allCases[number - 1] }
}

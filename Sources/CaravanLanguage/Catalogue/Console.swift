extension Catalogue {
    /// What the web console alone says, by the keys that its page and its modules name.
    public static let consoleTexts: [String: Bilingual] = [
        consoleFrame, consoleWeeks, consolePlan, consoleWork, consoleWords,
    ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    /// Everything that the web console says: its own texts, and words that it shares with other parts of the program.
    public static let console: [String: Bilingual] = [consoleShared, consoleDates].reduce(into: consoleTexts) {
        all, part in
        all.merge(part) { own, _ in own }
    }
}

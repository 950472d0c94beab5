extension Catalogue {
    /// What the web console says, by the keys that its page and its modules name.
    public static let console: [String: Bilingual] = [
        consoleFrame, consoleWeeks, consolePlan, consoleWork, consoleWords,
    ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}

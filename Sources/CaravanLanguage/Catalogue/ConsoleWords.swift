extension Catalogue {
    /// What the web console says, by the keys that its page names.
    public static let console: [String: Bilingual] = [
        "title": Bilingual("Caravan", "Caravan 科技活动周排程")
    ]
}

import CaravanLanguage

/// Which revision of which week a workbook was made from. It stands on the sheet of instructions, so that whoever takes the
/// workbook in can tell whether others have changed the week since.
public struct WeekOrigin: Sendable, Equatable {
    /// Identifier of the week.
    public let week: String
    /// Number of the revision, from 1.
    public let revision: Int

    /// A revision of a week.
    public init(_ week: String, _ revision: Int) {
        self.week = week
        self.revision = revision
    }

    /// What the sheet of instructions says; nil where it says nothing.
    init?(_ guide: Sheet) {
        let mark = GuideText.origin.bilingual.both
        let row = guide.rows.first { row in row[0].map { mark.contains($0.shown) } ?? false }
        guard let row, let week = row[1]?.shown, let revision = row[2].flatMap({ Int($0.shown) }), revision > 0 else {
            return nil
        }
        self.init(week, revision)
    }

    /// The row that says it.
    func row(_ language: Language) -> [OutputCell] {
        [.text(GuideText.origin[language]), .text(week), .text(String(revision))]
    }
}

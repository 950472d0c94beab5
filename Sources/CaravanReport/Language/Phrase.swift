/// Everything that reports and calendars say in their own words.
enum Phrase: String, Sendable, CaseIterable {
    // Words and titles of columns.
    case audience, attendance, attendanceExpected, crew, format, fund, request, none, sessions, charged, limit, used
    case county, population, perThousand, townships, value, reason, name, date, total, term, points, fact, figure, share
    case objective, bound, gap, status, origin, seed, weekIdentifier, revision, version, created, program
    case listSeparator, labelled, cancelledTitle

    // The page and its parts.
    case report, planVersion, published, draft
    case summary, map, timetable, coverage, load, unheld, certificate

    // Figures.
    case sessionsHeld, ofRequests, peopleReached, perThousandNote, townshipsReached, ofTownships, townshipsWithout
    case peopleLiveThere, interactiveShare, moneyUsed, ofLimit, gini, giniNote, worstTownship, worstNote
    case everyTownship, leftOutList, contributions, byGroup, interactiveNote

    // Notes and headings.
    case mapNote, namesMissing, mapTip, legendTitle, noSession
    case nothingHeld, countyHeading, until, coverageNote, loadNote, poolHeading, idle
    case allHeld, unheldNote, andMore, certificateNote, facts, objectiveTerms, againstVersion, unproven

    /// The text in both languages.
    var text: Bilingual { Self.words[self] ?? Self.sentences[self] ?? Bilingual(rawValue, rawValue) }

    /// The text in one language, `{0}`, `{1}`… replaced by the arguments.
    func text(in language: ReportLanguage, _ arguments: [String]) -> String {
        let pieces = text[language].split(separator: "{", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces.first ?? "")) { result, piece in
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard let number = Int(parts[0]), arguments.indices.contains(number) else {
                result += "{" + piece
                return
            }
            result += arguments[number] + (parts.count > 1 ? parts[1] : "")
        }
    }

    subscript(language: ReportLanguage, arguments: String...) -> String { text(in: language, arguments) }
}

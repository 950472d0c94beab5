import CaravanProtocol

/// Everything that the client says in its own words. `{name}` stands for a value.
enum Message: String, Sendable, CaseIterable {
    // Titles of columns and labels.
    case week, title, start, days, revision, requests, plans, published, updated
    case job, state, submitted, seconds, objective, bound, gap, version, status, phase, limit, kind
    case sessions, unserved, created, baseline, origin, request, held, reason, value, change, from, to, points
    case county, township, venue, crew, slot, date, name, attendance, population, perThousand, shortfall
    case audience, member, money, fund, left, used, load, trips, km, pool, rule, message, path, total, term
    case verb, usage, summary, argument, accepts, absent, purpose
    case sign, gained, lost, marking, changesAtMost, gain
    case range, resource, substitute, choices, reached, goesAt, worth, unit, thing, number
    case yes, no, noRecords

    // Headings of reports.
    case timetable, coverageHeading, unheldHeading, moneyHeading, objectiveHeading, nothingHeld, allHeld
    case ruledOutHeading, nearestHeading, remediesHeading, alternativesHeading, contradictionHeading, makingRoom
    case notHeldMark, heldMark, dropIt
    case droppedHeading, addedHeading, changedHeading, frontierHeading, standbyHeading, goesHeading
    case planHeading, publishedMark, sessionCount, listSeparator

    // Results.
    case loaded, dropped, submitted1, amended, withdrawn, edited, queued1, stopping, cancelled1, solved, seePlan
    case stoppedJob, publishedPlan, adopted, checkedSound, checkedBroken, exported, pong, written
    case proposed, proposalCounts, acceptHint, accepted, acceptedPublished
    case committed, marked, unmarked, toldCount, studyBase, studyDone, worthPromise
    case differences, interruptHint, closed, shellHint, unavailableMark, statusLine

    // Spreadsheets.
    case imported, ignored, sheetsWritten

    // Failures.
    case error, noEndpoint, badEndpoint, unreachable, connectionClosed, foreign, unreadable, unwritable
    case faultsHeading, shellBytes, faultyTables

    /// The text in both languages.
    var text: Bilingual { Self.labels[self] ?? Self.sentences[self] ?? Bilingual(rawValue, rawValue) }
}

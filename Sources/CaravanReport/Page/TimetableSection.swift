import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// What is held where and when: first how many sessions by county and date, then every session by county, date and slot.
struct TimetableSection {
    let page: ReportPage
    private let calendar: SlotCalendar
    private let byCounty: [[ScheduledSession]]

    init(page: ReportPage) {
        self.page = page
        calendar = page.week.calendar
        var byCounty = [[ScheduledSession]](repeating: [], count: page.week.counties.count)
        for session in page.sessions { byCounty[page.week.townships[session.township].county].append(session) }
        self.byCounty = byCounty
    }

    func write(to body: inout Markup) {
        body.section(.timetable, of: page) { part in
            guard !page.sessions.isEmpty else { return part.element("p", text: page.say(PlanText.nothingHeld)) }
            overview(&part)
            for county in byCounty.indices where !byCounty[county].isEmpty { grid(county, &part) }
        }
    }

    private func overview(_ part: inout Markup) {
        let counts = byCounty.map { sessions in
            calendar.dates.indices.map { date in sessions.count { calendar.date(of: $0.span.lowerBound) == date } }
        }
        let classes = CoverageClasses(counts.flatMap { $0.map(Double.init) })
        let days = calendar.dates.map { DateText.day($0, in: page.language) }
        let numeric = Set(1...days.count + 1)
        part.table("heat dates", head: [page.say(ReportText.county)] + days + [page.say(Word.total)], numeric: numeric)
        { rows in
            for county in counts.indices {
                rows.element("tr") { tr in
                    tr.element("th", ["scope": "row"], text: page.week.counties[county])
                    for count in counts[county] {
                        let style = classes.style(of: Double(count))
                        tr.element("td", ["class": style], text: count > 0 ? String(count) : "–")
                    }
                    tr.element("td", ["class": "sum"], text: NumberText.count(counts[county].reduce(0, +)))
                }
                rows.newline()
            }
        }
    }

    /// One county: dates down, slots across; dates and slots without a session are left out.
    private func grid(_ county: Int, _ part: inout Markup) {
        let sessions = byCounty[county]
        let slots = Set(sessions.map { $0.span.lowerBound % calendar.slotsPerDate }).sorted()
        let byStart = Dictionary(grouping: sessions, by: \.span.lowerBound)
        let times = slots.map {
            "\(DateText.clock(calendar.slots[$0].begin))–\(DateText.clock(calendar.slots[$0].end))"
        }
        part.element(
            "h3", text: page.say(ReportText.countyHeading, page.week.counties[county], NumberText.count(sessions.count))
        )
        part.table("grid", head: [page.say(Word.date)] + times) { rows in
            for (date, name) in calendar.dates.enumerated() {
                let starts = slots.map { date * calendar.slotsPerDate + $0 }
                guard starts.contains(where: { byStart[$0] != nil }) else { continue }
                rows.element("tr") { tr in
                    tr.element("th", ["scope": "row"], text: DateText.day(name, in: page.language))
                    for start in starts {
                        tr.element("td") { td in
                            for session in byStart[start] ?? [] { entry(session, &td) }
                        }
                    }
                }
                rows.newline()
            }
        }
    }

    private func entry(_ session: ScheduledSession, _ td: inout Markup) {
        let week = page.week
        td.element("div", ["class": "s"]) { entry in
            entry.element("b", text: session.title)
            if session.span.count > 1 {
                entry.write(" ")
                entry.element("em", text: page.say(ReportText.until, DateText.clock(session.end)))
            }
            entry.empty("br")
            // A venue's name often begins with its township's.
            let (town, venue) = (week.townshipName(session.township), week.venueName(session.venue))
            let audience = page.word(week.audiences[session.request.audience])
            let people = "\(audience) \(NumberText.grouped(session.request.attendance))"
            entry.write([people, venue.hasPrefix(town) ? venue : "\(town) \(venue)"].joined(separator: " · "))
            if session.crew.isEmpty { return }
            entry.element("span", text: " · " + page.list(session.crew.map(week.memberName)))
        }
    }
}

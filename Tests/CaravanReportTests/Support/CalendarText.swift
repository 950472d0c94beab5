import Foundation

/// An iCalendar text taken apart by hand: folded lines joined, components as lists of properties.
struct CalendarText {
    /// The lines, unfolded.
    let lines: [String]

    init(_ text: String) {
        lines = text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    /// The events by UID: the value of each property by its name, parameters left out.
    var events: [String: [String: String]] {
        var (events, current): ([String: [String: String]], [String: String]?) = ([:], nil)
        for line in lines {
            if line == "BEGIN:VEVENT" { current = [:] }
            if line == "END:VEVENT", let event = current {
                events[event["UID"] ?? ""] = event
                current = nil
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            current?[String(line[..<colon].prefix { $0 != ";" })] = String(line[line.index(after: colon)...])
        }
        return events
    }

    /// The value of a property outside of events.
    func value(of name: String) -> String? {
        lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
    }
}

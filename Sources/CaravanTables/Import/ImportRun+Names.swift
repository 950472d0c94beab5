import CaravanCore
import CaravanLanguage

extension ImportRun {
    /// Gathers what cells may refer to: the week's dates and slots, and the names in every table.
    mutating func nameEverything() {
        var directories: [Directory.Kind: Directory] = [:]
        for kind in Directory.Kind.allCases { directories[kind] = Directory(kind) }
        let named: [(Table, Directory.Kind, String)] = [
            (.townships, .township, "name"), (.venues, .venue, "name"), (.experts, .member, "name"),
            (.mentors, .member, "name"), (.kits, .member, "name"), (.funds, .fund, "name"),
            (.requests, .request, "title"),
        ]
        for (table, kind, name) in named {
            guard let loaded = tables[table] else { continue }
            for row in loaded.rows {
                let id = loaded.text("id", in: row)
                if !id.isEmpty { directories[kind]?.add(id: id, name: loaded.text(name, in: row)) }
            }
        }
        if let townships = tables[.townships] {
            for row in townships.rows {
                let county = townships.text("county", in: row)
                if !county.isEmpty { directories[.county]?.add(id: county, name: "") }
            }
        }
        for audience in (try? ListText.items(fieldText("audiences"))) ?? [] {
            directories[.audience]?.add(id: audience, name: "")
        }
        let start = announcedStart
        let days = announcedDays
        let dates = DateReader(
            start: start, days: (1...14).contains(days) ? days : 14, countsFrom1904: countsFrom1904)
        reader = CellReader(directories: directories, dates: dates, calendar: calendar(start, days))
    }

    /// The rows of the week's own fields by their keys.
    private var fieldRows: [(key: String, row: SheetRow)] {
        guard let week = tables[.week] else { return [] }
        return week.rows.compactMap { row in
            let name = PlainText.key(week.text("field", in: row))
            return WeekFields.all.first { $0.matches(name) }.map { ($0.key, row) }
        }
    }

    private func fieldContent(_ key: String) -> CellContent? {
        guard let week = tables[.week], let row = fieldRows.first(where: { $0.key == key })?.row else { return nil }
        return week.content("value", in: row)
    }

    private func fieldText(_ key: String) -> String { fieldContent(key)?.shown ?? "" }

    private var announcedStart: CivilDate? {
        guard let content = fieldContent("start") else { return nil }
        return reader.read(content, as: .date).json?.string.flatMap { CivilDate($0) }
    }

    private var announcedDays: Int {
        let number = fieldContent("days").flatMap { reader.read($0, as: .number(.dates)).json?.number }
        return number.flatMap { Int(exactly: $0) } ?? 0
    }

    private func calendar(_ start: CivilDate?, _ days: Int) -> SlotText? {
        guard let start, (1...14).contains(days), let slots = tables[.slots] else { return nil }
        let names = slots.rows.map { slots.text("id", in: $0) }
        guard !names.isEmpty, names.count <= 12, names.allSatisfy(isIdentifier), Set(names).count == names.count else {
            return nil
        }
        return SlotText(start: start, days: days, slots: names, countsFrom1904: countsFrom1904)
    }

    /// Reads the week's own fields into the document, its `travel` and its `weights`.
    mutating func readFields(_ document: inout JSONObject, _ travel: inout JSONObject, _ weights: inout JSONObject) {
        guard let week = tables[.week] else { return }
        var seen: Set<String> = []
        for row in week.rows {
            let name = week.text("field", in: row)
            let place = week.place("value", in: row.number)
            guard let field = WeekFields.all.first(where: { $0.matches(PlainText.key(name)) }) else {
                warnings.add(unknownField(name, week.place("field", in: row.number)))
                continue
            }
            provenance.note(field: field.key, at: place)
            guard seen.insert(field.key).inserted else {
                faults.add(
                    TableFault(
                        place, heading: name, problem: SheetFault.fieldTwice,
                        remedy: SheetRemedy.deleteRow))
                continue
            }
            guard let content = week.content("value", in: row) else { continue }
            let unit = HeadingUnit.ratio(in: name, of: field)
            if unit == nil {
                faults.add(
                    TableFault(
                        week.place("field", in: row.number), found: name, problem: SheetFault.unknownUnit,
                        remedy: SheetRemedy.headingUnit(field.heading)))
            }
            let value = reader.read(content, as: field.kind, unit: unit ?? .one)
            for problem in value.problems { faults.add(week.fault(at: place, problem)) }
            switch field.key.split(separator: ".").map(String.init) {
            case let path where path.count == 1: document[path[0]] = value.json
            case let path where path[0] == "travel": travel[path[1]] = value.json
            case let path: weights[path[1]] = value.json
            }
        }
        reportMissingFields(seen, week)
    }

    private func unknownField(_ name: String, _ place: CellPlace) -> TableFault {
        let near = NearMatch.best(for: PlainText.narrowed(name), among: WeekFields.all.flatMap(\.heading.both))
        return TableFault(
            place, found: name, problem: SheetFault.unknownField,
            remedy: near.map { CellRemedy.didYouMean($0) }
                ?? SheetRemedy.deleteOrLeave.bilingual)
    }

    private mutating func reportMissingFields(_ seen: Set<String>, _ week: LoadedTable) {
        guard week.columns.faults.isEmpty else { return }
        for field in WeekFields.all where field.isRequired && !seen.contains(field.key) {
            let place = CellPlace(sheet: week.sheet.name)
            provenance.note(field: field.key, at: place)
            faults.add(
                TableFault(
                    place,
                    problem: SheetFault.fieldMissing(field.heading),
                    remedy: SheetRemedy.addRow(field.note)))
        }
    }
}

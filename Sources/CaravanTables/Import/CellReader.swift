import CaravanCore
import CaravanLanguage

/// Turns cells into values of the week document.
struct CellReader {
    /// Names that cells may refer to.
    let directories: [Directory.Kind: Directory]
    /// How dates are read.
    let dates: DateReader
    /// Slot instances; nil while dates or slots are at fault, and slot instances are not looked at.
    let calendar: SlotText?

    /// Problems of one cell that are told.
    private static let mostProblems = 100

    /// A value, nil where there is none, and what is wrong with the cell.
    struct Value {
        var json: JSON?
        var problems: [CellProblem] = []

        init(_ json: JSON?, _ problems: [CellProblem] = []) {
            self.json = json
            self.problems = problems
        }
    }

    /// Reads a cell that is not empty.
    /// - Parameter unit: What a bare number counts, where the heading says so.
    func read(_ content: CellContent, as kind: ValueKind, unit: UnitRatio = .one) -> Value {
        do throws(CellProblem) {
            if let dimension = kind.dimension {
                return Value(.number(try number(content, QuantityText(dimension, bare: unit))))
            }
            switch kind {
            case .flag: return Value(.bool(try flag(content)))
            case .date: return Value(.string(try date(content).text))
            case .clock: return Value(.string(try clock(content)))
            case .text: return Value(.string(try text(content)))
            case .identifier: return identifier(try text(content))
            case .reference(let kind): return Value(.string(try directory(kind).resolve(try text(content))))
            case .references(let kind): return try references(try text(content), kind)
            default: return try composite(content, as: kind)
            }
        } catch {
            return Value(nil, [error])
        }
    }

    private func composite(_ content: CellContent, as kind: ValueKind) throws(CellProblem) -> Value {
        switch kind {
        case .texts: Value(.strings(try ListText.items(try text(content))))
        case .skills: Value(.object(try SkillText.skills(try text(content))))
        case .needs: Value(.array(try NeedText.needs(try text(content))))
        case .keys: Value(.strings(try keys(try text(content))))
        case .measure: Value(.string(try measure(try text(content)).rawValue))
        case .clauses: try clauses(try text(content))
        case .slotInstances: try slotInstances(content)
        case .slotInstance: try slotInstance(content)
        case .slotNames: Value(.strings(try slotNames(try text(content))))
        default: Value(nil)
        }
    }

    private func directory(_ kind: Directory.Kind) -> Directory { directories[kind] ?? Directory(kind) }

    /// The text of a cell, spaces at its ends left out.
    private func text(_ content: CellContent) throws(CellProblem) -> String {
        switch try stored(content) {
        case .text(let text): return PlainText.trimmed(text)
        case .date(let serial):
            let shown = SerialDate(serial).text
            throw CellProblem(
                CellFault.madeDate(shown),
                CellRemedy.textFormat)
        case let other: return other.shown
        }
    }

    /// The content, unless it is an error or a formula without a result.
    private func stored(_ content: CellContent) throws(CellProblem) -> CellContent {
        switch content {
        case .error:
            throw CellProblem(
                CellFault.failedFormula,
                CellRemedy.typeValue)
        case .formula:
            throw CellProblem(
                CellFault.unstoredFormula,
                CellRemedy.saveFormula)
        default: return content
        }
    }

    private func identifier(_ text: String) -> Value {
        if isIdentifier(text) { return Value(.string(text)) }
        return Value(
            .string(text),
            [
                CellProblem(
                    CellFault.identifier,
                    CellRemedy.identifier)
            ])
    }

    private func number(_ content: CellContent, _ quantity: QuantityText) throws(CellProblem) -> Double {
        let found = try stored(content)
        if case .number(let value) = found { return quantity.bare.times(value) }
        guard case .text(let text) = found else {
            throw CellProblem(
                CellFault.noNumberButDate,
                CellRemedy.numberFormat)
        }
        return try quantity.value(text)
    }

    private func flag(_ content: CellContent) throws(CellProblem) -> Bool {
        if case .bool(let truth) = content { return truth }
        guard let truth = KeyWords.flag(try text(content)) else {
            throw CellProblem(CellFault.flag, CellRemedy.flag)
        }
        return truth
    }

    private func date(_ content: CellContent) throws(CellProblem) -> CivilDate {
        let found = try undated(content)
        if case .date(let serial) = found, let date = SerialDate(serial).date { return date }
        let reading = dates.read(found.shown)
        if case .date(let date) = reading { return date }
        throw DateProblem(reading)?.problem ?? DateProblem.unreadable
    }

    /// The content of a cell for dates: no date with a time of day, and no number that the spreadsheet has made of 5.20,
    /// whose last digit is lost.
    private func undated(_ content: CellContent) throws(CellProblem) -> CellContent {
        let found = try stored(content)
        switch found {
        case .date(let serial) where serial > 1 && SerialDate(serial).minutes != 0:
            throw CellProblem(CellFault.timeWithDate(found.shown), CellRemedy.dateAlone)
        case .number(let value) where value != value.rounded():
            throw CellProblem(CellFault.dateMadeNumber, CellRemedy.textFormat)
        default: return found
        }
    }

    private func clock(_ content: CellContent) throws(CellProblem) -> String {
        let found = try stored(content)
        switch found {
        case .date(let fraction) where (0...1).contains(fraction),
            .number(let fraction) where (0...1).contains(fraction):
            return ClockText.text(minutes: SerialDate(fraction).minutes)
        default:
            if let minutes = ClockText.minutes(found.shown) { return ClockText.text(minutes: minutes) }
            throw CellProblem(CellFault.clock, CellRemedy.clock)
        }
    }
}

extension CellReader {
    private func references(_ text: String, _ kind: Directory.Kind) throws(CellProblem) -> Value {
        var value: ([JSON], [CellProblem]) = ([], [])
        // A name may hold a comma itself: the whole cell is tried first.
        if let whole = directory(kind).find(text) { return Value([.string(whole)]) }
        for item in try ListText.items(text) where value.1.count < Self.mostProblems {
            do throws(CellProblem) { value.0.append(.string(try directory(kind).resolve(item))) } catch {
                value.1.append(error)
            }
        }
        return Value(.array(value.0), value.1)
    }

    private func keys(_ text: String) throws(CellProblem) -> [String] {
        try ListText.items(text).map { (word) throws(CellProblem) in
            guard let key = KeyWords.key(word) else { throw ClauseText.unknownKey(word) }
            return key.rawValue
        }
    }

    private func measure(_ text: String) throws(CellProblem) -> Measure {
        guard let measure = KeyWords.measure(text) else {
            throw CellProblem(
                CellFault.measure, CellRemedy.measure)
        }
        return measure
    }

    private func clauses(_ text: String) throws(CellProblem) -> Value {
        var (fields, problems): ([(String, JSON)], [CellProblem]) = ([], [])
        for clause in try ClauseText.clauses(text) {
            var values: [JSON] = []
            for item in clause.values {
                do throws(CellProblem) { values += try self.values(item, of: clause.key).map { .string($0) } } catch {
                    problems.append(error)
                }
            }
            fields.append((clause.key.rawValue, .array(values)))
        }
        return Value(.object(JSONObject(fields)), problems)
    }

    private func values(_ text: String, of key: GroupingKey) throws(CellProblem) -> [String] {
        switch key {
        case .township: [try directory(.township).resolve(text)]
        case .county: [try directory(.county).resolve(text)]
        case .audience: [try directory(.audience).resolve(text)]
        case .fund: [try directory(.fund).resolve(text)]
        case .date: try calendar?.dates(text).map(\.text) ?? [text]
        case .topic, .format, .department: [text]
        }
    }

    private func slotInstances(_ content: CellContent) throws(CellProblem) -> Value {
        let text = try undated(content).shown
        guard let calendar else { return Value(nil) }
        let (instances, problems) = calendar.instances(text)
        return Value(.strings(instances), problems)
    }

    private func slotInstance(_ content: CellContent) throws(CellProblem) -> Value {
        let text = try undated(content).shown
        guard let calendar else { return Value(nil) }
        let (instances, problems) = calendar.instances(text)
        if problems.isEmpty, instances.count != 1 {
            throw CellProblem(
                CellFault.severalSlots, CellRemedy.oneSlot)
        }
        return Value(instances.first.map { .string($0) }, problems)
    }

    private func slotNames(_ text: String) throws(CellProblem) -> [String] {
        guard let calendar else { return [] }
        var names: [String] = []
        for item in try ListText.items(text) {
            guard let found = calendar.slotNames(item) else {
                let known = calendar.slots.joined(separator: ", ")
                throw CellProblem(
                    CellFault.unknownSlot(item), CellRemedy.knownSlots(known))
            }
            names += found
        }
        return names
    }
}

import CaravanCore

/// Turns cells into values of the week document.
struct CellReader {
    /// Names that cells may refer to.
    let directories: [Directory.Kind: Directory]
    /// How dates are read.
    let dates: DateText
    /// Slot instances; nil while dates or slots are at fault, and slot instances are not looked at.
    let calendar: SlotText?

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
    func read(_ content: CellContent, as kind: ValueKind) -> Value {
        do throws(CellProblem) {
            switch kind {
            case .number, .population: return Value(.number(try number(content)))
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
        case .slotInstances: slotInstances(content)
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
                Wording("the spreadsheet has made a date of it: \(shown)", "表格软件把它变成了日期：\(shown)"),
                Wording("format the column as text and type it again", "请把该列设为文本格式后重新输入"))
        case let other: return other.shown
        }
    }

    /// The content, unless it is an error or a formula without a result.
    private func stored(_ content: CellContent) throws(CellProblem) -> CellContent {
        switch content {
        case .error:
            throw CellProblem(
                Wording("the formula in this cell failed", "单元格中的公式出错"),
                Wording("type the value itself", "请直接填写数值或文字"))
        case .formula:
            throw CellProblem(
                Wording("a formula without a stored result", "公式没有保存计算结果"),
                Wording(
                    "open the file in a spreadsheet program and save it, or type the value itself",
                    "请用表格软件打开并保存，或直接填写数值或文字"))
        default: return content
        }
    }

    private func identifier(_ text: String) -> Value {
        if isIdentifier(text) { return Value(.string(text)) }
        return Value(
            .string(text),
            [
                CellProblem(
                    Wording("not an identifier", "不能作编号"),
                    Wording("use at most 64 letters A-Z a-z, digits, . _ -", "请只用字母、数字和 . _ -，不超过 64 个"))
            ])
    }

    private func number(_ content: CellContent) throws(CellProblem) -> Double {
        let found = try stored(content)
        if case .number(let value) = found { return value }
        guard case .text(let text) = found else {
            throw CellProblem(
                Wording("a date or truth value where a number belongs", "这里应填数字，却是日期或真假值"),
                Wording("format the cell as a number and type it again", "请把单元格设为数字格式后重新输入"))
        }
        if let value = NumberText.number(text) { return value }
        let near = NumberText.beginning(text).map(plainDecimal)
        throw CellProblem(
            Wording("not a number", "不是数字"),
            Wording(
                "write only the number" + (near.map { ": \($0)" } ?? ", e.g. 1200"),
                "请只写数字" + (near.map { "：\($0)" } ?? "，如 1200")))
    }

    private func flag(_ content: CellContent) throws(CellProblem) -> Bool {
        if case .bool(let truth) = content { return truth }
        guard let truth = KeyWords.flag(try text(content)) else {
            throw CellProblem(Wording("neither yes nor no", "既不是“是”也不是“否”"), Wording("write yes or no", "请填 是 或 否"))
        }
        return truth
    }

    private func date(_ content: CellContent) throws(CellProblem) -> CivilDate {
        let found = try stored(content)
        if case .date(let serial) = found, let date = SerialDate(serial).date { return date }
        switch dates.read(found.shown) {
        case .date(let date): return date
        case .ambiguous(let a, let b): throw DateProblem.ambiguous(a, b)
        case .yearMissing: throw DateProblem.yearMissing
        case .none: throw DateProblem.unreadable
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
            throw CellProblem(Wording("not a time of day", "不是时刻"), Wording("write 09:00", "请写成 09:00"))
        }
    }
}

extension CellReader {
    private func references(_ text: String, _ kind: Directory.Kind) throws(CellProblem) -> Value {
        var value: ([JSON], [CellProblem]) = ([], [])
        // A name may hold a comma itself: the whole cell is tried first.
        if let whole = directory(kind).find(text) { return Value([.string(whole)]) }
        for item in try ListText.items(text) {
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
                Wording("unknown measure", "没有这种统计"), Wording("write sessions or attendance", "请填 场次 或 人次"))
        }
        return measure
    }

    private func clauses(_ text: String) throws(CellProblem) -> Value {
        var (fields, problems): ([(String, JSON)], [CellProblem]) = ([], [])
        for clause in try ClauseText.clauses(text) {
            var values: [JSON] = []
            for item in clause.values {
                do throws(CellProblem) { values.append(.string(try value(item, of: clause.key))) } catch {
                    problems.append(error)
                }
            }
            fields.append((clause.key.rawValue, .array(values)))
        }
        return Value(.object(JSONObject(fields)), problems)
    }

    private func value(_ text: String, of key: GroupingKey) throws(CellProblem) -> String {
        switch key {
        case .township: try directory(.township).resolve(text)
        case .county: try directory(.county).resolve(text)
        case .audience: try directory(.audience).resolve(text)
        case .fund: try directory(.fund).resolve(text)
        case .date: try calendar?.date(text).text ?? text
        case .topic, .format: text
        }
    }

    private func slotInstances(_ content: CellContent) -> Value {
        guard let calendar else { return Value(nil) }
        let (instances, problems) = calendar.instances(content.shown)
        return Value(.strings(instances), problems)
    }

    private func slotInstance(_ content: CellContent) throws(CellProblem) -> Value {
        guard let calendar else { return Value(nil) }
        let (instances, problems) = calendar.instances(content.shown)
        if problems.isEmpty, instances.count != 1 {
            throw CellProblem(
                Wording("not one slot", "不是单个时段"), Wording("write 2025-05-24.am", "请写成 2025-05-24.am"))
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
                    Wording("unknown slot \(item)", "没有时段“\(item)”"), Wording("slots are \(known)", "时段有：\(known)"))
            }
            names += found
        }
        return names
    }
}

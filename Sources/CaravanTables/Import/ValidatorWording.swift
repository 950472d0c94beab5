import CaravanCore
import CaravanLanguage

/// What the validator says of a document, as it is said of a spreadsheet.
struct ValidatorWording {
    let problem: Bilingual
    let remedy: Bilingual

    /// - Parameter location: the place of a path in words, for faults that name another item.
    init(_ fault: Fault, _ location: (String) -> Bilingual) {
        (problem, remedy) =
            Self.settled(fault.message, location) ?? Self.named(fault.message)
            ?? (fault.text, .empty)
    }

    private static func settled(
        _ message: String, _ location: (String) -> Bilingual
    ) -> (problem: Bilingual, remedy: Bilingual)? {
        if let known = fixed[message] { return (known.problem.bilingual, known.remedy.bilingual) }
        let (head, tail) = split(message)
        if message.hasPrefix("duplicate id "), let comma = message.range(of: ", also ") {
            let id = String(message[..<comma.lowerBound].dropFirst("duplicate id ".count))
            let other = location(String(message[comma.upperBound...]) + ".id")
            return (CellFault.idTaken(id, other), CellRemedy.chooseAnother.bilingual)
        }
        if message.hasPrefix("outside ") {
            let range = String(head.dropFirst("outside ".count)).replacing("..", with: "–")
            return (CellFault.outside(range), CellRemedy.numberFrom(range))
        }
        return headed.first { head.hasPrefix($0.head) }.map { ($0.problem(tail), $0.remedy.bilingual) }
    }

    /// `unknown township t9`: what is named, and by which name.
    private static func named(_ message: String) -> (problem: Bilingual, remedy: Bilingual)? {
        let words = message.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, words[0] == "unknown" else { return nil }
        let what = KnownWord.bilingual(of: words[1]) ?? words[1].bilingual
        return (CellFault.unknown(what, words[2]), .empty)
    }

    private static func split(_ message: String) -> (head: String, tail: String) {
        guard let colon = message.range(of: ": ") else { return (message, "") }
        return (String(message[..<colon.lowerBound]), String(message[colon.upperBound...]))
    }
}

extension TableFault {
    /// A fault of a week document, which has a path in place of sheet, row and column.
    public init(ofDocument fault: Fault) {
        self.init(
            CellPlace(sheet: fault.path.isEmpty ? SheetFault.document.bilingual.english : fault.path),
            problem: fault.text)
    }
}

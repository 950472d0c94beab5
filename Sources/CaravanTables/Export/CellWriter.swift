import CaravanCore
import CaravanLanguage

/// Turns values of a sound week document into cells, the other way round from `CellReader`.
struct CellWriter {
    let language: Language
    /// Slots of a date, in order.
    let slots: [String]

    /// The cell of a value; empty where there is none.
    func cell(_ value: JSON?, _ kind: ValueKind) -> OutputCell {
        guard let value else { return .empty }
        switch kind {
        case .number, .population: return value.number.map { .number($0) } ?? .empty
        case .flag: return value.bool.map { .text(KeyWords.flag($0)[language]) } ?? .empty
        case .date: return value.string.flatMap { CivilDate($0) }.map { .date($0) } ?? .empty
        case .clock: return value.string.flatMap(ClockText.minutes).map { .clock($0) } ?? .empty
        case .skills: return text(value.object.map { SkillText.text($0, language) })
        case .clauses: return text(value.object.map { ClauseText.text($0, language) })
        case .needs: return text(value.array.map { NeedText.text($0, language) })
        case .measure: return text(value.string.flatMap(Measure.init).map { KeyWords.wording($0)[language] })
        case .keys: return text(list(value).map { Self.keys($0, language) })
        case .references, .texts, .slotNames: return text(list(value).map { ListText.text($0, language) })
        case .slotInstances: return text(list(value).map { SlotRuns($0).text(allSlots: slots, language) })
        case .identifier, .text, .reference, .slotInstance: return text(value.string)
        }
    }

    private func text(_ text: String?) -> OutputCell { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }

    private func list(_ value: JSON) -> [String]? { value.array?.compactMap(\.string) }

    private static func keys(_ names: [String], _ language: Language) -> String {
        names.compactMap(GroupingKey.init).map { KeyWords.wording($0)[language] }
            .joined(separator: ListWord.comma[language])
    }
}

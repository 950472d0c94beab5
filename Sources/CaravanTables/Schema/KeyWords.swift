import CaravanCore
import CaravanLanguage

/// Key words of targets and caps in both languages.
enum KeyWords {
    static func wording(_ key: GroupingKey) -> Word {
        switch key {
        case .township: Word.township
        case .county: Word.county
        case .date: Word.date
        case .audience: Word.audience
        case .topic: Word.topic
        case .format: Word.format
        case .fund: Word.fund
        case .department: Word.department
        }
    }

    static func wording(_ measure: Measure) -> Word {
        switch measure {
        case .sessions: Word.sessions
        case .attendance: Word.attendance
        }
    }

    static func key(_ word: String) -> GroupingKey? {
        // Workbooks make weeks of the first edition.
        GroupingKey.known(in: .first).first { wording($0).bilingual.both.contains(PlainText.key(word)) }
    }

    static func measure(_ word: String) -> Measure? {
        [.sessions, .attendance].first { wording($0).bilingual.both.contains(PlainText.key(word)) }
    }

    static func flag(_ word: String) -> Bool? {
        switch PlainText.key(word) {
        case "yes", "y", "true", "1", "是", "√", "对": true
        case "no", "n", "false", "0", "否", "×", "x": false
        default: nil
        }
    }

    static func flag(_ truth: Bool) -> Word { truth ? Word.yes : Word.no }
}

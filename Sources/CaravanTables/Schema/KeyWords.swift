import CaravanCore

/// Key words of targets and caps in both languages.
enum KeyWords {
    static func wording(_ key: GroupingKey) -> Wording {
        switch key {
        case .township: Wording("township", "乡镇")
        case .county: Wording("county", "县区")
        case .date: Wording("date", "日期")
        case .audience: Wording("audience", "人群")
        case .topic: Wording("topic", "主题")
        case .format: Wording("format", "形式")
        case .fund: Wording("fund", "经费")
        }
    }

    static func wording(_ measure: Measure) -> Wording {
        switch measure {
        case .sessions: Wording("sessions", "场次")
        case .attendance: Wording("attendance", "人次")
        }
    }

    static func key(_ word: String) -> GroupingKey? {
        GroupingKey.allCases.first { wording($0).both.contains(PlainText.key(word)) }
    }

    static func measure(_ word: String) -> Measure? {
        [.sessions, .attendance].first { wording($0).both.contains(PlainText.key(word)) }
    }

    static func flag(_ word: String) -> Bool? {
        switch PlainText.key(word) {
        case "yes", "y", "true", "1", "是", "√", "对": true
        case "no", "n", "false", "0", "否", "×", "x": false
        default: nil
        }
    }

    static func flag(_ truth: Bool) -> Wording { truth ? Wording("yes", "是") : Wording("no", "否") }
}

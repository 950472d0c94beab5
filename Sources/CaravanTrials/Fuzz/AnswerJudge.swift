import CaravanCore
import CaravanProtocol

/// What every answer of a daemon that nothing ails must keep, whatever was asked.
enum AnswerJudge {
    /// What the answer breaks.
    static func complaints(about answer: WireAnswer, to verb: String) -> [String] {
        var complaints: [String] = []
        if let error = answer.error {
            if error.code == .internal { complaints.append("\(verb): ERR internal: \(error.message)") }
            if error.messageZh == nil { complaints.append("\(verb): not said in Chinese: \(error)") }
            if error.message.isEmpty { complaints.append("\(verb): ERR \(error.code) without a message") }
        }
        // The week's own document may hold what its author wrote, null too.
        if verb.uppercased() != Verb.week.rawValue {
            for record in answer.records + answer.streamed where holdsNull(record) {
                complaints.append("\(verb): a figure that is no number: \(record.text.prefix(200))")
            }
        }
        return complaints
    }

    private static func holdsNull(_ value: JSON) -> Bool {
        switch value {
        case .null: true
        case .array(let items): items.contains(where: holdsNull)
        case .object(let fields): fields.fields.contains { holdsNull($0.value) }
        default: false
        }
    }

    /// Lines of a log that tell of a mistake of the daemon: errors, and what ended it.
    static func complaints(inLog log: String) -> [String] {
        log.split(separator: "\n").filter { line in
            line.contains(" error ") || line.contains(" critical ") || line.contains("Fatal error")
                || line.contains("unexpectedly")
        }.map { "log: \($0.prefix(400))" }
    }
}

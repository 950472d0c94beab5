import CaravanCore
import CaravanProtocol

/// What a member is told, in both languages: a line a change, and the message that they make together.
struct NoticeText {
    private let words: SessionWords
    private let title: String

    /// What things are called is looked up in `week`, then in `before`.
    init(_ week: Week, before: Week) {
        words = SessionWords(week, before: before)
        title = week.title.isEmpty ? week.id : week.title
    }

    /// One line; which of the sessions are there follows from the change.
    func line(_ change: MemberChange, of member: String, from was: Session?, to now: Session?) -> Bilingual {
        switch change {
        case .got: return now.map { got($0, without: member) } ?? Bilingual("", "")
        case .cancelled: return was.map { past($0, Bilingual("Cancelled", "取消")) } ?? Bilingual("", "")
        case .released: return was.map { past($0, Bilingual("No longer needed for", "不再参加")) } ?? Bilingual("", "")
        case .changed:
            guard let was, let now else { return Bilingual("", "") }
            return changed(was, now)
        }
    }

    /// Heading and lines, ready to be sent.
    func message(to member: String, pool: Pool?, _ lines: [Bilingual]) -> Bilingual {
        let name = words.member(member)
        let isKit = pool == .kits
        let english = "\(name): what changes in \(title)" + (isKit ? " for this kit" : " for you")
        let chinese = isKit ? "\(name)：\(title)中该设备的使用安排有以下变动" : "\(name)：您在\(title)中的安排有以下变动"
        return Bilingual(
            ([english] + lines.map { "- \($0.english)" }).joined(separator: "\n"),
            ([chinese] + lines.enumerated().map { "\($0 + 1). \($1.chinese)" }).joined(separator: "\n"))
    }

    private func got(_ session: Session, without member: String) -> Bilingual {
        let (what, time, place) = (words.request(session.request), words.time(session), words.place(session))
        let others = session.crew.filter { $0 != member }.map(words.member)
        let with = others.isEmpty ? "" : "; with \(others.joined(separator: ", "))"
        let withZh = others.isEmpty ? "" : "；同行：\(others.joined(separator: "、"))"
        return Bilingual(
            "New: \(what.english), \(time.english), \(place.english)\(with)",
            "新增：\(what.chinese)，\(time.chinese)，\(place.chinese)\(withZh)")
    }

    private func past(_ session: Session, _ verb: Bilingual) -> Bilingual {
        let (what, time, place) = (words.request(session.request), words.time(session), words.place(session))
        let mark = verb.english.hasSuffix("for") ? "" : ":"
        return Bilingual(
            "\(verb.english)\(mark) \(what.english), \(time.english), \(place.english)",
            "\(verb.chinese)：\(what.chinese)，原定\(time.chinese)，\(place.chinese)")
    }

    private func changed(_ was: Session, _ now: Session) -> Bilingual {
        let what = words.request(now.request)
        let (oldTime, newTime) = (words.time(was), words.time(now))
        let (oldPlace, newPlace) = (words.place(was), words.place(now))
        if was.start == now.start {
            return Bilingual(
                "Other place: \(what.english), \(newTime.english) as before, "
                    + "now \(newPlace.english) instead of \(oldPlace.english)",
                "地点调整：\(what.chinese)，时间不变（\(newTime.chinese)），由\(oldPlace.chinese)改到\(newPlace.chinese)")
        }
        if was.venue == now.venue {
            return Bilingual(
                "Other time: \(what.english), now \(newTime.english) instead of \(oldTime.english), "
                    + "\(newPlace.english) as before",
                "时间调整：\(what.chinese)，由\(oldTime.chinese)改到\(newTime.chinese)，地点不变（\(newPlace.chinese)）")
        }
        return Bilingual(
            "Other time and place: \(what.english), now \(newTime.english), \(newPlace.english) "
                + "instead of \(oldTime.english), \(oldPlace.english)",
            "时间和地点调整：\(what.chinese)，由\(oldTime.chinese)、\(oldPlace.chinese)改到"
                + "\(newTime.chinese)、\(newPlace.chinese)")
    }
}

import CaravanCore
import CaravanLanguage
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
        case .got: return now.map { got($0, without: member) } ?? .empty
        case .cancelled: return was.map { past($0, .cancelled) } ?? .empty
        case .released: return was.map { past($0, .released) } ?? .empty
        case .changed:
            guard let was, let now else { return .empty }
            return changed(was, now)
        }
    }

    /// Heading and lines, ready to be sent.
    func message(to member: String, pool: Pool?, _ lines: [Bilingual]) -> Bilingual {
        let heading = (pool == .kits ? NoticeSentence.toKit : .toPerson)(words.member(member), title)
        return Bilingual(
            ([heading.english] + lines.map { "- \($0.english)" }).joined(separator: "\n"),
            ([heading.chinese] + lines.enumerated().map { "\($0 + 1). \($1.chinese)" }).joined(separator: "\n"))
    }

    private func got(_ session: Session, without member: String) -> Bilingual {
        let new = NoticeSentence.got(words.request(session.request), words.time(session), words.place(session))
        let others = session.crew.filter { $0 != member }.map(words.member)
        return others.isEmpty ? new : NoticeSentence.withOthers(new, others.listed())
    }

    private func past(_ session: Session, _ told: NoticeSentence) -> Bilingual {
        told(words.request(session.request), words.time(session), words.place(session))
    }

    private func changed(_ was: Session, _ now: Session) -> Bilingual {
        let what = words.request(now.request)
        let (oldTime, newTime) = (words.time(was), words.time(now))
        let (oldPlace, newPlace) = (words.place(was), words.place(now))
        if was.start == now.start { return NoticeSentence.otherPlace(what, newTime, newPlace, oldPlace) }
        if was.venue == now.venue { return NoticeSentence.otherTime(what, newTime, oldTime, newPlace) }
        return NoticeSentence.otherTimeAndPlace(what, newTime, newPlace, oldTime, oldPlace)
    }
}

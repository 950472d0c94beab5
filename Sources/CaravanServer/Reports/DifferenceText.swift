import CaravanCore
import CaravanProtocol

/// One line for people about a request whose session differs between two plans, in both languages, e.g.
/// `r0123 Blueberry training: 2025-05-24.am → 2025-05-25.am, same venue, Li replaced by Wang`.
struct DifferenceText {
    private let week: Week
    private let before: Week

    /// What things are called is looked up in `week`, then in `before`, which may know what edits took away.
    init(_ week: Week, before: Week) { (self.week, self.before) = (week, before) }

    /// The line; one of the two sessions is there.
    func line(_ request: String, from was: Session?, to now: Session?) -> Bilingual {
        let subject = [request, title(request)].filter { !$0.isEmpty }.joined(separator: " ")
        let said =
            switch (was, now) {
            case (let was?, let now?): change(was, now)
            case (nil, let now?): described(now, Bilingual("added", "新增"))
            case (let was?, nil): described(was, dropped(request))
            case (nil, nil): Bilingual("not held", "未安排")
            }
        return Bilingual("\(subject): \(said.english)", "\(subject)：\(said.chinese)")
    }

    private func dropped(_ request: String) -> Bilingual {
        week.request(request) == nil
            ? Bilingual("dropped (request withdrawn), was", "取消（申请已撤回），原为")
            : Bilingual("dropped, was", "取消，原为")
    }

    private func described(_ session: Session, _ what: Bilingual) -> Bilingual {
        let (start, venue) = (session.start, venue(session.venue))
        let crew = session.crew.map(member)
        let (english, chinese) = (crew.joined(separator: ", "), crew.joined(separator: "、"))
        return Bilingual(
            "\(what.english) \(start), \(venue)\(crew.isEmpty ? "" : ", with \(english)")",
            "\(what.chinese) \(start)，\(venue)\(crew.isEmpty ? "" : "，人员\(chinese)")")
    }

    private func change(_ was: Session, _ now: Session) -> Bilingual {
        let parts = [start(was, now), place(was, now), crew(was, now)].compactMap { $0 }
        return Bilingual(
            parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "，"))
    }

    private func start(_ was: Session, _ now: Session) -> Bilingual {
        if was.start == now.start { return Bilingual("\(now.start) as before", "\(now.start) 不变") }
        return Bilingual("\(was.start) → \(now.start)", "\(was.start) → \(now.start)")
    }

    private func place(_ was: Session, _ now: Session) -> Bilingual {
        if was.venue == now.venue { return Bilingual("same venue", "场地不变") }
        let move = "\(venue(was.venue)) → \(venue(now.venue))"
        return Bilingual(move, move)
    }

    /// Nothing is said of a session that has no crew before and after.
    private func crew(_ was: Session, _ now: Session) -> Bilingual? {
        let gone = was.crew.filter { !now.crew.contains($0) }.map(member)
        let new = now.crew.filter { !was.crew.contains($0) }.map(member)
        let (left, came) = (gone.joined(separator: " and "), new.joined(separator: " and "))
        let (leftZh, cameZh) = (gone.joined(separator: "、"), new.joined(separator: "、"))
        switch (gone.isEmpty, new.isEmpty) {
        case (true, true): return now.crew.isEmpty ? nil : Bilingual("same crew", "人员不变")
        case (false, true): return Bilingual("without \(left)", "\(leftZh)退出")
        case (true, false): return Bilingual("with \(came) added", "增加\(cameZh)")
        case (false, false): return Bilingual("\(left) replaced by \(came)", "\(leftZh)换为\(cameZh)")
        }
    }

    private func title(_ id: String) -> String {
        named("") { week in week.request(id).map { week.requests[$0].title } }
    }

    private func venue(_ id: String) -> String {
        named(id) { week in week.venue(id).map { week.venues[$0].name } }
    }

    private func member(_ id: String) -> String {
        named(id) { week in week.member(id).map { week.members[$0].name } }
    }

    private func named(_ fallback: String, _ name: (Week) -> String?) -> String {
        let found = name(week) ?? name(before) ?? ""
        return found.isEmpty ? fallback : found
    }
}

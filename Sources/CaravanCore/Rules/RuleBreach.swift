import CaravanLanguage

/// How sessions break a hard rule; the requests that do stand beside it in `Violation`.
public enum RuleBreach: Sendable, Equatable {
    case noRequest, heldTwice, pastDate, slotNotAllowed
    case noSlot(String)
    case noTownship(String)
    case townshipNotAllowed(String)
    case noVenue(String)
    case venueElsewhere, venueTooSmall, equipmentMissing, venueClosed
    case venueKind(Name)
    case venueTaken(String, slot: String)
    case audienceTaken(String, township: String, slot: String)
    case crew
    case memberAway(String)
    case memberTooFar(String)
    /// The member has too many sessions in the week, or on the date.
    case weekFull(member: String, sessions: Int)
    case dayFull(member: String, date: String)
    case sameTime(member: String)
    case noTimeBetween(member: String)
    /// The fund is charged more than its limit, yuan.
    case fundShort(String, charged: Double, limit: Double)
    /// What comes before it, by request.
    case predecessorNotHeld(String)
    case predecessorNotOver(String)
    /// The cap has more than its limit in the group of these values.
    case capExceeded(String, group: [String], measured: Double, limit: Double)
    case pinnedNotHeld, notAsPinned
    case noFreezePoint(String)
    case frozenChanged, frozenNew
    /// A pinned site, by township.
    case siteNotAsPinned(String)
    case sitesNotRelayed, sitesTogether, siteAtHome, liveEquipmentMissing, memberInTwoPlaces
    case tooManySites(Int)
    case siteNotAllowed(String)
    /// A series of which only some sessions are held.
    case seriesIncomplete(String, held: Int, of: Int)
    /// A session of a series that begins before the one before it is over.
    case seriesOrder(String, before: String)
    /// A session of a series that is too few or too many dates after the one before it.
    case seriesGap(String, before: String, dates: Int)
    /// Sessions of a series that do not share what they should.
    case seriesDiffers(String, Series.Sharing)
    /// The kit is away in a night or slot through which it stays.
    case awayWhileStaying(String)
    /// Two sessions of which one takes the kit while it stays at the other.
    case takenWhileStaying(member: String)
    /// A venue or member whose owner does not lend it.
    case notLent(String)
    /// A venue or member that is lent more often than its owner wants.
    case loansUsedUp(String)
}

extension Series.Sharing {
    /// The word for it in messages: in English as in documents.
    fileprivate var name: Bilingual {
        let name: any Sayable =
            switch self {
            case .township: Word.township
            case .venue: Word.venue
            case .slot: Word.slot
            case .pool(let pool): pool.word
            }
        return name.bilingual
    }
}

extension RuleBreach {
    /// It in both languages, by identifiers.
    func text(of requests: [String]) -> Bilingual {
        typealias Text = RuleBreachText
        let request = requests.first ?? ""
        return switch self {
        case .noRequest: Text.noRequest(request)
        case .heldTwice: Text.heldTwice(request)
        case .pastDate: Text.pastDate(request)
        case .slotNotAllowed: Text.slotNotAllowed(request)
        case .noSlot(let name): Text.noSlot(request, name)
        case .noTownship(let id): Text.noTownship(request, id)
        case .townshipNotAllowed(let id): Text.townshipNotAllowed(request, id)
        case .noVenue(let id): Text.noVenue(request, id)
        case .venueElsewhere: Text.venueElsewhere(request)
        case .venueTooSmall: Text.venueTooSmall(request)
        case .equipmentMissing: Text.equipmentMissing(request)
        case .venueClosed: Text.venueClosed(request)
        case .venueKind(let kind): Text.venueKind(request, kind)
        case .venueTaken(let venue, let slot): Text.venueTaken(venue, slot, requests.listed(.space))
        case .audienceTaken(let audience, let township, let slot):
            Text.audienceTaken(township, audience, slot, requests.listed(.space))
        case .crew: Text.crew(request)
        case .memberAway(let member): Text.memberAway(request, member)
        case .memberTooFar(let member): Text.memberTooFar(request, member)
        case .weekFull(let member, let sessions): Text.weekFull(member, sessions)
        case .dayFull(let member, let date): Text.dayFull(member, requests.count, date)
        case .sameTime(let member): Text.sameTime(member, request, requests.last ?? "")
        case .noTimeBetween(let member): Text.noTimeBetween(member, request, requests.last ?? "")
        case .fundShort(let fund, let charged, let limit):
            Text.fundShort(fund, fixedDecimal(charged, places: 2), plainDecimal(limit))
        case .predecessorNotHeld(let before): Text.predecessorNotHeld(request, before)
        case .predecessorNotOver(let before): Text.predecessorNotOver(request, before)
        case .capExceeded(let cap, let group, let measured, let limit):
            Text.capExceeded(cap, group.listed(), plainDecimal(measured), plainDecimal(limit))
        case .pinnedNotHeld: Text.pinnedNotHeld(request)
        case .notAsPinned: Text.notAsPinned(request)
        case .noFreezePoint(let name): Text.noFreezePoint(name)
        case .frozenChanged: Text.frozenChanged(request)
        case .frozenNew: Text.frozenNew(request)
        case .siteNotAsPinned(let township): Text.pinnedSite(request, township)
        case .sitesNotRelayed: Text.sitesNotRelayed(request)
        case .sitesTogether: Text.sitesTogether(request)
        case .siteAtHome: Text.siteAtHome(request)
        case .liveEquipmentMissing: Text.liveEquipmentMissing(request)
        case .memberInTwoPlaces: Text.memberInTwoPlaces(request)
        case .tooManySites(let count): Text.tooManySites(request, count)
        case .siteNotAllowed(let township): Text.siteNotAllowed(request, township)
        case .seriesIncomplete(let series, let held, let all): Text.seriesIncomplete(series, held, all)
        case .seriesOrder(let series, let before): Text.seriesOrder(series, request, before)
        case .seriesGap(let series, let before, let dates): Text.seriesGap(series, request, before, dates)
        case .seriesDiffers(let series, let what): Text.seriesDiffers(series, what.name)
        case .awayWhileStaying(let member): Text.awayWhileStaying(request, member)
        case .takenWhileStaying(let member): Text.takenWhileStaying(member, request, requests.last ?? "")
        case .notLent(let thing): Text.notLent(request, thing)
        case .loansUsedUp(let thing): Text.loansUsedUp(thing, requests.count, requests.listed(.space))
        }
    }
}

/// Every name of an argument or option, as it stands on the wire; what it accepts is up to the verb.
public enum ArgumentName: String, Sendable, CaseIterable {
    case anyway, `as`, baseline, by, cancelled, `for`, freeze, from, frontier, fund, gap, id, `if`, job, keep, lang,
        limit
    case missing, moves, name, pool, preview, publish, replace, request, revision, seed, standby, state, steps, stream,
        table
    case to, token, top, verb, version, wait, week, work
}

import ArgumentParser

/// Whom differences are told.
struct ToldOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: .saying(.party, valueName: "id"))
    var party: String?

    @Flag(name: .customLong("by-member"), help: .saying(.byMember))
    var byMember = false

    /// The value of `by=`.
    var grouping: String? { byMember ? "member" : nil }
}

import ArgumentParser

/// Whom differences are told.
struct ToldOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Only what concerns this member, venue or township.", valueName: "id"))
    var party: String?

    @Flag(name: .customLong("by-member"), help: "A message for each member whose sessions change.")
    var byMember = false

    /// The value of `by=`.
    var grouping: String? { byMember ? "member" : nil }
}

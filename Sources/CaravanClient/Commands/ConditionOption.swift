import ArgumentParser

/// For commands that change a week: the revision that whoever gives them has looked at.
struct ConditionOption: ParsableArguments {
    @Option(name: .customLong("if"), help: .saying(.condition, valueName: "revision"))
    var revision: String?
}

import ArgumentParser

/// How a week is put in the place of the stored one of the same id.
struct ReplaceOptions: ParsableArguments {
    @Flag(help: .saying(.replace)) var replace = false

    @Option(help: .saying(.missing, valueName: "keep|drop|refuse"), completion: .list(["keep", "drop", "refuse"]))
    var missing: String?

    @Flag(help: .saying(.yes)) var yes = false

    @OptionGroup var condition: ConditionOption

    /// The value of `missing=`; nil: whoever is at the terminal is asked.
    var fate: String? { missing ?? (yes ? "drop" : nil) }

    func validate() throws {
        if missing != nil, yes { throw UsageError.error(.missingOrYes) }
    }
}

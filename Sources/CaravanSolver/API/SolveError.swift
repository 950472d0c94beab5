import CaravanLanguage

/// Why there is no plan.
public enum SolveError: Error, Sendable, Equatable {
    /// Pins, frozen sessions or hard limits contradict each other; these are they.
    case infeasible([Contradiction])
    /// The model of the week would take more memory than it may.
    case tooLarge(LargeModel)
    /// Somebody stopped what cannot end with less than an answer.
    case stopped
    /// Its time was over before there was a plan that holds every pinned and frozen session, or a proof that there is none.
    case undecided
    /// The freeze point, `DATE.slotId`, is no slot of the week.
    case unknownFreezePoint(String)
    /// The program of the week has too many columns to be written out in this form.
    case tooManyColumns(ModelFormat, Int)
    /// The program made a mistake: a plan failed the checker, or GLPK failed in a way nothing mends.
    case internalFailure(Bilingual)
}

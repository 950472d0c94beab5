/// Why a call into GLPK failed. Errors are compared by ``code``; ``message`` is for people.
///
/// Codes marked *fatal* mean that GLPK itself gave up: its environment has been freed and rebuilt, every ``Problem`` made
/// before in the same ``GLPK/run(memoryLimitMB:cancellation:_:)`` answers ``Code/deadProblem`` from then on, and new
/// problems can be made at once.
public struct GLPKError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure; new codes may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's name, stable across versions.
        public let description: String

        private init(_ name: String) {
            description = name
        }

        /// Data that no solver could take: NaN, crossed bounds, arrays of unequal length. Nothing was changed.
        public static let badInput = Code("badInput")
        /// An index outside the problem, or a duplicate. Nothing was changed when Swift found it; *fatal* when GLPK did.
        public static let badIndex = Code("badIndex")
        /// A start that violates the problem, or a solution that would. Nothing was changed.
        public static let infeasibleStart = Code("infeasibleStart")
        /// An assertion inside GLPK failed. *Fatal.*
        public static let assertion = Code("assertion")
        /// The memory limit was reached or memory is out. *Fatal.*
        public static let memoryLimit = Code("memoryLimit")
        /// The basis is singular or has the wrong size and could, or should, not be repaired.
        public static let singular = Code("singular")
        /// The solver could not reach an answer it can stand for.
        public static let numerical = Code("numerical")
        /// The solve ignored a stop and was left by force. *Fatal*, and only where no result can carry it.
        public static let interrupted = Code("interrupted")
        /// The problem's environment is gone after a fatal failure, or its run is over.
        public static let deadProblem = Code("deadProblem")
        /// A call from inside the incumbent callback of a running solve.
        public static let busy = Code("busy")
        /// A call from another thread than the run's own.
        public static let wrongThread = Code("wrongThread")
        /// A file could not be written.
        public static let output = Code("output")
        /// Something this module takes for granted does not hold on this machine, or GLPK failed in another way.
        public static let `internal` = Code("internal")
    }

    /// What kind of failure this is.
    public let code: Code
    /// What happened, in words, with GLPK's own text where there is one.
    public let message: String

    /// An error of this module.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Code and message in one line.
    public var description: String {
        "\(code): \(message)"
    }

    /// Errors are equal when their codes are.
    public static func == (left: GLPKError, right: GLPKError) -> Bool {
        left.code == right.code
    }

    /// Consistent with equality: by code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}

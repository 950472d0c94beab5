import CGLPK

/// A flag that stops running solves from any thread, within milliseconds.
///
/// It is raised once and stays raised: make a new one for the next piece of work. GLPK looks at it in every simplex
/// iteration, before every node and at every memory allocation.
public final class Cancellation: Sendable {
    // Safe: the pointer never changes, and what it points to is a C atomic that lives as long as this object.
    nonisolated(unsafe) let flag: OpaquePointer?

    /// A flag that is not raised.
    public init() {
        flag = cglpk_flag_create()
    }

    deinit {
        cglpk_flag_destroy(flag)
    }

    /// Raises the flag. May be called on any thread, any number of times.
    public func cancel() {
        cglpk_flag_raise(flag)
    }

    /// Whether ``cancel()`` has been called.
    public var isCancelled: Bool {
        cglpk_flag_is_raised(flag)
    }
}

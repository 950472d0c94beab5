import Dispatch
import Synchronization

#if canImport(Glibc)
import CMalloc
#endif

/// Gives memory that was used for something large back to the system: the C library keeps what was freed in small pieces,
/// and a daemon would stay as large as the largest thing that it ever read.
enum FreedMemory {
    /// Freed bytes that are worth the effort.
    private static let worthwhile = 8 << 20
    /// After what was freed last; several large things are mostly freed together.
    private static let delay = DispatchTimeInterval.milliseconds(200)
    private static let isPlanned = Atomic(false)
    private static let queue = DispatchQueue(label: "caravan.memory", qos: .utility)

    /// Notes that bytes are being freed.
    static func note(_ bytes: Int) {
        guard bytes >= worthwhile, !isPlanned.exchange(true, ordering: .relaxed) else { return }
        queue.asyncAfter(deadline: .now() + delay) {
            isPlanned.store(false, ordering: .relaxed)
            trim()
        }
    }

    private static func trim() {
        #if canImport(Glibc)
        // Safe: it takes the locks of the allocator itself and touches nothing that is in use.
        _ = malloc_trim(0)
        #endif
    }
}

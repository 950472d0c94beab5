/// How a store is.
public enum StoreCondition: Sendable, Equatable {
    /// As it should be, as far as is known.
    case sound
    /// So many rows are known to be damaged; the others can be used.
    case damaged(Int)
    /// Its files are not where they were; nothing can be changed.
    case displaced
}

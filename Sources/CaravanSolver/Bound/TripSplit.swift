/// Who goes where and when.
struct TripKey: Hashable {
    let member: Int32
    let township: Int32
    let date: Int32
}

/// How one trip's cost is split.
struct TripSplit: Equatable {
    /// What each session pays.
    var each: Float
    /// By slot of the date.
    var slots: [Float]
    /// Requests that pay a share of their own.
    var requests: [(request: Int32, share: Float)]

    static func == (a: TripSplit, b: TripSplit) -> Bool {
        a.each == b.each && a.slots == b.slots && a.requests.elementsEqual(b.requests, by: ==)
    }
}

/// A line through samples over time, by least squares.
struct Trend: Sendable, Equatable {
    /// Units a second.
    let slope: Double
    /// The mean of the samples.
    let mean: Double
    /// Seconds between the first and the last sample.
    let duration: Double

    /// The line through samples; nil for fewer than three.
    init?(_ samples: [(seconds: Double, value: Double)]) {
        guard samples.count >= 3, let first = samples.first, let last = samples.last, last.seconds > first.seconds
        else {
            return nil
        }
        let count = Double(samples.count)
        let time = samples.reduce(0) { $0 + $1.seconds } / count
        let mean = samples.reduce(0) { $0 + $1.value } / count
        let spread = samples.reduce(0) { $0 + ($1.seconds - time) * ($1.seconds - time) }
        slope = samples.reduce(0) { $0 + ($1.seconds - time) * ($1.value - mean) } / spread
        self.mean = mean
        duration = last.seconds - first.seconds
    }

    /// How much the line rises from the first sample to the last.
    var rise: Double { slope * duration }
}

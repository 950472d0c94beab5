import CaravanCore
import Metrics
import Synchronization

/// A small backend of swift-metrics that keeps everything in memory and writes it in Prometheus' text exposition format
/// 0.0.4: counters as `counter`, meters as `gauge`, recorders and timers as `summary` with sum and count (timers in
/// seconds). Metrics live as long as the collector: labels and dimensions come from code, never from clients.
public final class PrometheusCollector: MetricsFactory {
    private struct Key: Hashable {
        let label: String
        let dimensions: String
    }

    private let cells = Mutex<[Key: PrometheusCell]>([:])

    /// A collector without metrics.
    public init() {}

    private func cell(_ label: String, _ dimensions: [(String, String)], _ kind: PrometheusCell.Kind) -> PrometheusCell
    {
        let pairs = dimensions.map { "\(Self.name($0.0))=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        let key = Key(label: Self.name(label), dimensions: pairs)
        return cells.withLock { cells in
            if let known = cells[key] { return known }
            let made = PrometheusCell(kind)
            cells[key] = made
            return made
        }
    }

    /// The lines of the exposition, ordered by name, then by dimensions.
    public var lines: [String] {
        let sorted = cells.withLock {
            $0.sorted { ($0.key.label, $0.key.dimensions) < ($1.key.label, $1.key.dimensions) }
        }
        var lines: [String] = []
        var previous = ""
        for (key, cell) in sorted {
            if key.label != previous { lines.append("# TYPE \(key.label) \(cell.kind.rawValue)") }
            previous = key.label
            lines += cell.lines(key.label, dimensions: key.dimensions.isEmpty ? "" : "{\(key.dimensions)}")
        }
        return lines
    }

    private static func name(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            switch character {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            default: out.append(character)
            }
        }
    }

    // MARK: MetricsFactory

    /// A counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        cell(label, dimensions, .counter)
    }

    /// A counter of fractions.
    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        cell(label, dimensions, .counter)
    }

    /// A gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        cell(label, dimensions, .gauge)
    }

    /// A summary, or a gauge where values are not to be aggregated.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        cell(label, dimensions, aggregate ? .summary : .gauge)
    }

    /// A summary in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        cell(label, dimensions, .summary)
    }

    /// Keeps the metric: its value goes on where it was if it is made again.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Keeps the metric.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    /// Keeps the metric.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// Keeps the metric.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Keeps the metric.
    public func destroyTimer(_ handler: any TimerHandler) {}
}

/// One metric: a value, or a sum with the count of what it sums.
final class PrometheusCell: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    enum Kind: String, Sendable {
        case counter
        case gauge
        case summary
    }

    let kind: Kind
    private let state = Mutex((sum: 0.0, count: 0))

    init(_ kind: Kind) { self.kind = kind }

    func lines(_ label: String, dimensions: String) -> [String] {
        let (sum, count) = state.withLock { $0 }
        guard kind == .summary else { return ["\(label)\(dimensions) \(plainDecimal(sum))"] }
        return ["\(label)_sum\(dimensions) \(plainDecimal(sum))", "\(label)_count\(dimensions) \(count)"]
    }

    private func add(_ value: Double) {
        guard value.isFinite else { return }
        state.withLock {
            $0.sum += value
            $0.count += 1
        }
    }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func reset() { state.withLock { $0 = (0, 0) } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { if value.isFinite { state.withLock { $0.sum = value } } }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { if kind == .gauge { set(value) } else { add(value) } }
    func recordNanoseconds(_ duration: Int64) { add(Double(duration) * 1e-9) }
    func preferDisplayUnit(_ unit: TimeUnit) {}
}

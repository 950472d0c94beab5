import CaravanServer
import Metrics
import Testing

@Suite("The metrics collector")
struct PrometheusCollectorTests {
    @Test("counters, gauges and timers come out as Prometheus reads them")
    func exposition() {
        let collector = PrometheusCollector()
        Counter(label: "requests.total", dimensions: [("verb", "A\"b\\")], factory: collector).increment(by: 2)
        Counter(label: "requests.total", dimensions: [("verb", "A\"b\\")], factory: collector).increment()
        Counter(label: "requests.total", dimensions: [("verb", "C")], factory: collector).increment()
        let gauge = Meter(label: "open", factory: collector)
        gauge.set(5)
        gauge.decrement(by: 2)
        let timer = Timer(label: "took_seconds", factory: collector)
        timer.recordMilliseconds(250)
        timer.recordMilliseconds(500)
        #expect(
            collector.lines == [
                "# TYPE open gauge", "open 3", "# TYPE requests_total counter",
                #"requests_total{verb="A\"b\\"} 3"#, #"requests_total{verb="C"} 1"#, "# TYPE took_seconds summary",
                "took_seconds_sum 0.75", "took_seconds_count 2",
            ])
    }

    @Test("numbers that are none are not counted")
    func ignoresNaN() {
        let collector = PrometheusCollector()
        let gauge = Meter(label: "g", factory: collector)
        gauge.set(1.5)
        gauge.set(Double.nan)
        #expect(collector.lines.last == "g 1.5")
    }
}

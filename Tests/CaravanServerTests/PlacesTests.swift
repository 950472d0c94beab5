import Testing

@testable import CaravanServer

@Suite("Places of connections")
struct PlacesTests {
    private final class Thing {}

    /// Things that stand for channels; kept, so that their identifiers stay theirs.
    private let things = (0..<40).map { _ in Thing() }
    private func id(_ number: Int) -> ObjectIdentifier { ObjectIdentifier(things[number]) }
    /// Calls that change something are made before they are looked at.
    private func same(_ verdict: Places.Verdict, _ wanted: Places.Verdict) -> Bool { verdict == wanted }
    private func address(_ text: String) -> ClientAddress { ClientAddress(text: text) }

    @Test("known clients have as many places as there are, and some of them only on this machine's socket")
    func known() {
        var places = Places(.init(total: 4, local: 1, strangers: 4, ofAddress: 10))
        for number in 0..<3 {
            #expect(same(places.admit(id(number), from: address("10.0.0.1"), isKnown: true), .admitted(insteadOf: nil)))
        }
        #expect(same(places.admit(id(3), from: address("10.0.0.2"), isKnown: true), .full))
        #expect(same(places.admit(id(4), from: .local, isKnown: true), .admitted(insteadOf: nil)))
        #expect(same(places.admit(id(5), from: .local, isKnown: true), .full))
        let removed = [places.remove(id(0)), places.remove(id(0))]
        #expect(removed == [true, false])
        #expect(same(places.admit(id(5), from: .local, isKnown: true), .admitted(insteadOf: nil)))
    }

    @Test("strangers take no place of the known; who comes gets that of the oldest where most come from")
    func strangers() {
        var places = Places(.init(total: 8, local: 1, strangers: 3, ofAddress: 10))
        #expect(same(places.admit(id(0), from: address("10.0.0.9"), isKnown: false), .admitted(insteadOf: nil)))
        for number in 1...2 { _ = places.admit(id(number), from: address("10.0.0.1"), isKnown: false) }
        #expect(same(places.admit(id(3), from: address("10.0.0.2"), isKnown: false), .admitted(insteadOf: id(1))))
        #expect(places.guests.count == 3)
        let promoted = [places.promote(id(3)), places.promote(id(1))]
        #expect(promoted == [true, false], "the other has gone")
        #expect(places.guests.values.count { $0.isKnown } == 1)
    }

    @Test("an address of another machine holds so many places, whoever sits there; this machine may be many people")
    func addresses() {
        var places = Places(.init(total: 20, local: 0, strangers: 20, ofAddress: 2))
        for number in 0..<2 { _ = places.admit(id(number), from: address("10.0.0.1"), isKnown: number == 0) }
        #expect(same(places.admit(id(2), from: address("10.0.0.1"), isKnown: false), .admitted(insteadOf: id(1))))
        _ = places.promote(id(2))
        #expect(same(places.admit(id(3), from: address("10.0.0.1"), isKnown: false), .tooManyOfAddress))
        for number in 4..<9 {
            #expect(
                same(places.admit(id(number), from: address("127.0.0.1"), isKnown: true), .admitted(insteadOf: nil)))
        }
    }

    @Test(
        "addresses are told apart by what one party has",
        arguments: [
            ("10.0.0.1", "10.0.0.1"), ("::ffff:10.0.0.1", "10.0.0.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
            ("2001:db8::5", "2001:db8:0:0"), ("::1", "::1"), ("fe80::1:2:3:4", "fe80:0:0:0"), ("x<script>", "c"),
        ])
    func networks(text: String, name: String) { #expect(ClientAddress(text: text).description == name) }

    @Test("each wrong token beyond a few doubles the time before the next, up to a bound")
    func pauses() {
        #expect((0...3).allSatisfy { TokenGate.pause(after: $0) == .zero })
        #expect((4...8).map { TokenGate.pause(after: $0) } == [0.5, 1, 2, 4, 8].map { .seconds($0) })
        #expect(TokenGate.pause(after: 9) == .seconds(16) && TokenGate.pause(after: .max) == .seconds(16))
    }

    @Test("the log gets a burst of lines, then one at intervals that counts what was left out")
    func throttle() {
        let start = ContinuousClock.now
        let throttle = LogThrottle(burst: 2, every: .seconds(10))
        let passed = (0..<5).map { _ in throttle.pass(now: start) }
        #expect(passed == [0, 0, nil, nil, nil])
        #expect(throttle.pass(now: start + .seconds(9)) == nil)
        #expect(throttle.pass(now: start + .seconds(11)) == 4)
    }

    @Test("a secret is compared and never shown, whatever shows what holds it")
    func secrets() {
        var configuration = ServerConfiguration(socket: "s", cores: 1)
        configuration.token = "open sesame"
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(!text.contains("sesame") && text.contains("secret"), "\(text)")
        }
        #expect(
            Secret("a") == "a" && Secret("a") != "b" && Secret("a") != "ab" && Secret("ab") != "a" && Secret("") != "a")
    }
}

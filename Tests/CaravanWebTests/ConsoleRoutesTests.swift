@testable import CaravanWeb
import Testing

@Suite struct ConsoleRoutesTests {
    @Test func `the console has a router`() {
        _ = ConsoleRoutes.router()
    }
}

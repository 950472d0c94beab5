import CaravanProtocol
import CaravanSolver
import Testing

@testable import CaravanServer

@Suite("What a client hears where there is no plan")
struct SolveRefusalTests {
    @Test("each reason has its code, and the words name what was asked for")
    func codes() {
        func code(_ error: SolveError) -> ErrorCode { error.refusal.code }
        #expect(code(.infeasible([])) == .infeasible)
        #expect(code(.stopped) == .conflict)
        #expect(code(.undecided) == .timeout)
        #expect(code(.unknownFreezePoint("2031-01-01.am")) == .usage)
        #expect(SolveError.unknownFreezePoint("2031-01-01.am").refusal.message.contains("2031-01-01.am"))
        let columns = SolveError.tooManyColumns(.lp, 600_001).refusal
        #expect(columns.code == .tooLarge)
        #expect(columns.message.contains("as=lp") && columns.message.contains("600001"))
    }
}

import CaravanLanguage
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Exit statuses")
struct ExitStatusTests {
    @Test("each kind of failure has its status")
    func codes() {
        let expected: [ErrorCode: Int32] = [
            .usage: 64, .unknownVerb: 64, .notFound: 2, .exists: 3, .conflict: 4, .invalid: 65, .infeasible: 5,
            .tooLarge: 6, .busy: 75, .denied: 77, .timeout: 75, .internal: 70,
        ]
        for code in ErrorCode.allCases { #expect(ExitStatus(code).rawValue == expected[code], "\(code)") }
        #expect(ExitStatus(ClientError.noEndpoint) == .usage)
        #expect(ExitStatus(ClientError.closed) == .unavailable)
        #expect(ExitStatus(ClientError.unreachable(.unix(path: "x"), reason: .empty)) == .unavailable)
        #expect(ExitStatus(ClientError.foreign(.empty)) == .protocolError)
        #expect(ExitStatus(ClientError.unreadable(path: "", reason: .empty)) == .noInput)
        #expect(ExitStatus(ClientError.unwritable(path: "", reason: .empty)) == .cannotCreate)
        #expect(
            ExitStatus(ClientError.refused(ProtocolError(.infeasible, Bilingual.empty), records: [])) == .infeasible)
        #expect(ExitStatus(ClientError.violations) == .violations)
    }

    @Test("--help names every status")
    func documented() {
        for language in Language.allCases {
            let text = language.asOfProcess { CaravanCommand.configuration.discussion }
            let numbers = Set(text.matches(of: /[0-9]+/).compactMap { Int32($0.output) })
            #expect(numbers == Set(ExitStatus.allCases.map(\.rawValue)), "\(language)")
        }
    }
}

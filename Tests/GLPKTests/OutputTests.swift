import Foundation
import Testing

@testable import GLPK

@Suite struct OutputTests {
    @Test("a problem is written in MPS and LP format with its names")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "glpk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var program = Samples.wyndor()
        program.addColumn(cost: 2, upper: 1, isInteger: true, name: "extra")
        program.addRow(lower: 1, columns: [0, 2], values: [1, 1], name: "either")
        let (mps, lp) = (folder.appending(path: "week.mps").path, folder.appending(path: "week.lp").path)
        try GLPK.run { [program] environment in
            let problem = try environment.problem(program)
            try problem.writeMPS(to: mps)
            try problem.writeLP(to: lp)
        }
        let (first, second) = (
            try String(contentsOfFile: mps, encoding: .utf8), try String(contentsOfFile: lp, encoding: .utf8)
        )
        #expect(first.contains("ROWS") && first.contains("extra") && first.contains("either"))
        #expect(second.contains("Minimize") && second.contains("extra") && second.contains("Generals"))
    }

    @Test("a file that cannot be written is an error with path and reason, and the problem lives")
    func unwritable() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            let path = "/nonexistent-folder/week.mps"
            let error = #expect(throws: GLPKError.self) { try problem.writeMPS(to: path) }
            #expect(error?.code == .output)
            #expect(error?.message.contains(path) == true && error?.message.contains("No such file") == true)
            #expect(throws: GLPKError(.output, "")) { try problem.writeLP(to: "") }
            try #expect(problem.simplex().status == .optimal)
        }
    }

    @Test("a file cut short by a full disk is an error")
    func full() async {
        await #expect(processExitsWith: .success) {
            let path = FileManager.default.temporaryDirectory.appending(path: "glpk-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: path) }
            // The nearest thing to a full disk: no file of this process may grow past 500 bytes.
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 500, rlim_max: 500)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let codes = try GLPK.run { environment in
                let problem = try environment.problem(Samples.covering(sets: 50, rows: 30, cover: 5, seed: 1))
                return [
                    #expect(throws: GLPKError.self) { try problem.writeMPS(to: path) }?.code,
                    #expect(throws: GLPKError.self) { try problem.writeLP(to: path) }?.code,
                ]
            }
            #expect(codes == [.output, .output])
        }
    }
}

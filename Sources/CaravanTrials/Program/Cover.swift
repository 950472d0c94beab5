import ArgumentParser
import CFuzzer
import Foundation

/// libFuzzer on one parser, in this process.
struct Cover: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fuzz one parser with libFuzzer; only where this program is built with it (make fuzz).")

    /// What `examine` reads; libFuzzer's function takes nothing but the bytes. Set once, before its loop begins.
    nonisolated(unsafe) private static var target = FuzzTarget.json

    @Argument(help: "\(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
    var target: String

    @Argument(help: "Arguments of libFuzzer: options, then folders of inputs; new ones go into the first.")
    var arguments: [String] = []

    func run() throws {
        guard let chosen = FuzzTarget(rawValue: target) else { throw ValidationError("no parser \(target)") }
        guard fuzzer_is_linked() else {
            throw ValidationError("this program is built without libFuzzer; make fuzz builds it so")
        }
        Self.target = chosen
        let status = withArguments(["CaravanTrials"] + arguments) { count, pointers in
            fuzzer_run(count, pointers) { bytes, count in
                // libFuzzer lends the bytes for the time of the call; they are copied.
                let input = Array(UnsafeBufferPointer(start: bytes, count: count))
                do throws(Finding) { try Cover.target.examine(input) } catch {
                    fatalError("finding: \(error.description)")
                }
                return 0
            }
        }
        throw ExitCode(status)
    }

    /// Hands over texts as C's `main` gets them.
    private func withArguments(
        _ texts: [String], _ body: (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        // libFuzzer keeps pointers to them to its end, which is the end of the process: they are never freed.
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        for (at, text) in texts.enumerated() { pointers[at] = strdup(text) }
        pointers[texts.count] = nil
        return body(Int32(texts.count), pointers)
    }
}

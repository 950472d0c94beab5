import CaravanCore
import CaravanLanguage
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("JSON output")
struct JSONOutputTests {
    @Test("the closing line becomes an object with numbers where they are numbers")
    func ok() {
        let fields: ReplyFields = [
            "week": "2025", "version": "3", "objective": "8990.5", "status": "optimal", "glpk": "5.0",
        ]
        #expect(
            JSONOutput.closing(fields).text
                == #"{"ok":{"week":"2025","version":3,"objective":8990.5,"status":"optimal","glpk":"5.0"}}"#)
        #expect(JSONOutput.closing(["version": "0.1.0"]).text == #"{"ok":{"version":"0.1.0"}}"#)
    }

    @Test("an error keeps its code, message and fields")
    func failure() {
        let error = ProtocolError(.invalid, Verbatim("2 faults"), fields: ["faults": "2"])
        #expect(JSONOutput.closing(error).text == #"{"error":{"code":"invalid","message":"2 faults","faults":2}}"#)
    }

    @Test("messages take their values from the closing line, numbers rounded, what is missing as a dash")
    func lines() {
        let reply = Reply.ok(["version": "2", "objective": "8990.123456", "status": "feasible"])
        #expect(
            reply.line(.solved, Style()) == "plan version 2: objective 8,990.1, bound –, gap –, feasible\n")
        #expect(reply.line(.solved, Style(language: .chinese)).contains("第 2 版：目标值 8,990.1，下界 –，间隙 –，可行"))
    }
}

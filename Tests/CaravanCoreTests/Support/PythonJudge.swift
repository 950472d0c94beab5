import CaravanCore
import Foundation
import TestSupport
import Testing

/// Asks the independent Python implementation about many cases in one process.
enum PythonJudge {
    /// Answers each case: `validate` → paths, `check` → rules, messages, terms, misstatements, `edit` → document or refusal.
    private static let script = """
        import json, sys
        sys.path.insert(0, sys.argv[1])
        from rules import Week, validate
        from verify import check, misstated
        from edit import apply, Refused
        asked = json.load(sys.stdin)
        weeks = {k: json.load(open(p, encoding="utf-8")) for k, p in asked["weeks"].items()} | asked["documents"]
        ready = {}
        def answer(c):
            if c["do"] == "validate": return [f["path"] for f in validate(c["document"])]
            if c["do"] == "edit":
                try: return {"document": apply(weeks[c["week"]], c["edits"])}
                except (Refused, KeyError) as e: return {"refused": str(e)}
            week = ready.setdefault(c["week"], Week(weeks[c["week"]]))
            bad, terms = check(week, c["plan"], c.get("baseline"), c.get("freeze"))
            wrong = [m.split(":")[0] for m in misstated(week, c["plan"], terms)]
            return {"rules": [r for r, _ in bad], "messages": [f"{r} {m}" for r, m in bad], "terms": terms, "misstated": wrong}
        out = []
        for c in asked["cases"]:
            try: out.append(answer(c))
            except Exception as e: out.append({"crash": repr(e)})
        json.dump(out, sys.stdout, ensure_ascii=False)
        """

    /// The answers to cases, in order.
    /// - Parameters:
    ///   - weeks: Files of the weeks that the cases name.
    ///   - documents: Weeks that they name and that are in no file.
    static func answers(
        to cases: [JSON], weeks: [String: URL] = [:], documents: [String: JSON] = [:]
    ) throws -> [JSON] {
        let named = JSON.object(JSONObject(weeks.map { ($0.key, .string($0.value.path)) }))
        let known = JSON.object(JSONObject(documents.map { ($0.key, $0.value) }))
        let question: JSON = ["weeks": named, "documents": known, "cases": .array(cases)]
        return try #require(output(of: script, reading: question).array)
    }

    /// What a script writes that has the folder of the checker as its argument.
    static func output(of script: String, reading input: JSON = .null) throws -> JSON {
        let python = try #require(SharedMaterial.python)
        let folder = try SharedMaterial.file("verify")
        let result = try run(python, ["-c", script, folder.path], stdin: Data(input.text.utf8))
        try #require(result.status == 0, Comment(rawValue: result.errorText))
        return try JSON(parsing: result.stdout)
    }
}

extension Trait where Self == ConditionTrait {
    /// Only where what is written in Python can be run.
    static var needsSharedMaterial: Self {
        .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence))
    }
}

/// The document in a file.
func document(at url: URL) throws -> JSON { try JSON(parsing: Data(contentsOf: url)) }

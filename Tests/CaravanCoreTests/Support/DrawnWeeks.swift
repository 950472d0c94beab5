import CaravanCore
import TestSupport
import Testing

/// Weeks of the second edition that the independent checker's own trials make: three or four requests, and every feature.
enum DrawnWeeks {
    private static let script = """
        import json, random, sys
        sys.path.insert(0, sys.argv[1])
        import selfcheck
        asked = json.load(sys.stdin)
        g = random.Random(asked["seed"])
        focus = ["halls", "sites", "series", "stays", "loans", None]
        json.dump([selfcheck.drawn(g, focus[i % 6]) for i in range(asked["count"])], sys.stdout)
        """

    /// Weeks by name.
    static func documents(_ count: Int, seed: UInt64) throws -> [String: JSON] {
        let made = try PythonJudge.output(of: script, reading: ["count": .int(count), "seed": .string(String(seed))])
        let weeks = try #require(made.array)
        return Dictionary(weeks.enumerated().map { ("drawn\($0)", $1) }) { $1 }
    }

    private static let faulty = """
        import copy, json, random, sys
        sys.path.insert(0, sys.argv[1])
        import selfcheck
        g = random.Random("documents")
        while True:
            doc = selfcheck.drawn(g); doc["pins"] = []
            if "series" in doc and doc["series"][0]["requests"][:2] == ["r0", "r1"] and len(doc["requests"]) == 3 \\
                and "history" in doc and "relay" in doc["requests"][0]: break
        doc["requests"][0]["relay"].update(most=2)
        out = []
        for change, path in selfcheck.FAULTS:
            one = copy.deepcopy(doc); change(one); out.append({"path": path, "document": one})
        json.dump(out, sys.stdout)
        """

    /// Weeks with one thing wrong that only the second edition has, and the path of the fault.
    static func faultyDocuments() throws -> [(path: String, document: JSON)] {
        try #require(PythonJudge.output(of: faulty).array).map { ($0["path"]?.string ?? "", $0["document"] ?? .null) }
    }

    private static let micro = """
        import json, os, sys
        sys.path.insert(0, sys.argv[1])
        import brute
        from rules import Week, load
        from edit import apply
        at = os.path.join(sys.argv[1], "..", "instances", "micro")
        out = []
        for name, known in load(os.path.join(at, "expected.json")).items():
            doc = apply(load(os.path.join(at, name + ".json")), known.get("edits", []))
            value, sessions, _ = brute.best(Week(doc), known.get("baseline"), known.get("freeze"))
            out.append({"name": name, "document": doc, "known": known, "sessions": sessions, "value": value})
        json.dump(out, sys.stdout)
        """

    /// Weeks with one question each and its known answer, and a plan that reaches it: fields `name`, `document`, `known` (`objective`,
    /// and of replannings `baseline` and `freeze`) and `sessions`.
    static func microWeeks() throws -> [JSON] { try #require(PythonJudge.output(of: micro).array) }
}

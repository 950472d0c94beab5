import Foundation
import TestSupport
import Testing

@Suite("The table of modules")
struct ModuleTests {
    private typealias Imports = [String: Set<String>]

    /// What Package.swift says that each module of Caravan imports of the others, tests left out.
    private static func inPackage() throws -> Imports {
        let text = try String(
            contentsOf: SharedMaterial.packageRoot.appendingPathComponent("Package.swift"), encoding: .utf8)
        let targets = text.split(separator: /\.(?=(?:target|executableTarget|testTarget|systemLibrary|plugin)\()/)
            .dropFirst()
        var imports: Imports = [:]
        for target in targets where !target.hasPrefix("testTarget") {
            guard let name = target.firstMatch(of: /name: "Caravan(\w+)"/)?.output.1 else { continue }
            let dependencies = target.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
            imports[String(name)] = Set(dependencies.matches(of: /"Caravan(\w+)"/).map { String($0.output.1) })
        }
        return imports
    }

    /// What the table in docs/architecture.md says.
    private static func inTable() throws -> Imports {
        var imports: Imports = [:]
        for line in try MarkdownDocument("docs/architecture.md").text.split(separator: "\n") {
            guard let row = line.wholeMatch(of: /\| `Caravan(\w+)`.*\| ([A-Z][\w, ]*|none) \|/) else { continue }
            let names = row.output.2.split(separator: ", ").map(String.init)
            imports[String(row.output.1)] = names == ["none"] ? [] : Set(names)
        }
        return imports
    }

    @Test("docs/architecture.md tells of every module what it imports")
    func agrees() throws {
        let (package, table) = (try Self.inPackage(), try Self.inTable())
        #expect(package.count > 10)
        #expect(table == package)
    }
}

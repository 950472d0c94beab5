import CaravanLanguage
import Foundation
import TestSupport
import Testing

/// The keys of texts that the console's page and modules name.
private struct NamedKeys {
    /// Keys named one by one, each with the file that does.
    let single: [String: String]
    /// Families, `PREFIX.word`: `family('PREFIX')` looks up whatever word a record holds.
    let families: Set<String>

    /// Reads `'part.name'` in modules, and `data-text` and `data-label` in the page.
    init() throws {
        let folder = SharedMaterial.packageRoot.appendingPathComponent("Sources/CaravanWeb/Console")
        var (single, families) = ([String: String](), Set<String>())
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let text = try String(contentsOf: file, encoding: .utf8)
            switch file.pathExtension {
            case "js":
                for match in text.matches(of: /'([a-z]+\.[A-Za-z][A-Za-z-]*)'/) {
                    single[String(match.output.1)] = file.lastPathComponent
                }
                families.formUnion(text.matches(of: /family\('([A-Za-z]+)'\)/).map { String($0.output.1) })
            case "html":
                for match in text.matches(of: /data-(?:text|label)="([^"]+)"/) {
                    single[String(match.output.1)] = file.lastPathComponent
                }
            default: break
            }
        }
        self.single = single
        self.families = families
    }
}

@Suite("Texts of the console")
struct ConsoleTextTests {
    /// What the modules name that is no text: selectors, and keys of the browser's storage.
    private static let others: Set<String> = ["button.add", "caravan.language", "caravan.token", "caravan.week"]
    /// Named without a dot.
    private static let plain: Set<String> = ["title"]

    @Test("every key that the page or a module names is in the catalogue")
    func namedKeysExist() throws {
        let keys = try NamedKeys()
        #expect(keys.single.count > 200)
        for (key, file) in keys.single where !Self.others.contains(key) {
            #expect(Catalogue.console[key] != nil, "\(file) names \(key)")
        }
        for family in keys.families {
            #expect(Catalogue.console.keys.contains { $0.hasPrefix(family + ".") }, "no word of the family \(family)")
        }
    }

    @Test("no key of the catalogue is named nowhere")
    func noKeyIsUnused() throws {
        let keys = try NamedKeys()
        for key in Catalogue.console.keys where !Self.plain.contains(key) {
            let family = String(key.prefix { $0 != "." })
            #expect(keys.single[key] != nil || keys.families.contains(family), "\(key) is named nowhere")
        }
    }

    @Test("both languages have places for the same arguments, and no text is there twice")
    func textsAgree() {
        let places = { (text: String) in Set(text.matches(of: /\{[0-9]+\}/).map { String($0.output) }) }
        for (key, text) in Catalogue.console {
            #expect(places(text.english) == places(text.chinese), "\(key)")
        }
        let groups = Dictionary(grouping: Catalogue.console) { [$0.value.english, $0.value.chinese] }
        for (text, entries) in groups { #expect(entries.count == 1, "\(text): \(entries.map(\.key).sorted())") }
    }
}

import CaravanLanguage
import Testing

@Suite struct CatalogueTests {
    @Test(arguments: Catalogue.console.keys.sorted()) func `every text of the console is there in both languages`(
        key: String
    ) throws {
        let text = try #require(Catalogue.console[key])
        #expect(!text.english.isEmpty && !text.chinese.isEmpty)
    }
}

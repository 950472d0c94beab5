import Testing

@testable import CaravanReport

@Suite("The colour scale of reports")
struct ColourScaleTests {
    @Test("colours grow darker from class to class, also in grey")
    func lightness() {
        let grey = ColourScale.colours.map { colour -> Double in
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            let (red, green, blue) = (Double(value >> 16), Double(value >> 8 & 255), Double(value & 255))
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        for (lighter, darker) in zip(grey, grey.dropFirst()) { #expect(lighter - darker > 25) }
    }
}

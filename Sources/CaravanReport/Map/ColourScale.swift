/// Five colours from light to dark (viridis by S. van der Walt and N. Smith, 2015, turned round): they differ in
/// lightness, so that they are told apart without colour vision and in grey print.
enum ColourScale {
    static let colours = ["#fde725", "#5ec962", "#21918c", "#3b528b", "#440154"]

    /// Which of the five a class has, so that few classes are spread over the whole scale.
    static func step(of number: Int, among count: Int) -> Int {
        count <= 1 ? 2 : number * (colours.count - 1) / (count - 1)
    }

    /// The colour of letters on it.
    static func ink(on step: Int) -> String { step < 3 ? "#111111" : "#ffffff" }
}

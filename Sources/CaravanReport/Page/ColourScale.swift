/// Five colours from light to dark (viridis by S. van der Walt and N. Smith, 2015, turned round): they differ in
/// lightness, so that they are told apart without colour vision and in grey print.
enum ColourScale {
    static let colours = ["#fde725", "#5ec962", "#21918c", "#3b528b", "#440154"]

    /// The colour of letters on it.
    static func ink(on step: Int) -> String { step < 3 ? "#111111" : "#ffffff" }
}

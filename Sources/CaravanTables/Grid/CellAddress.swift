/// A place in a sheet, written `B7`.
struct CellAddress: Equatable {
    /// The row as shown, from 1.
    let row: Int
    /// The column, counted from 0.
    let column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The rows and columns that a sheet may have.
    static let (mostRows, mostColumns) = (1_048_576, 16_384)

    /// Reads `B7` or `$B$7`; nil for any other text, and for an address that no sheet has.
    init?(_ text: String) {
        var (column, row, digits) = (0, 0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            default: return nil
            }
            guard column <= Self.mostColumns, digits <= 7 else { return nil }
        }
        guard column > 0, (1...Self.mostRows).contains(row) else { return nil }
        self.row = row
        self.column = column - 1
    }

    var text: String { Self.letters(of: column) + String(row) }

    /// The letters of a column counted from 0: `A`, `Z`, `AA`.
    static func letters(of column: Int) -> String {
        var (rest, letters) = (column + 1, "")
        while rest > 0 {
            let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
            letters = String(UnicodeScalar(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

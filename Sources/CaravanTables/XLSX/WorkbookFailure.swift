import CaravanLanguage

/// Why a workbook is not read.
enum WorkbookFailure: Error, Equatable {
    /// It is none, or a part of it is damaged.
    case damaged(Bilingual)
    /// It unpacks to more bytes than the limit.
    case tooLarge
    /// It holds more cells than the limit.
    case tooManyCells
    /// It holds more of something else than the limit.
    case tooMuch(Bilingual)
}

import CaravanCore

/// A date and time as spreadsheets store it (ECMA-376 part 1, 18.17.4.1): days since 1899-12-30, which is right for every
/// date from 1900-03-01 on.
struct SerialDate: Equatable {
    /// Days, the time of day as their fraction.
    let serial: Double

    /// The day number of 1899-12-30 and the serial number of the epoch of workbooks that count from 1904.
    private static let origin = -25_569
    static let days1904 = 1462.0

    init(_ serial: Double) { self.serial = serial }

    init(_ date: CivilDate) { serial = Double(date.dayNumber - Self.origin) }

    /// The date; nil where the number is only a time of day or lies outside the calendar.
    var date: CivilDate? {
        guard serial >= 1, serial < 2_958_466 else { return nil }
        return CivilDate(dayNumber: Int(serial.rounded(.down)) + Self.origin)
    }

    /// Minutes after midnight; 1440 for a number of exactly 1, which is how spreadsheets store 24:00.
    var minutes: Int {
        if serial == 1 { return 1440 }
        return Int(((serial - serial.rounded(.down)) * 1440).rounded())
    }

    /// `2025-05-29`, `09:00`, or both.
    var text: String {
        guard let date else { return ClockText.text(minutes: minutes) }
        return minutes == 0 || serial == 1 ? date.text : "\(date.text) \(ClockText.text(minutes: minutes))"
    }
}

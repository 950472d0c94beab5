import CaravanLanguage
import Foundation

/// How many of a column's own unit another unit is, as a fraction of whole numbers, so that 4.3 ten thousands are 43000.
struct UnitRatio: Equatable, Sendable {
    let numerator: Int
    let denominator: Int

    init(_ numerator: Int, of denominator: Int = 1) {
        self.numerator = numerator
        self.denominator = denominator
    }

    static let one = UnitRatio(1)

    /// That many of the unit in the column's own: exactly, as far as decimal numbers are; far beyond all that a week may
    /// hold as machine numbers multiply.
    func times(_ value: Double) -> Double {
        guard self != .one, value != 0 else { return value }
        guard (1e-12...1e15).contains(value.magnitude), let exact = Decimal(string: "\(value)"),
            let product = Double("\(exact * Decimal(numerator) / Decimal(denominator))"), product.isFinite
        else { return value * Double(numerator) / Double(denominator) }
        return product
    }
}

/// What the numbers of a column measure or count, with the units that people write.
enum Dimension: Sendable, Hashable {
    case money, moneyPerKm, length, duration, speed, people, sessions, slots, dates, points, angle, plain

    /// The column's own unit.
    var unit: any Topic {
        switch self {
        case .money: UnitName.yuan
        case .moneyPerKm: UnitName.yuanPerKm
        case .length: UnitName.km
        case .duration: ColumnHeading.minutes
        case .speed: UnitName.kmPerHour
        case .people: UnitName.people
        case .sessions: UnitName.sessions
        case .slots: UnitName.slots
        case .dates: UnitName.days
        case .points: Word.points
        case .angle: UnitName.degrees
        case .plain: UnitName.number
        }
    }

    /// What a unit such as `万元`, `小时` or `m/s` is of the column's own; nil for one that is none here.
    /// - Parameter text: In small letters, without blanks.
    func ratio(of text: String) -> UnitRatio? {
        if let unit = words[text] { return unit }
        guard self != .angle else { return nil }
        for (word, factor) in Self.multipliers where text.hasPrefix(word) {
            let rest = String(text.dropFirst(word.count))
            guard let unit = rest.isEmpty ? .one : words[rest] else { continue }
            return UnitRatio(factor * unit.numerator, of: unit.denominator)
        }
        return nil
    }

    /// Signs that may stand before a number.
    var prefixes: [String] { self == .money ? ["¥", "￥", "rmb", "cny", "人民币"] : [] }

    /// Words for many; longer ones first.
    private static let multipliers = [
        ("百万", 1_000_000), ("千万", 10_000_000), ("十万", 100_000), ("百", 100), ("千", 1000), ("万", 10_000),
        ("亿", 100_000_000), ("thousand", 1000), ("million", 1_000_000), ("k", 1000),
    ]

    private var words: [String: UnitRatio] { Self.units[self] ?? [:] }

    private static let units: [Dimension: [String: UnitRatio]] = [
        .money: same(
            "元", "块", "块钱", "圆", "元整", "人民币", "元人民币", "元/场", "元/次", "元每场", "yuan", "rmb", "cny", "¥", "￥",
            "yuan/session"),
        .moneyPerKm: same("元", "块", "元/公里", "元/千米", "元/km", "元每公里", "yuan", "yuan/km", "¥/km", "¥"),
        .length: same("公里", "千米", "km", "kilometre", "kilometres", "kilometer", "kilometers")
            .and(UnitRatio(1, of: 1000), "米", "m", "metres"),
        .duration: same("分", "分钟", "min", "mins", "minute", "minutes")
            .and(UnitRatio(60), "小时", "个小时", "时", "钟头", "个钟头", "h", "hr", "hrs", "hour", "hours"),
        .speed: same("公里/小时", "公里/时", "千米/小时", "千米/时", "公里每小时", "千米每小时", "km/h", "kmh", "kph", "km/hour")
            .and(UnitRatio(18, of: 5), "米/秒", "米每秒", "m/s", "mps"),
        .people: peopleWords, .sessions: sessionWords, .slots: same("个", "个时段", "时段", "slot", "slots"),
        .dates: same("天", "日", "day", "days", "dates"), .points: same("分", "point", "points", "pts"),
        .angle: same("°", "度", "degree", "degrees", "deg"),
        .plain: sessionWords.merging(peopleWords) { $1 }.and(.one, "倍"),
    ]

    private static let peopleWords = same("人", "名", "位", "座", "个人", "人次", "people", "persons", "person", "seats")
    private static let sessionWords = same("场", "场次", "次", "session", "sessions")

    private static func same(_ words: String...) -> [String: UnitRatio] {
        Dictionary(uniqueKeysWithValues: words.map { ($0, .one) })
    }
}

extension [String: UnitRatio] {
    /// The same with further words for another unit.
    fileprivate func and(_ ratio: UnitRatio, _ words: String...) -> [String: UnitRatio] {
        merging(words.map { ($0, ratio) }) { $1 }
    }
}

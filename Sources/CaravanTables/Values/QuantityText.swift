import CaravanCore
import CaravanLanguage

/// A number with the unit that people write beside it: `43000`, `4.3万元`, `¥43,000`, `1小时30分`, `25 m/s`.
struct QuantityText {
    let dimension: Dimension
    /// What a number without a unit counts; the heading may say so.
    let bare: UnitRatio

    init(_ dimension: Dimension, bare: UnitRatio = .one) {
        self.dimension = dimension
        self.bare = bare
    }

    /// The number in the column's own unit.
    /// - Throws: `CellProblem` for what is not understood from its beginning to its end. A number is only suggested where
    ///   words such as "about" are all that is too much.
    func value(_ text: String) throws(CellProblem) -> Double {
        let body = PlainText.narrowed(text).lowercased()
        switch read(body) {
        case .value(let value): return value
        case .unknown(let unit):
            throw CellProblem(CellFault.unknownUnit(unit), CellRemedy.numberIn(dimension.unit.bilingual))
        case .none:
            let marked = Self.vague.reduce(body) { $0.replacing($1, with: "|") }
            guard marked.firstMatch(of: /[0-9]\|+[0-9]/) == nil,
                case .value(let near) = read(marked.replacing("|", with: ""))
            else { throw CellProblem(CellFault.number, CellRemedy.onlyNumber.bilingual) }
            throw CellProblem(CellFault.number, CellRemedy.onlyThisNumber(plainDecimal(near)))
        }
    }

    private enum Reading {
        case value(Double)
        case unknown(String)
        case none
    }

    private func read(_ body: String) -> Reading {
        guard body.utf8.count <= 64 else { return .none }
        if let number = NumberReader.number(body) { return .value(bare.times(number)) }
        if let sign = dimension.prefixes.first(where: body.hasPrefix) {
            let rest = PlainText.trimmed(String(body.dropFirst(sign.count)))
            // ¥4.3 below a heading of ten thousands may be either.
            if let number = NumberReader.number(rest) { return bare == .one ? .value(number) : .none }
            return parts(rest)
        }
        return parts(body)
    }

    /// Numbers, each with its unit; several only of time: `1小时30分`.
    private func parts(_ body: String) -> Reading {
        var (rest, sum, count) = (body[...], 0.0, 0)
        while !rest.isEmpty {
            let digits = rest.prefix { "0123456789.,+-' ".contains($0) }
            guard let number = NumberReader.number(String(digits)) else { return .none }
            rest = rest.dropFirst(digits.count)
            let word = rest.prefix { !$0.isASCII || !$0.isNumber }
            rest = rest.dropFirst(word.count)
            let unit = word.filter { $0 != " " }
            guard !unit.isEmpty else { return .none }
            guard let ratio = dimension.ratio(of: unit) else {
                return rest.isEmpty && !Self.vague.contains(where: unit.contains) ? .unknown(unit) : .none
            }
            sum += ratio.times(number)
            count += 1
        }
        return count == 1 || (count > 1 && dimension == .duration) ? .value(sum) : .none
    }

    /// Words that say that a number is not exact; longer ones first.
    private static let vague = [
        "大约", "大概", "约", "左右", "上下", "余", "多", "about", "around", "approx.", "approx", "ca.",
    ]
}

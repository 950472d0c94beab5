extension DualStart {
    /// First byte of the encoding; another one is another format.
    private static let format: UInt8 = 1

    /// The whole as bytes, to be kept with a plan: numbers of seven bits a byte, prices and shares in single precision,
    /// little-endian, and a checksum at the end.
    public var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.byte(Self.format)
        writer.list(names) { $0.text($1) }
        writer.list(rows) { writer, row in
            writer.byte(row.rule.rawValue)
            for name in [row.a, row.b, row.c].prefix(row.rule.nameCount) { writer.number(name) }
        }
        writer.list(covers) { writer, cover in
            writer.number(cover.fund)
            writer.double(cover.limit)
            writer.double(cover.most)
            writer.number(UInt32(cover.requests.count))
            for (at, request) in cover.requests.enumerated() {
                writer.number(request)
                writer.double(cover.coefficients[at])
                writer.double(cover.leastCharges[at])
            }
        }
        writer.list([priced] + (kept.map { [$0] } ?? [])) { writer, phase in phase.write(to: &writer) }
        return writer.sealed
    }

    /// Reads bytes that `encoded` wrote; nil where they are damaged or of another format. An ascent then begins from
    /// nothing, which is slower and otherwise the same.
    public init?(encoded bytes: [UInt8]) {
        // A cover cut that is not as it was found would make bounds wrong, so damage must show.
        guard var reader = ByteReader(sealed: bytes), reader.byte() == Self.format,
            let names = reader.list({ $0.text() })
        else { return nil }
        let known = UInt32(names.count)
        let rows: [Row]? = reader.list { reader in
            guard let rule = reader.byte().flatMap(Rule.init(rawValue:)) else { return nil }
            var name: [UInt32] = [0, 0, 0]
            for place in 0..<rule.nameCount {
                guard let number = reader.number(), rule == .cover || number < known else { return nil }
                name[place] = number
            }
            return Row(rule: rule, a: name[0], b: name[1], c: name[2])
        }
        guard let rows, let covers = reader.list({ Cover(from: &$0, names: known) }),
            rows.allSatisfy({ $0.rule != .cover || Int($0.a) < covers.count }),
            let phases = reader.list({ Phase(from: &$0, names: known, rows: rows.count) }),
            (1...2).contains(phases.count), reader.isAtEnd
        else { return nil }
        self.init(
            names: names, rows: rows, covers: covers, priced: phases[0], kept: phases.count > 1 ? phases[1] : nil)
    }
}

extension DualStart.Rule {
    /// How many names say which rule of the kind it is.
    fileprivate var nameCount: Int {
        switch self {
        case .week, .fund, .cover: 1
        case .venue, .member, .day, .target, .cap, .rowRule: 2
        case .audience, .order: 3
        }
    }
}

extension DualStart.Cover {
    fileprivate init?(from reader: inout ByteReader, names: UInt32) {
        guard let fund = reader.number(), fund < names, let limit = reader.double(), let most = reader.double(),
            let items = reader.list({ reader -> (UInt32, Double, Double)? in
                guard let request = reader.number(), request < names, let coefficient = reader.double(),
                    let least = reader.double(), coefficient >= 0, coefficient.isFinite
                else { return nil }
                return (request, coefficient, least)
            })
        else { return nil }
        self.init(
            fund: fund, limit: limit, most: most, requests: items.map(\.0), coefficients: items.map(\.1),
            leastCharges: items.map(\.2))
    }
}

extension DualStart.Phase {
    fileprivate func write(to writer: inout ByteWriter) {
        for price in prices { writer.float(price) }
        var first = 0
        writer.list(trips) { writer, trip in
            for number in [trip.member, trip.township, trip.date] { writer.number(number) }
            writer.float(trip.each)
            writer.list(Array(parts[first..<Int(trip.end)])) { writer, part in
                writer.number(part.name << 1 | (part.isSlot ? 1 : 0))
                writer.float(part.share)
            }
            first = Int(trip.end)
        }
    }

    fileprivate init?(from reader: inout ByteReader, names: UInt32, rows: Int) {
        for _ in 0..<rows {
            guard let price = reader.float(), price >= 0, price.isFinite else { return nil }
            prices.append(price)
        }
        var parts: [DualStart.Part] = []
        let read: [DualStart.Trip]? = reader.list { reader in
            guard let member = reader.number(), let township = reader.number(), let date = reader.number(),
                max(member, township, date) < names, let each = reader.share(),
                let mine = reader.list({ reader -> DualStart.Part? in
                    guard let word = reader.number(), word >> 1 < names, let share = reader.share() else { return nil }
                    return DualStart.Part(name: word >> 1, isSlot: word & 1 == 1, share: share)
                })
            else { return nil }
            parts += mine
            return DualStart.Trip(
                member: member, township: township, date: date, each: each, end: UInt32(parts.count))
        }
        guard let read else { return nil }
        (trips, self.parts) = (read, parts)
    }
}

extension ByteReader {
    /// A share of a trip's cost.
    fileprivate mutating func share() -> Float? { float().flatMap { (0...1).contains($0) ? $0 : nil } }
}

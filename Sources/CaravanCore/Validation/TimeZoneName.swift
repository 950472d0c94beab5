/// Names of time zones as weeks write them.
public enum TimeZoneName {
    /// Whether a text is a name of the IANA database, letter for letter. Abbreviations such as `CST` are none: China and
    /// North America use the same ones.
    public static func isKnown(_ name: String) -> Bool { TimeZoneNames.known.contains(name) }

    /// What somebody may mean who wrote another name; the likeliest first, empty where nothing is near.
    public static func near(_ name: String) -> [String] {
        let wanted = plain(name)
        if let known = called[wanted] { return known }
        if let offset = offset(wanted) { return offset == 8 ? [china] : [etc(offset)].compactMap { $0 } }
        let places = TimeZoneNames.all.filter { plain($0) == wanted || plain(place($0)) == wanted }
        if !places.isEmpty { return Array(places.prefix(3)) }
        let near = NearMatch.best(for: name, among: TimeZoneNames.all)
        return [near ?? NearMatch.best(for: name, among: TimeZoneNames.all.map(place)).flatMap(named)].compactMap { $0 }
    }

    /// That of China, as an example.
    static let china = "Asia/Shanghai"

    /// What people call time zones besides, as `plain` gives it.
    private static let called: [String: [String]] = [
        "cst": [china, "America/Chicago", "America/Havana"], "bjt": [china], "beijing": [china], "peking": [china],
        "beijingtime": [china], "china": [china], "chinatime": [china], "chinastandardtime": [china], "cn": [china],
        "asia/beijing": [china], "asia/peking": [china], "asia/shenzhen": [china], "asia/guangzhou": [china],
        "北京": [china], "北京时间": [china], "北京时区": [china], "中国": [china], "中国时间": [china],
        "中国标准时间": [china], "上海": [china], "上海时间": [china], "亚洲/上海": [china], "东八区": [china],
        "东8区": [china], "香港": ["Asia/Hong_Kong"], "香港时间": ["Asia/Hong_Kong"], "hkt": ["Asia/Hong_Kong"],
        "澳门": ["Asia/Macau"], "台北": ["Asia/Taipei"], "台北时间": ["Asia/Taipei"], "乌鲁木齐": ["Asia/Urumqi"],
        "乌鲁木齐时间": ["Asia/Urumqi"], "新疆时间": ["Asia/Urumqi"], "jst": ["Asia/Tokyo"], "kst": ["Asia/Seoul"],
        "sgt": ["Asia/Singapore"], "ist": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
        "pst": ["America/Los_Angeles", "Asia/Manila"], "pdt": ["America/Los_Angeles"], "est": ["America/New_York"],
        "edt": ["America/New_York"], "cdt": ["America/Chicago"], "mst": ["America/Denver"], "mdt": ["America/Denver"],
        "hst": ["Pacific/Honolulu"], "bst": ["Europe/London", "Asia/Dhaka"], "cet": ["Europe/Berlin"],
        "cest": ["Europe/Berlin"], "met": ["Europe/Berlin"], "eet": ["Europe/Helsinki"], "wet": ["Europe/Lisbon"],
        "msk": ["Europe/Moscow"], "wsu": ["Europe/Moscow"], "aest": ["Australia/Sydney"], "z": ["UTC"], "uct": ["UTC"],
    ]

    /// Small letters without blanks and underscores, and where there are no numbers without dashes.
    private static func plain(_ name: String) -> String {
        let text = name.lowercased().prefix(64).filter { !" _".contains($0) }
        return text.contains(where: \.isNumber) ? text : text.filter { $0 != "-" }
    }

    /// Hours east of Greenwich of `utc+8`, `gmt+08:00` or `+0800`; nil for any other text.
    private static func offset(_ text: String) -> Int? {
        guard let match = text.wholeMatch(of: /(?:utc|gmt)?([+-])0?([0-9]|1[0-4])(?::?00)?/) else { return nil }
        return Int(match.2).map { match.1 == "-" ? -$0 : $0 }
    }

    /// The name of a zone at whole hours from Greenwich; the database counts them westwards.
    private static func etc(_ hours: Int) -> String? {
        let name = "Etc/GMT" + (hours > 0 ? "-" : "+") + String(hours.magnitude)
        return isKnown(name) ? name : nil
    }

    private static func place(_ name: String) -> String {
        name.split(separator: "/").last.map { String($0).replacing("_", with: " ") } ?? name
    }

    private static func named(_ place: String) -> String? { TimeZoneNames.all.first { self.place($0) == place } }
}

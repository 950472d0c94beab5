import CaravanCore

/// Documents that conversations send.
enum Sample {
    /// A week of two dates with one slot each, one venue, and requests of 100 points that need nobody.
    static func week(_ id: String = "tiny", requests: Int = 2, title: String = "Tiny") -> String {
        let list = (1...requests).map { request("r\($0)") }.joined(separator: ",")
        return """
            {"format":"caravan-week/1","id":"\(id)","title":"\(title)","start":"2025-05-24","days":2,\
            "timezone":"Asia/Shanghai","slots":[{"id":"am","start":"09:00","end":"11:30"}],"audiences":["youth"],\
            "funds":[{"id":"city","name":"City","limit":100000}],\
            "travel":{"fund":"city","speedKmh":50,"roadFactor":1.3,"bufferMinutes":10,"costPerKm":2},\
            "townships":[{"id":"t1","name":"T","county":"c","lat":41.9,"lon":126.4,"population":{"youth":1000}}],\
            "venues":[{"id":"v1","name":"V","township":"t1","kind":"school","capacity":100,"equipment":[],"cost":5}],\
            "requests":[\(list)],"note":"kept"}
            """
    }

    static func request(_ id: String, attendance: Int = 50) -> String {
        """
        {"id":"\(id)","title":"Talk \(id)","fund":"city","audience":"youth","topic":"space","format":"lecture",\
        "townships":["t1"],"attendance":\(attendance),"duration":1,"needs":[],"value":100,"cost":10}
        """
    }

    /// A plan by hand: one request a date.
    static func plan(_ requests: [String] = ["r1", "r2"], extra: String = "") -> String {
        let dates = ["2025-05-24", "2025-05-25", "2025-05-26"]
        let sessions = zip(requests, dates).map { request, date in
            #"{"request":"\#(request)","start":"\#(date).am","township":"t1","venue":"v1","crew":[]}"#
        }
        return #"{"format":"caravan-plan/1","week":"tiny","sessions":[\#(sessions.joined(separator: ","))]\#(extra)}"#
    }
}

import CaravanCore

/// The names on the map: townships beside their circles, then counties, then townships without room
/// beside theirs in a column at the nearer edge, with a line to their circle.
public struct MapLabels: Sendable {
    /// A name and where it stands.
    public struct Label: Sendable {
        public let name: String
        public let box: LabelBox
        /// The circle that a line leads to, where the name is not beside it.
        public let circle: MapLayout.Circle?
    }

    /// Names of counties.
    public let counties: [Label]
    /// Names of townships.
    public let townships: [Label]
    /// How many townships found no room for their names.
    public let missing: Int

    /// - Parameter order: Numbers of townships, those to be named first in front.
    public init(_ week: Week, order: [Int], on layout: MapLayout) {
        var placement = LabelPlacement(layout: layout)
        var labels: [Label] = []
        var (left, right): ([Int], [Int]) = ([], [])
        for town in order {
            let name = week.townshipName(town)
            if let box = placement.place(name, beside: layout.circles[town]) {
                labels.append(Label(name: name, box: box, circle: nil))
            } else if layout.circles[town].x < layout.frame.width / 2 {
                left.append(town)
            } else {
                right.append(town)
            }
        }
        counties = Self.counties(week, layout, &placement)
        if left.count + right.count > layout.frame.mostColumnNames { (left, right) = ([], []) }
        for (towns, atLeft) in [(left, true), (right, false)] {
            let names = towns.map { (name: week.townshipName($0), circle: layout.circles[$0]) }
            for (name, box) in zip(names, placement.column(names, atLeft: atLeft)) {
                if let box { labels.append(Label(name: name.name, box: box, circle: name.circle)) }
            }
        }
        townships = labels
        missing = order.count - labels.count
    }

    private static func counties(
        _ week: Week, _ layout: MapLayout, _ placement: inout LabelPlacement
    ) -> [Label] {
        let places = Dictionary(grouping: week.townships.indices) { week.townships[$0].county }
        return places.sorted { $0.key < $1.key }.compactMap { county, towns in
            let circles = towns.map { layout.circles[$0] }
            let count = Double(circles.count)
            let middle = (x: circles.reduce(0) { $0 + $1.x } / count, y: circles.reduce(0) { $0 + $1.y } / count)
            return placement.place(week.counties[county], around: middle, fontSize: layout.countySize).map {
                Label(name: week.counties[county], box: $0, circle: nil)
            }
        }
    }
}

/// Finds room for names on the map, so that no name covers another one or a circle (point-feature labelling by greedy
/// choice among candidate positions; Christensen, Marks and Shieber, ACM Transactions on Graphics 14, 1995).
struct LabelPlacement {
    private let layout: MapLayout
    private var placed: [LabelBox] = []

    init(layout: MapLayout) { self.layout = layout }

    /// The place of a township's name beside its circle; nil where there is no room.
    mutating func place(_ name: String, beside circle: MapLayout.Circle) -> LabelBox? {
        let size = (width: LabelBox.width(of: name) * layout.frame.fontSize, height: layout.frame.fontSize * 1.15)
        return take(candidates(circle, size.width, size.height))
    }

    /// The place of a large name as near to a point as there is room; nil where there is none not far from it.
    mutating func place(_ name: String, around point: (x: Double, y: Double), fontSize: Double) -> LabelBox? {
        let (width, height) = (LabelBox.width(of: name) * fontSize, fontSize * 1.15)
        let steps = (-6...6).flatMap { x in (-6...6).map { y in (x: Double(x) * 14, y: Double(y) * 12) } }
        let near = steps.sorted { ($0.x * $0.x + $0.y * $0.y, $0.x, $0.y) < ($1.x * $1.x + $1.y * $1.y, $1.x, $1.y) }
        return take(
            near.lazy.map {
                LabelBox(
                    x: point.x + $0.x - width / 2, y: point.y + $0.y - height / 2, width: width, height: height)
            })
    }

    /// The places of names in a column at the left or right edge, in the order of their circles, where nothing else is;
    /// nil for those that find no room.
    mutating func column(_ names: [(name: String, circle: MapLayout.Circle)], atLeft: Bool) -> [LabelBox?] {
        let height = layout.frame.fontSize * 1.15
        let order = names.indices.sorted { names[$0].circle.y < names[$1].circle.y }
        var boxes = [LabelBox?](repeating: nil, count: names.count)
        let total = Double(names.count) * height
        let middle = names.isEmpty ? 0 : names.reduce(0) { $0 + $1.circle.y } / Double(names.count)
        var y = max(4, min(middle - total / 2, layout.height - total - 4))
        for number in order {
            let width = LabelBox.width(of: names[number].name) * layout.frame.fontSize
            let x = atLeft ? 6 : layout.frame.width - 6 - width
            let rows = stride(from: y, through: layout.height - height, by: height / 3)
            boxes[number] = take(rows.lazy.map { LabelBox(x: x, y: $0, width: width, height: height) })
            if let box = boxes[number] { y = box.y + height }
        }
        return boxes
    }

    private mutating func take(_ candidates: some Sequence<LabelBox>) -> LabelBox? {
        let free = candidates.first { box in
            box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.frame.width && box.y + box.height <= layout.height
                && !placed.contains { $0.overlaps(box) } && !layout.circles.contains { box.overlaps($0) }
        }
        if let free { placed.append(free) }
        return free
    }

    private func candidates(_ circle: MapLayout.Circle, _ width: Double, _ height: Double) -> [LabelBox] {
        let (reach, slant) = (circle.radius + 2, circle.radius * 0.7 + 2)
        let corners: [(x: Double, y: Double)] = [
            (circle.x + reach, circle.y - height / 2), (circle.x - reach - width, circle.y - height / 2),
            (circle.x - width / 2, circle.y + reach), (circle.x - width / 2, circle.y - reach - height),
            (circle.x + slant, circle.y + slant - height * 0.2), (circle.x + slant, circle.y - slant - height * 0.8),
            (circle.x - slant - width, circle.y + slant - height * 0.2),
            (circle.x - slant - width, circle.y - slant - height * 0.8),
        ]
        return corners.map { LabelBox(x: $0.x, y: $0.y, width: width, height: height) }
    }
}

import CaravanCore
import Foundation

/// Moves circles apart that cover each other, each no further than it must (after D. Dorling, Area Cartograms, 1996).
enum CircleSpreading {
    private struct Cell: Hashable {
        let x: Int
        let y: Int
    }

    private static let rounds = 120
    private static let gap = 1.5
    /// The part of its way home that a circle goes in a round.
    private static let pull = 0.04

    /// The circles in the order given, within the map.
    static func apart(_ homes: [MapLayout.Circle], width: Double, height: Double) -> [MapLayout.Circle] {
        var circles = homes
        let size = 2 * (homes.map(\.radius).max() ?? 1) + gap
        for round in 0..<rounds {
            if round < rounds * 2 / 3 {
                for number in circles.indices {
                    circles[number].x += (homes[number].x - circles[number].x) * pull
                    circles[number].y += (homes[number].y - circles[number].y) * pull
                }
            }
            let moved = push(&circles, cellSize: size)
            for number in circles.indices { keep(&circles[number], width, height) }
            if !moved, round >= rounds * 2 / 3 { break }
        }
        return circles
    }

    /// Pushes every pair that overlaps half of it each; tells whether one did.
    private static func push(_ circles: inout [MapLayout.Circle], cellSize: Double) -> Bool {
        var cells: [Cell: [Int]] = [:]
        for (number, circle) in circles.enumerated() { cells[cell(circle, cellSize), default: []].append(number) }
        var moved = false
        for number in circles.indices {
            let home = cell(circles[number], cellSize)
            for x in home.x - 1...home.x + 1 {
                for y in home.y - 1...home.y + 1 {
                    for other in cells[Cell(x: x, y: y)] ?? [] where other > number {
                        if separate(&circles, number, other) { moved = true }
                    }
                }
            }
        }
        return moved
    }

    private static func separate(_ circles: inout [MapLayout.Circle], _ a: Int, _ b: Int) -> Bool {
        var (dx, dy) = (circles[b].x - circles[a].x, circles[b].y - circles[a].y)
        let wanted = circles[a].radius + circles[b].radius + gap
        var distance = (dx * dx + dy * dy).squareRoot()
        if distance >= wanted - 0.01 { return false }
        if distance < 1e-6 {
            // Two townships at one point part in a direction of their own, the same in every run.
            let angle = Double(a &* 7 &+ b) * 2.399963
            (dx, dy, distance) = (cos(angle), sin(angle), 1)
        }
        let step = (wanted - min(distance, wanted)) / 2 / distance
        circles[a].x -= dx * step
        circles[a].y -= dy * step
        circles[b].x += dx * step
        circles[b].y += dy * step
        return true
    }

    private static func keep(_ circle: inout MapLayout.Circle, _ width: Double, _ height: Double) {
        circle.x = min(max(circle.x, circle.radius + 2), width - circle.radius - 2)
        circle.y = min(max(circle.y, circle.radius + 2), height - circle.radius - 2)
    }

    private static func cell(_ circle: MapLayout.Circle, _ size: Double) -> Cell {
        func number(_ value: Double) -> Int { Int(Int32(saturating: (value / size).rounded(.down))) }
        return Cell(x: number(circle.x), y: number(circle.y))
    }
}

import Testing

@testable import CaravanBench

@Suite("Trajectory")
struct TrajectoryTests {
    private let course = Trajectory([
        .init(seconds: 1, objective: 200), .init(seconds: 2, objective: 150, bound: 90),
        .init(seconds: 5, objective: 120, bound: 80), .init(seconds: 9, bound: 114),
    ])

    @Test("between two points what the earlier one knew holds, and before the first nothing is known")
    func readsCheckpoints() {
        #expect(course.at(0.5).objective == nil)
        #expect(course.at(1.9) == .init(seconds: 1, objective: 200))
        #expect(course.at(2) == .init(seconds: 2, objective: 150, bound: 90))
        #expect(course.at(60) == course.last)
        #expect(course.last == .init(seconds: 9, objective: 120, bound: 114))
    }

    @Test("a worse figure told later changes nothing")
    func keepsTheBest() {
        #expect(course.at(5).bound == 90)
        let worse = Trajectory([.init(seconds: 1, objective: 5), .init(seconds: 2, objective: 7)])
        #expect(worse.points == [.init(seconds: 1, objective: 5)])
    }

    @Test("points told out of order are put in order")
    func sorts() {
        #expect(Trajectory(course.points.reversed()).last == course.last)
        #expect(Trajectory([.init(seconds: 3, objective: 1), .init(seconds: 2, bound: 0)]).at(2).bound == 0)
    }

    @Test("what is told after the limit counts as told at the limit")
    func clampsToLimit() {
        let late = Trajectory(
            [.init(seconds: 1, objective: 9), .init(seconds: 10.4, bound: 5), .init(seconds: 12, objective: 8)],
            limit: 10)
        #expect(late.points == [.init(seconds: 1, objective: 9), .init(seconds: 10, objective: 8, bound: 5)])
    }

    @Test("the gap is relative to the objective, never negative, and missing without a bound")
    func measuresGap() {
        #expect(course.at(1).gap == nil)
        #expect(course.at(9).gap == 0.05)
        #expect(Trajectory.Point(seconds: 0, objective: 10, bound: 11).gap == 0)
    }

    @Test("times to the first plan, to an objective and to a gap are those of the first point that is there")
    func findsTimes() {
        #expect(course.firstPlan == 1)
        #expect(course.seconds(toObjective: 150) == 2)
        #expect(course.seconds(toObjective: 119.9999) == 5)
        #expect(course.seconds(toObjective: 100) == nil)
        #expect(course.seconds(toGap: 0.05) == 9)
        #expect(course.seconds(toGap: 0.01) == nil)
        #expect(Trajectory([]).firstPlan == nil)
    }

    @Test("a trajectory file is read back as it was written")
    func fileRoundTrip() throws {
        let file = TrajectoryFile(solver: "caravan", week: "city-101", trajectory: course, end: 30)
        let lines = file.csv.split(separator: "\n")
        #expect(lines[0] == "seconds,objective,bound,solver,week")
        #expect(lines[1] == "1.000,200,,caravan,city-101")
        #expect(lines.last == "30.000,120,114,caravan,city-101", "the last row says how long the run was")
        #expect(try TrajectoryFile(csv: file.csv) == file)
    }

    @Test("a trajectory file without names of solver and week takes those given, and columns in any order")
    func fileWithoutNames() throws {
        let file = try TrajectoryFile(csv: "phase,bound,objective,seconds\r\nsearch,,7,0.5\r\n", solver: "a", week: "b")
        #expect((file.solver, file.week) == ("a", "b"))
        #expect(file.trajectory.points == [.init(seconds: 0.5, objective: 7)])
    }

    @Test(
        "a file that is no trajectory is refused",
        arguments: ["", "a,b\n1,2\n", "seconds,objective,bound\nsoon,1,2\n", "seconds,objective,bound\n1,2\n"])
    func refusesOthers(csv: String) {
        #expect(throws: TrajectoryFile.Unreadable.self) { try TrajectoryFile(csv: csv) }
    }
}

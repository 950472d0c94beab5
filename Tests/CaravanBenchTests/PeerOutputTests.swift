import Testing

@testable import CaravanBench

@Suite("Peer output")
struct PeerOutputTests {
    @Test("better plans and the last line make a trajectory")
    func readsPlans() {
        let output = PeerOutput(
            """
            literals=15384 constraints=10832 scale=1000 error=0.000000 build=11.60 greedy=6.80
            0.00 17381.502 -inf
            5.28 16000.5 1200.000
            objective=15951.572000 bound=10515.636000 seconds=10.10 status=FEASIBLE
            """, solver: "cbc", limit: 10)
        #expect(
            output.trajectory.points == [
                .init(seconds: 0, objective: 17381.502), .init(seconds: 5.28, objective: 16000.5, bound: 1200),
                .init(seconds: 10, objective: 15951.572, bound: 10515.636),
            ])
        #expect(output.seconds == 10.1)
        #expect(output.status == "FEASIBLE")
    }

    @Test("a status may be several words")
    func readsStatus() {
        let output = PeerOutput("objective=inf bound=3.5 seconds=9.59 status=time limit\n", solver: "glpsol", limit: 5)
        #expect(output.status == "time limit")
        #expect(output.trajectory.points == [.init(seconds: 5, bound: 3.5)])
    }

    @Test("figures that stand for nothing found are nothing found")
    func readsNothing() {
        let output = PeerOutput(
            "1.90 100000000000000000000.000 -721.5\nobjective=inf bound=-inf seconds=2.00 status=x\n", solver: "scip",
            limit: 5)
        #expect(output.trajectory.points == [.init(seconds: 1.9, bound: -721.5)])
    }

    @Test("output cut off in the middle keeps the plans before")
    func readsPieces() {
        let output = PeerOutput("columns=1 rows=2\n1.00 50.000 40.000\nobjec", solver: "highs", limit: 5)
        #expect(output.trajectory.last == .init(seconds: 1, objective: 50, bound: 40))
        #expect(output.seconds == nil)
    }

    @Test("bounds between plans come from the log of HiGHS, the constant added")
    func readsHighs() {
        let output = PeerOutput(
            """
            6.71 24814.598 15228.446
             R       0       0         0   0.00%   15128.446013    24714.598         38.79%        0      0      0      4238     6.7s
                     0       0         0   0.00%   15140.5         24714.598         38.79%      501     86      0      12k     9.6s
              Dual bound        15150.0
            objective=24814.598000 bound=15250.000000 seconds=14.66 status=Time limit reached
            """, solver: "highs", limit: 12)
        #expect(output.trajectory.at(9.6).bound == 15240.5)
        #expect(output.trajectory.last == .init(seconds: 12, objective: 24814.598, bound: 15250))
    }

    @Test("bounds between plans come from the log of SCIP")
    func readsSCIP() {
        let output = PeerOutput(
            """
             time | node  | left  |LP iter|LP it/n|mem/heur|mdpt |vars |cons |rows |cuts |sepa|confs|strbr|  dualbound   | primalbound  |  gap   | compl.
            p 1.9s|     1 |     0 |     0 |     - |   locks|   0 |  14k|  10k|  10k|   0 |  0 |   0 |   0 |-7.217994e+05 | 3.554029e+04 |    Inf | unknown
              4.8s|     1 |     0 |  9336 |     - |   252M |   0 |  14k|  10k|  10k|   0 |  0 |  33 |   0 | 1.512635e+04 | 3.544280e+04 | 134.31%| unknown
            Dual Bound         : +1.51745044836242e+04
            objective=35442.796000 bound=15174.504484 seconds=10.34 status=timelimit
            """, solver: "scip", limit: 10)
        #expect(output.trajectory.at(2).bound.map { abs($0 + 721_799.4) < 1e-3 } == true)
        #expect(output.trajectory.at(5).bound.map { abs($0 - 15126.35) < 1e-3 } == true)
    }

    @Test("bounds between plans come from the log of CP-SAT, scaled back")
    func readsCPSAT() {
        let output = PeerOutput(
            """
            literals=15384 constraints=10832 scale=1000 error=0.000000 build=11.60 greedy=6.80
            #Bound   8.72s best:13709078 next:[909924,13709076] reduced_costs
            #6       8.90s best:13709078 next:[1000000,13709076] graph_dec_lns (d=5.00e-01 s=6)
            best_bound: 7270986
            objective=16951.572000 bound=10515.636000 seconds=10.10 status=FEASIBLE
            """, solver: "cpsat", limit: 10)
        #expect(output.trajectory.at(8.8).bound.map { abs($0 - 4154.574) < 1e-6 } == true)
        #expect(output.trajectory.at(9).bound.map { abs($0 - 4244.65) < 1e-6 } == true)
    }

    @Test("a log that does not state the bound at its end is left alone")
    func ignoresOtherLogs() {
        let text = """
            #Bound   8.72s best:13709078 next:[909924,13709076] reduced_costs
            objective=16951.572000 bound=10515.636000 seconds=10.10 status=FEASIBLE
            """
        #expect(PeerOutput(text, solver: "cpsat", limit: 10).trajectory.points.count == 1)
    }
}

import ArgumentParser

/// Measures the solver: on one week, or over seeds of a size beside other solvers in the same run.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "CaravanBench", abstract: "Measure the solver, alone or beside its peers.",
        subcommands: [
            Suite.self, Compare.self, Scale.self, Replan.self, WhatIf.self, Report.self, Chart.self, SolveWeek.self,
        ])
}

import ArgumentParser
import CaravanLanguage
import CaravanProtocol

/// The client's command line.
struct CaravanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caravan",
        abstract: ClientHelp.program[.ofEnvironment],
        discussion: """
            Exit status: 0 success, 1 violations found by check, 2 not found, 3 exists already, 4 conflict, \
            5 infeasible, 6 too large, 64 usage, 65 invalid document, 66 file cannot be read, 69 no daemon answers, \
            70 internal error, 73 file cannot be written, 75 busy or timeout, 76 no caravand there, 77 denied.
            """,
        version: ProgramVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Weeks",
                subcommands: [
                    Load.self, Weeks.self, WeekDocument.self, Drop.self, Submit.self, Amend.self, Withdraw.self,
                    Edit.self,
                ]),
            CommandGroup(
                name: "Spreadsheets", subcommands: [Import.self, ExportWeek.self, Template.self]),
            CommandGroup(
                name: "Solving",
                subcommands: [
                    Solve.self, Replan.self, Proposal.self, Accept.self, Jobs.self, Job.self, Watch.self, Stop.self,
                    Cancel.self,
                ]),
            CommandGroup(
                name: "Plans",
                subcommands: [
                    Plans.self, PlanTimetable.self, Show.self, Publish.self, Commit.self, CommitmentList.self,
                    Diff.self, Coverage.self, Explain.self, Check.self, Adopt.self, Export.self, Suggest.self,
                ]),
            CommandGroup(
                name: "Studies", subcommands: [WhatIf.self, Critical.self, Curve.self, Worth.self]),
            CommandGroup(
                name: "Daemon", subcommands: [Ping.self, Status.self, Metrics.self, HelpVerbs.self, Shell.self]),
        ])

    @OptionGroup var common: CommonOptions
}

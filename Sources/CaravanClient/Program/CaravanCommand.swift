import ArgumentParser
import CaravanLanguage
import CaravanProtocol

/// The client's command line.
struct CaravanCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "caravan",
            abstract: ClientHelp.program[.ofProcess],
            discussion: CommandNote.exitStatus[.ofProcess],
            version: ProgramVersion.current,
            groupedSubcommands: [
                CommandGroup(
                    name: CommandGroupName.weeks[.ofProcess],
                    subcommands: [
                        Load.self, Weeks.self, WeekDocument.self, Drop.self, Submit.self, Amend.self, Withdraw.self,
                        Edit.self,
                    ]),
                CommandGroup(
                    name: CommandGroupName.spreadsheets[.ofProcess],
                    subcommands: [Import.self, ExportWeek.self, Template.self]),
                CommandGroup(
                    name: CommandGroupName.solving[.ofProcess],
                    subcommands: [
                        Solve.self, Replan.self, Proposal.self, Accept.self, Jobs.self, Job.self, Watch.self, Stop.self,
                        Cancel.self,
                    ]),
                CommandGroup(
                    name: CommandGroupName.plans[.ofProcess],
                    subcommands: [
                        Plans.self, PlanTimetable.self, Show.self, Publish.self, Commit.self, CommitmentList.self,
                        Diff.self, Coverage.self, Explain.self, Check.self, Adopt.self, Export.self, Suggest.self,
                    ]),
                CommandGroup(
                    name: CommandGroupName.studies[.ofProcess],
                    subcommands: [WhatIf.self, Critical.self, Curve.self, Worth.self]),
                CommandGroup(
                    name: CommandGroupName.daemon[.ofProcess],
                    subcommands: [Ping.self, Status.self, Metrics.self, HelpVerbs.self, Shell.self]),
            ])
    }

    @OptionGroup var common: CommonOptions
}

import CaravanProtocol

/// Carries out a verb.
typealias Handler = @Sendable (Exchange) async throws -> Reply

/// Which handler carries out which verb. `AUTH` and `QUIT` change the conversation itself and are carried out there.
enum HandlerTable {
    static let handlers: [Verb: Handler] = [
        .ping: SystemHandlers.ping,
        .help: SystemHandlers.help,
        .status: SystemHandlers.status,
        .metrics: SystemHandlers.metrics,
        .load: WeekHandlers.load,
        .weeks: WeekHandlers.list,
        .week: WeekHandlers.show,
        .drop: WeekHandlers.drop,
        .submit: RequestHandlers.submit,
        .amend: RequestHandlers.amend,
        .withdraw: RequestHandlers.withdraw,
        .edit: RequestHandlers.edit,
        .solve: JobHandlers.solve,
        .replan: ReplanHandlers.replan,
        .proposal: ProposalHandlers.show,
        .accept: ProposalHandlers.accept,
        .whatif: ScenarioHandlers.whatif,
        .critical: ScenarioHandlers.critical,
        .curve: CurveHandlers.curve,
        .worth: WorthHandlers.worth,
        .jobs: JobHandlers.list,
        .job: JobHandlers.show,
        .watch: JobHandlers.watch,
        .stop: JobHandlers.stop,
        .cancel: JobHandlers.cancel,
        .plans: PlanHandlers.list,
        .plan: PlanHandlers.show,
        .publish: PlanHandlers.publish,
        .diff: ReportHandlers.diff,
        .commit: CommitmentHandlers.commit,
        .commitments: CommitmentHandlers.list,
        .coverage: ReportHandlers.coverage,
        .explain: ReportHandlers.explain,
        .suggest: SuggestHandlers.suggest,
        .check: PlanHandlers.check,
        .adopt: PlanHandlers.adopt,
        .export: ExportHandlers.export,
    ]
}

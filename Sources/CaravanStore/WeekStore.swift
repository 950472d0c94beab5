import CaravanCore

/// What lasts: weeks with their revisions, plans with their versions, publications, marks, jobs with their outcomes.
///
/// Everything goes by values. A method that changes something returns once the change is durable, and changes all or
/// nothing; concurrent changes come one after the other. A reader sees one state between two changes. Numbers of revisions,
/// versions and jobs only grow, so that one that was given never means something else. Everything throws `StoreError`; besides
/// the codes that are named, those of a store that fails (`full`, `readOnly`, `failed`, …).
public protocol WeekStore: Sendable {
    /// How the store is.
    var condition: StoreCondition { get }

    /// Stores a week under its id as its first revision, or, with `replacing`, as the next one of a week that is there.
    /// - Parameter expected: the revision that the week has to be at; nil: it may be at any, or not be there.
    /// - Returns: the new revision.
    /// - Throws: `exists` without `replacing`; `conflict` or `notFound` where it is not as expected.
    func load(_ week: Week, replacing: Bool, expecting expected: Int?) async throws(StoreError) -> WeekHead

    /// Stores an edited week as the next revision. Requests that it no longer has lose their marks, as with `load`.
    /// - Parameters:
    ///   - week: the edited week.
    ///   - basis: the revision that was edited.
    ///   - cause: what made the change, e.g. `EDIT`.
    /// - Returns: the new revision.
    /// - Throws: `notFound`; `conflict` where another change came first.
    func addRevision(_ week: Week, basedOn basis: WeekHead, cause: String) async throws(StoreError) -> WeekHead

    /// The weeks, ordered by id.
    func weeks() async throws(StoreError) -> [WeekSummary]

    /// A revision of a week, the latest unless one is named. Old revisions stay readable.
    /// - Throws: `notFound`, `damaged`.
    func week(_ id: String, revision: Int?) async throws(StoreError) -> WeekRevision

    /// Which revision of a week is the latest, or, where one is named, when that was made.
    /// - Throws: `notFound`.
    func head(of id: String, revision: Int?) async throws(StoreError) -> WeekHead

    /// Deletes a week with its revisions, plans, jobs and marks.
    /// - Returns: how many plans went with it.
    /// - Throws: `notFound`; `busy` while a job of the week is queued or running; `conflict` where the week is not at the
    ///   revision expected.
    func drop(_ id: String, expecting expected: Int?) async throws(StoreError) -> Int

    /// Stores a plan from outside as the next version of its week.
    /// - Parameters:
    ///   - plan: the plan; it has passed the checker.
    ///   - head: the week and the revision that it was checked for.
    ///   - expected: the revision that the week has to be at; nil: whichever it is.
    /// - Returns: the version.
    /// - Throws: `notFound`; `conflict` where the week was dropped and loaded again since, or is not at the revision expected.
    func adopt(_ plan: Plan, for head: WeekHead, expecting expected: Int?) async throws(StoreError) -> Int

    /// The plans of a week, newest first.
    /// - Throws: `notFound`.
    func plans(of week: String) async throws(StoreError) -> [PlanSummary]

    /// A plan version.
    /// - Throws: `notFound`, `damaged`.
    func plan(of week: String, _ choice: VersionChoice) async throws(StoreError) -> StoredPlan

    /// What the bound of a plan rested on, as it was stored with it; nil where nothing was, or it is damaged.
    func duals(of week: String, version: Int) async throws(StoreError) -> [UInt8]?

    /// The best bound that solving a revision, without a baseline, has proven; nil where nothing is proven.
    func provenBound(of week: String, revision: Int) async throws(StoreError) -> Double?

    /// The published version of a week, nil where none is.
    /// - Throws: `notFound`.
    func publishedVersion(of week: String) async throws(StoreError) -> Int?

    /// What was published of a week, the first one first; a version stands in it as often as it was published.
    /// - Throws: `notFound`, `damaged`.
    func publications(of week: String) async throws(StoreError) -> [Publication]

    /// Makes a version the published one.
    /// - Parameter expected: the revision that the week has to be at; nil: whichever it is.
    /// - Returns: the version, and the one that was published before, if one was.
    /// - Throws: `notFound`; `conflict` where the week is not at the revision expected.
    func publish(
        week: String, _ choice: VersionChoice, expecting expected: Int?
    ) async throws(StoreError) -> (version: Int, previous: Int?)

    /// Marks the sessions of some requests, or takes their marks away; all or none.
    /// - Parameters:
    ///   - requests: identifiers; the caller has seen to it that the week has them.
    ///   - state: the state; nil takes the marks away.
    ///   - version: the plan version whose sessions are meant.
    ///   - head: the week and the revision that the requests were looked up in.
    /// - Throws: `notFound`; `conflict` where the week was changed since.
    func commit(
        _ requests: [String], as state: CommitmentState?, version: Int, for head: WeekHead
    ) async throws(StoreError)

    /// The marks of a week's requests, by request id.
    /// - Throws: `notFound`, `damaged`.
    func commitments(of week: String) async throws(StoreError) -> [CommitmentMark]

    /// Stores a proposed plan as if its job had done so: the edited week as the next revision, the plan as the next
    /// version, and publishes it where asked to; all or nothing.
    /// - Parameter expected: the revision that the week has to be at; nil: the one that the plan was made from.
    /// - Throws: `notFound`; `conflict` where the week was changed since, the baseline is gone, or the plan was accepted
    ///   already.
    func accept(
        _ proposal: ProposedPlan, publishing: Bool, expecting expected: Int?
    ) async throws(StoreError) -> AcceptedPlan

    /// Stores a job as queued.
    /// - Parameters:
    ///   - head: the week and the revision that it solves.
    ///   - kind: `solve`, `replan` or the name of a study.
    ///   - parameters: its parameters as one line of JSON.
    ///   - owner: the daemon that will run it, whose lease begins now.
    ///   - expected: the revision that the week has to be at; nil: whichever it is.
    /// - Throws: `notFound`; `conflict` where the week was dropped and loaded again since, or is not at the revision expected.
    func createJob(
        _ head: WeekHead, kind: String, parameters: String, for owner: JobOwner, expecting expected: Int?
    ) async throws(StoreError) -> JobRecord

    /// Marks a queued job as running.
    /// - Throws: `notFound`; `conflict` where it is not queued.
    func startJob(_ id: Int) async throws(StoreError) -> JobRecord

    /// Keeps the best plan so far of a running job, so that it outlives the process; a job that is not running keeps
    /// what it has. The caller sees to it that this happens at most once a second a job.
    func saveIncumbent(_ plan: Plan, of id: Int) async throws(StoreError)

    /// Ends a job. A plan becomes the next version of its week in the same transaction. A job that is interrupted
    /// keeps its last incumbent as a version, one that is cancelled or failed keeps nothing.
    /// - Parameter isLast: whether the daemon ends, so that room kept in reserve is there for it.
    /// - Throws: `notFound`; `conflict` where the job has ended already.
    func finishJob(_ id: Int, _ outcome: JobOutcome, isLast: Bool) async throws(StoreError) -> JobRecord

    /// A job by its number.
    /// - Throws: `notFound`.
    func job(_ id: Int) async throws(StoreError) -> JobRecord

    /// The jobs of a week, or all of them, newest first.
    /// - Throws: `notFound` for a week that is not there.
    func jobs(of week: String?) async throws(StoreError) -> [JobRecord]

    /// Lets the leases of an owner's queued and running jobs begin anew.
    func renewLeases(of owner: JobOwner) async throws(StoreError)

    /// Ends the queued and running jobs whose lease has run out: their daemon is gone. A job value (week revision,
    /// parameters) would allow to run it again, but nobody may be waiting any more: it becomes `interrupted`, and its
    /// last incumbent a plan version, so that nothing found is lost and nothing runs unasked.
    /// - Parameter owner: the daemon that asks. Its own jobs are not looked at: it knows that they run, also where the clock
    ///   of the machine jumps.
    /// - Returns: these jobs, as they are now.
    func settleLapsedJobs(by owner: JobOwner) async throws(StoreError) -> [JobRecord]
}

extension WeekStore {
    /// The latest revision of a week.
    public func week(_ id: String) async throws(StoreError) -> WeekRevision { try await week(id, revision: nil) }

    /// Which revision of a week is the latest.
    public func head(of id: String) async throws(StoreError) -> WeekHead { try await head(of: id, revision: nil) }
}

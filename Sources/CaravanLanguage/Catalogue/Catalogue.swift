/// Everything that the program says to planners, in both languages.
public enum Catalogue {
    /// All topics; a topic that is missing here is found by the catalogue's test, which reads the sources.
    public static let topics: [any Topic.Type] = words + documents + plans + client + tables + replies

    private static let words: [any Topic.Type] = [
        Word.self, ListWord.self, Join.self, KnownWord.self, RuleName.self, WeekdayName.self, MonthName.self,
        DatePhrase.self, DayPart.self,
    ]
    private static let documents: [any Topic.Type] = [
        DocumentFaultText.self, DoubtText.self, FieldKind.self, JSONFault.self, EditFaultText.self, EditValueKind.self,
        RuleBreachText.self, MisstatementText.self,
    ]
    private static let plans: [any Topic.Type] = [
        PlanText.self, ReportText.self, WeekPhrase.self, WhyText.self, ImpossibleText.self, BlockedText.self,
        ObstructionText.self, RemedyText.self, ContradictionText.self, DecidedWord.self, ClashText.self,
        PinRemedyText.self, PinnedText.self, NoticeSentence.self, DifferenceSentence.self,
        WorthSentence.self,
    ]
    private static let client: [any Topic.Type] = [
        ClientHeading.self, ClientText.self, ClientFailure.self, SystemReason.self, ErrorName.self, ErrorAdvice.self,
        ClientHelp.self, CommandNote.self, CommandGroupName.self, OptionHelp.self, HelpFrame.self,
    ]
    private static let tables: [any Topic.Type] = [
        SheetName.self, PlanHeading.self, ColumnHeading.self, ColumnNote.self, ColumnExample.self, GuideText.self,
        CellFault.self, CellRemedy.self, SheetFault.self, SheetRemedy.self, FileFault.self,
        UnitName.self,
    ]
    private static let replies: [any Topic.Type] = [
        VerbSummary.self, RefusedLine.self, AcceptedValue.self, RefusedDocument.self, RefusedCommand.self,
        RefusedJob.self, RefusedByStore.self, StoreFailure.self, StoreTrouble.self, RefusedConnection.self,
        StartFailure.self, ForeignReply.self,
    ]
}

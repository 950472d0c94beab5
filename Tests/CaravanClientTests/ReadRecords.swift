import CaravanCore
import CaravanProtocol

/// Records as a daemon sends them, as what they are.
func read<Record: ProtocolRecord>(_ records: [JSON], as type: Record.Type = Record.self) -> [Record] {
    records.compactMap(Record.init(json:))
}

/// One such record.
func read<Record: ProtocolRecord>(_ record: JSON, as type: Record.Type = Record.self) -> Record {
    Record(json: record) ?? Record()
}

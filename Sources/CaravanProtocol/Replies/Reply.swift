import CaravanCore

/// The line that ends a reply.
public enum Closing: Sendable, Equatable {
    /// `OK key=value …`; with a payload the line says `bytes=N` and N bytes and an LF follow.
    case ok(ReplyFields, payload: [UInt8]? = nil)
    /// `ERR <code> "<message>" key=value …`.
    case failure(ProtocolError)
}

/// A whole reply: records, then exactly one closing line.
public struct Reply: Sendable, Equatable {
    /// `+ {…}` lines.
    public var records: [JSON]
    /// `OK` or `ERR`.
    public var closing: Closing

    /// A reply.
    public init(records: [JSON] = [], closing: Closing) {
        self.records = records
        self.closing = closing
    }

    /// `OK` with fields, after records.
    public static func ok(_ fields: ReplyFields = [:], records: [JSON] = [], payload: [UInt8]? = nil) -> Reply {
        Reply(records: records, closing: .ok(fields, payload: payload))
    }

    /// `ERR`, after records such as the faults of a document.
    public static func failure(_ error: ProtocolError, records: [JSON] = []) -> Reply {
        Reply(records: records, closing: .failure(error))
    }

    /// The reply as it is sent.
    public var bytes: [UInt8] {
        records.flatMap { ReplyWriter.record($0) } + ReplyWriter.closing(closing)
    }
}

import CaravanCore

extension JSON {
    /// What has to be free to read a document out of a text of so many bytes. Weeks take three bytes for each of theirs;
    /// what takes more than this stands for far more values than anybody plans with.
    static func memory(toRead bytes: Int) -> Int { bytes * 8 + 524_288 }
}

extension Week {
    /// Bytes that it takes, about.
    var footprint: Int { Self.footprint(of: document) }

    /// Bytes that the week of a document takes, about: the document, and about as much for what is made of it.
    static func footprint(of document: JSON) -> Int { document.footprint * 2 }
}

/// Edits of a week document (domain, section 6): all of a list are applied, in order, or none.
public enum WeekEdits {
    /// Applies a list of edits to a copy of a document.
    /// - Throws: `EditError` naming the first edit that cannot be applied and why, or the faults that the edited week would
    ///   have. A document that was unsound before is not validated afterwards.
    public static func apply(_ edits: JSON, to document: JSON) throws(EditError) -> JSON {
        guard let items = edits.array else { throw EditError(.notEdits) }
        guard document.object != nil else { throw EditError(.notWeek) }
        let sound = WeekValidator.faults(in: document).isEmpty
        var week = EditedWeek(document)
        for (index, item) in items.enumerated() {
            guard let fields = item.object else { throw EditError(.notEdits, index: index) }
            var edit = Edit(fields: fields, index: index)
            try edit.apply(to: &week)
        }
        return sound ? try validated(week.document) : week.document
    }

    /// `SUBMIT`: adds one request.
    /// - Throws: `EditError`; `exists` if the week has a request of that id.
    public static func submit(_ request: JSON, to document: JSON) throws(EditError) -> JSON {
        guard let id = request["id"]?.string else { throw EditError(.noID) }
        var week = EditedWeek(document)
        if week.find(.request, id) != nil { throw EditError(.exists(.request, id)) }
        week.append(.request, request, id: id)
        return try validated(week.document)
    }

    /// `AMEND`: puts a whole request in the place of the one of that id. A body without `id` keeps the id.
    /// - Throws: `EditError`; `unknown` if the week has no such request, `malformed` if the body has another id.
    public static func amend(_ id: String, with request: JSON, in document: JSON) throws(EditError) -> JSON {
        guard let fields = request.object else { throw EditError(.notRequest) }
        let stated = fields["id"] ?? .string(id)
        guard stated == .string(id) else { throw EditError(.otherID(stated.excerpt(70), wanted: nil)) }
        var week = EditedWeek(document)
        guard let position = week.find(.request, id) else { throw EditError(.unknown(.request, id)) }
        let others = fields.fields.filter { $0.key != "id" }.map { ($0.key, $0.value) }
        week.replace(.request, at: position, with: .object(JSONObject([("id", stated)] + others)))
        return try validated(week.document)
    }

    /// `WITHDRAW`: takes a request out, with its pins and every mention of it in `after`.
    /// - Throws: `EditError`; `unknown` if the week has no such request.
    public static func withdraw(_ id: String, from document: JSON) throws(EditError) -> JSON {
        try apply([["op": "withdraw", "request": .string(id)]], to: document)
    }

    private static func validated(_ document: JSON) throws(EditError) -> JSON {
        let faults = WeekValidator.faults(in: document)
        if faults.isEmpty { return document }
        throw EditError(.unsound(faults))
    }
}

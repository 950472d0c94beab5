extension WeekReader {
    func department(_ it: JSON) -> Department {
        Department(
            id: it.text("id"), name: it.text("name"), code: it.text("code"),
            county: countyNumbers[Name(it.text("county"))])
    }

    func fund(_ it: JSON) -> Fund {
        Fund(
            id: it.text("id"), name: it.text("name"), limit: it.double("limit"),
            department: number(ofDepartment: it, "department"),
            source: second(it, "source")?.string.flatMap(FundSource.init))
    }

    func township(_ it: JSON) -> Township {
        Township(
            id: it.text("id"), name: it.text("name"), county: countyNumbers[Name(it.text("county"))] ?? 0,
            latitude: it.double("lat"), longitude: it.double("lon"),
            population: audiences.map { it["population"]?[$0]?.number ?? 0 })
    }

    func venue(_ it: JSON) -> Venue {
        Venue(
            id: it.text("id"), name: it.text("name"), township: townshipNumbers[Name(it.text("township"))] ?? 0,
            kind: Name(it.text("kind")), capacity: it.double("capacity"), equipment: it.texts("equipment").names,
            closed: flags(it.texts("closed")), cost: it.double("cost"),
            parallel: second(it, "parallel")?.integer ?? 1, ownership: ownership(it))
    }

    func member(_ it: JSON, of pool: Pool) -> Member {
        let skills = it["skills"]?.object?.fields.map { (Name($0.key), $0.value.integer ?? 0) } ?? []
        return Member(
            id: it.text("id"), name: it.text("name"), pool: pool, base: townshipNumbers[Name(it.text("base"))] ?? 0,
            skills: Dictionary(skills) { $1 }, away: flags(it.texts("away")), maxPerDay: it.count("maxPerDay"),
            maxPerWeek: it.count("maxPerWeek"), maxMinutes: it.double("maxMinutes"), fee: it.double("fee"),
            ownership: ownership(it))
    }

    private func ownership(_ it: JSON) -> Ownership? {
        number(ofDepartment: it, "owner").map { Ownership(owner: $0, lending: it["lend"].map(lending)) }
    }

    private func lending(_ it: JSON) -> Lending {
        let all = it["to"] == ["*"]
        return Lending(
            borrowers: all ? nil : Set(it.texts("to").compactMap { departmentNumbers[Name($0)] }),
            most: it["most"] == nil ? nil : it.count("most"), fee: it.double("fee"))
    }

    /// The number of the department that a field of the second edition names; nil where it is absent.
    func number(ofDepartment it: JSON, _ key: String) -> Int? {
        second(it, key)?.string.flatMap { departmentNumbers[Name($0)] }
    }

    func remembrance(_ it: JSON) -> Remembrance {
        Remembrance(label: it.text("label"), weight: it.double("weight"), held: it.list("held").map(heldBefore))
    }

    private func heldBefore(_ it: JSON) -> HeldBefore {
        func name(_ key: String) -> Name? { it[key]?.string.map { Name($0) } }
        return HeldBefore(
            township: name("township").flatMap { townshipNumbers[$0] } ?? 0,
            audience: name("audience").flatMap { audienceNumbers[$0] }, topic: name("topic"), format: name("format"),
            fund: name("fund").flatMap { fundNumbers[$0] },
            department: name("department").flatMap { departmentNumbers[$0] }, sessions: it.double("sessions"),
            attendance: it.double("attendance"))
    }
}

extension UserVocabularyBuilder {
    /// Makes the new treaties and adds provisions to those that there are.
    mutating func addTreaties(_ parts: [Part]) {
        var made: Set<TreatyID> = []
        for part in parts {
            let text = part.head.entry.values[0]
            guard let id = TreatyID(text) else {
                report(.badTreatyID(text), part.head.place)
                continue
            }
            if !treatyIDs.contains(id) {
                guard let treaty = treaty(id, part) else { continue }
                treatyIDs.insert(id)
                made.insert(id)
                treaties.append(treaty)
            } else if !made.contains(id) {
                for statement in part.statements where statement.entry.key != .article {
                    report(.fixedKey(statement.entry.key), statement.place)
                }
            }
            for statement in part.statements where statement.entry.key == .article { addArticle(statement, of: id) }
        }
    }

    private mutating func treaty(_ id: TreatyID, _ part: Part) -> Treaty? {
        func texts(_ key: UserKey) -> [String] { part.statements.filter { $0.entry.key == key }.flatMap(\.entry.values) }
        guard let name = texts(.name).last else {
            report(.unnamedTreaty(id), part.head.place)
            return nil
        }
        let short = texts(.short).last ?? name
        return Treaty(
            id: id, shortName: short, name: name, unit: choice(.unit, of: part.statements) ?? .article, names: [name, short].unique + texts(.cited))
    }

    /// `article: 14 Unauthorised access`: the number and the title.
    private mutating func addArticle(_ statement: Statement, of treaty: TreatyID) {
        let words = statement.entry.values[0].split(separator: " ", maxSplits: 1)
        let number = words.first.map(String.init) ?? ""
        guard let id = ProvisionID("\(treaty):\(number)"), words.count == 2 else {
            return report(.badArticle(statement.entry.values[0]), statement.place)
        }
        guard provisionIDs.insert(id).inserted else { return report(.repeatedProvision(id), statement.place) }
        provisions.append(Provision(id: id, title: String(words[1]), chapter: "", status: .checked))
    }
}

extension [String] {
    /// Without repetitions, in the order of the first ones.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

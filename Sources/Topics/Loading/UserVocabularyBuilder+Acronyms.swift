extension UserVocabularyBuilder {
    /// The acronyms, with those of the files in place of those with the same letters.
    mutating func acronyms(_ parts: [KnownPart]) -> [Acronym] {
        var acronyms = base.acronyms
        var known = Dictionary(acronyms.enumerated().map { ($0.element.text, $0.offset) }) { first, _ in first }
        var lastFile: [String: Int] = [:]
        for part in parts.flatMap({ acronymParts($0) }) {
            guard let acronym = acronym(part) else { continue }
            guard lastFile.updateValue(part.head.place.file, forKey: acronym.text) != part.head.place.file else {
                report(.repeatedAcronym(acronym.text), part.head.place)
                continue
            }
            if let place = known[acronym.text] {
                acronyms[place] = acronym
            } else if acronyms.count - base.acronyms.count >= Limit.acronyms {
                report(.tooMany(.acronym, limit: Limit.acronyms), part.head.place)
            } else {
                known[acronym.text] = acronyms.count
                acronyms.append(acronym)
            }
        }
        return acronyms
    }

    private func acronymParts(_ part: KnownPart) -> [AcronymPart] {
        var found: [AcronymPart] = []
        for statement in part.part.statements {
            if statement.entry.key == .acronym {
                found.append(AcronymPart(topic: topics[part.topic].id, head: statement))
            } else if statement.entry.key.scopes.contains(.acronym), !found.isEmpty {
                found[found.count - 1].statements.append(statement)
            }
        }
        return found
    }

    private mutating func acronym(_ part: AcronymPart) -> Acronym? {
        let text = part.head.entry.values[0]
        guard Self.isAcronym(text) else {
            report(.badAcronym(text), part.head.place)
            return nil
        }
        func texts(_ key: UserKey) -> [String] {
            part.statements.filter { $0.entry.key == key }.flatMap(\.entry.values)
        }
        guard let expansion = texts(.expansion).last else {
            report(.noExpansion(text), part.head.place)
            return nil
        }
        // Without a word on it, it counts like a common word: never alone.
        return Acronym(
            text: text, expansion: expansion, topic: part.topic, rivals: texts(.rival), positive: texts(.cue),
            negative: texts(.against), standard: choice(.standard, of: part.statements) ?? .weak)
    }

    private static func isAcronym(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count <= Limit.acronymBytes && !bytes.contains(0x20)
            && bytes.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }
}

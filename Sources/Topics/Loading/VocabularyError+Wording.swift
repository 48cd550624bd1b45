extension VocabularyError {
    public var why: String {
        switch problem {
        case .fileTooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than the \(limit) allowed"
        case .lineTooLong(let bytes, let limit): "the line has \(bytes) bytes, more than the \(limit) allowed"
        case .tooManyEntries(let limit): "there are more than \(limit) entries"
        case .notUTF8: "the line is not UTF-8 text"
        case .noColumns: "no line names the columns"
        case .missingColumn(let name): "the column «\(name)» is missing"
        case .unknownColumn(let name): "no column is called «\(name)»"
        case .repeatedColumn(let name): "the column «\(name)» is named twice"
        case .tooManyCells(let count, let columns): "\(count) cells stand in \(columns) columns"
        case .missingValue(let column): "the column «\(column)» is empty"
        case .unknownValue(let value, let column, _): "«\(value)» cannot stand in the column «\(column)»"
        case .badTopicID(let id): "«\(id)» is no topic id"
        case .badCode(let code): "«\(code)» is no code"
        case .badTreatyID(let id): "«\(id)» is no treaty id"
        case .badProvision(let text): "«\(text)» is no provision"
        case .badLabel(let text): "«\(text)» is no label"
        case .badDate(let text): "«\(text)» is no date"
        case .repeatedTopic(let id, let firstLine): "the topic «\(id)» is defined in line \(firstLine) already"
        case .repeatedCode(let code, let owner): "the code «\(code)» belongs to «\(owner)»"
        case .repeatedTreaty(let id): "the treaty «\(id)» is defined already"
        case .repeatedProvision(let id): "the provision «\(id)» is defined already"
        case .repeatedKicker(let name): "the category «\(name)» is defined already"
        case .repeatedAcronym(let text): "the acronym «\(text)» is defined already"
        case .sharedLabel(let text, let owner): "the label «\(text)» belongs to «\(owner)»"
        case .tooManyLabels(let limit): "the topic has more than \(limit) labels"
        case .unknownBroader(let id): "the broader topic «\(id)» does not exist"
        case .cycle(let topics): "the topic is broader than itself: " + topics.map(\.rawValue).joined(separator: " → ")
        case .unknownTreaty(let id): "the treaty «\(id)» does not exist"
        case .unknownProvision(let id): "the provision «\(id)» does not exist"
        case .unknownTopic(let id): "the topic «\(id)» does not exist"
        case .unknownParent(let name): "the category «\(name)» does not exist"
        case .unknownNeed(let text, let topic), .unknownLabel(let text, let topic): "«\(text)» is no label of «\(topic)»"
        case .fixedValue(let column): "the column «\(column)» of a built-in topic cannot be changed"
        }
    }

    public var remedy: String {
        switch problem {
        case .fileTooLarge, .tooManyEntries, .tooManyLabels: "split it or leave some out"
        case .lineTooLong: "shorten it"
        case .notUTF8: "save the file as UTF-8"
        case .noColumns: "start with a line of column names separated by tabs"
        case .missingColumn: "add it to the line of column names"
        case .unknownColumn: "correct the name or remove the column"
        case .repeatedColumn: "keep one of them"
        case .tooManyCells: "remove a tab"
        case .missingValue: "fill it in"
        case .unknownValue(_, _, let allowed): "write " + Self.choice(allowed)
        case .badTopicID: "use lower-case letters, digits and hyphens, at most 64"
        case .badCode: "use one to six capital letters, digits or hyphens"
        case .badTreatyID: "use capital letters, digits and hyphens"
        case .badProvision: "write TREATY:ARTICLE or TREATY:FIRST-LAST, such as UNCC:7 or UNCC:7-21"
        case .badLabel: "write words of at most 200 bytes, with at least one letter or digit"
        case .badDate: "write it as 2024-08-09"
        case .repeatedTopic: "choose another id"
        case .repeatedCode: "choose another code"
        case .repeatedTreaty, .repeatedProvision, .repeatedKicker, .repeatedAcronym: "remove one of them"
        case .sharedLabel: "remove it from one of the two topics"
        case .unknownBroader, .unknownTopic: "correct the id or add the topic"
        case .cycle: "give one of them another broader topic"
        case .unknownTreaty: "correct the id or add it to the treaties"
        case .unknownProvision: "correct it or add it to the provisions"
        case .unknownParent: "correct the name or add the category"
        case .unknownLabel: "correct it or leave it out"
        case .fixedValue: "leave it empty"
        case .unknownNeed: "correct it or add the label to the topic"
        }
    }

    private static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

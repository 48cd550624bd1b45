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
        case .sharedLabel(let text, let topic, let owner): "the label «\(text)» of «\(topic)» belongs to «\(owner)»"
        case .tooManyLabels(let limit): "the topic has more than \(limit) labels"
        case .unknownBroader(let id, _): "the broader topic «\(id)» does not exist"
        case .cycle(let topics): "the topic is broader than itself: " + topics.map(\.rawValue).joined(separator: " → ")
        case .unknownTreaty(let id): "the treaty «\(id)» does not exist"
        case .unknownProvision(let id): "the provision «\(id)» does not exist"
        case .unknownTopic(let id, _): "the topic «\(id)» does not exist"
        case .unknownParent(let name): "the category «\(name)» does not exist"
        case .unknownNeed(let text, let topic), .unknownLabel(let text, let topic): "«\(text)» is no label of «\(topic)»"
        case .noKey(let line): "«\(line)» begins with no key"
        case .unknownKey(let word): "no key is called «\(word)»"
        case .misplacedKey(let key): "«\(key.rawValue)» stands under no \(Self.holder(of: key))"
        case .emptyKey(let key): "nothing stands after «\(key.rawValue):»"
        case .manyValues(let key): "«\(key.rawValue)» takes one value"
        case .noLanguage(let key): "«\(key.rawValue)» takes no language"
        case .badLanguage(let text): "«\(text)» is no language"
        case .fixedKey(let key): "«\(key.rawValue)» cannot be changed of what is built in"
        case .unnamedTopic(let id, _): "the topic «\(id)» has no name"
        case .unnamedTreaty(let id): "the treaty «\(id)» has no name"
        case .badArticle(let text): "«\(text)» is no number and title"
        case .badChoice(let text, let key, _): "«\(text)» is no value of «\(key.rawValue)»"
        case .badAcronym(let text): "«\(text)» is no acronym"
        case .noExpansion(let text): "it is not said what «\(text)» stands for"
        case .relatedInTree(let id, let topic):
            id == topic ? "«\(id)» is related to itself" : "«\(id)» stands above or below «\(topic)»"
        case .tooMany(let key, let limit): "there are more than \(limit) \(key.rawValue)s"
        case .badValue(let text): "«\(text)» cannot be written on a line of its own"
        case .moreFaults(let count): "there are \(count) more faults"
        case .unreadable(let reason): "the file cannot be read: \(reason)"
        case .unwritable(let reason): "the file cannot be written: \(reason)"
        case .notWhole: "the file is too large to be changed"
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
        case .unknownValue(_, _, let allowed), .badChoice(_, _, let allowed): "write " + Self.choice(allowed)
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
        case .unknownBroader(_, let nearest), .unknownTopic(_, let nearest):
            nearest.map { "write «\($0)», or add the topic" } ?? "correct the id or add the topic"
        case .cycle: "give one of them another broader topic"
        case .unknownTreaty: "correct the id or add it to the treaties"
        case .unknownProvision: "correct it or add it to the provisions"
        case .unknownParent: "correct the name or add the category"
        case .unknownLabel: "correct it or leave it out"
        case .noKey(let line): "begin it with a key and a colon, such as «label: \(line)»"
        case .unknownKey(let word): "write " + Self.keys(near: word)
        case .misplacedKey(let key): "put it below a line «\(Self.holder(of: key)): …»"
        case .emptyKey: "fill it in or remove the line"
        case .manyValues: "keep one of them"
        case .noLanguage(let key): "write «\(key.rawValue): …»"
        case .badLanguage: "write two or three small letters, such as fr"
        case .fixedKey: "remove the line"
        case .unnamedTopic(_, let nearest):
            (nearest.map { "write «\($0)», or " } ?? "") + "add a line «name: …» below it"
        case .unnamedTreaty: "add a line «name: …» below it"
        case .badArticle: "write the number and then the title, such as «14 Unauthorised access»"
        case .badAcronym: "write one word with a capital letter or a digit, of at most 40 bytes"
        case .noExpansion: "add a line «expansion: …» below it"
        case .relatedInTree: "leave it out"
        case .tooMany: "leave some out"
        case .badValue: "leave out line ends, bars and double blanks"
        case .moreFaults: "correct these first"
        case .unwritable: "see to its folder's permissions and the disk's space"
        case .notWhole: "split it or leave some out"
        case .unreadable: "make it a file that can be read, or remove it"
        case .unknownNeed: "correct it or add the label to the topic"
        }
    }

    /// The key that was meant, or all of them.
    private static func keys(near word: String) -> String {
        let keys = UserKey.allCases.map(\.rawValue)
        return EditDistance.nearest(to: word.lowercased(), among: keys).map { "«\($0)»" } ?? choice(keys)
    }

    /// What a line with the key has to stand under.
    private static func holder(of key: UserKey) -> String {
        if key.scopes.contains(.acronym) { return UserKey.acronym.rawValue }
        return (key.scopes.contains(.topic) ? UserKey.topic : .treaty).rawValue
    }

    private static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

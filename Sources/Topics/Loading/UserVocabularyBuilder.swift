/// Lays files of the user's over a vocabulary: treaties first, then topics, then what is said of them, and what is switched
/// off last, so that the order of lines within a file does not matter.
struct UserVocabularyBuilder {
    typealias Place = VocabularyExtension.Place
    typealias Limit = UserVocabulary.Limit

    /// A line that says something, and where it stands.
    struct Statement {
        var entry: UserLine.Entry
        var place: Place
    }

    /// What is said of one topic or treaty in one part of a file.
    struct Part {
        var head: Statement
        var statements: [Statement] = []
    }

    /// An acronym with the lines below it.
    struct AcronymPart {
        var topic: TopicID
        var head: Statement
        var statements: [Statement] = []
    }

    let base: Vocabulary
    let files: [UserVocabulary]
    /// What is wrong, of each file no more than will be named, and how much more there is.
    private var faults: [[(line: Int, problem: VocabularyError.Problem)]]
    private var unnamed: [Int]
    var places: [VocabularyExtension.Entry: Place] = [:]

    var treaties: [Treaty]
    var provisions: [Provision]
    var treatyIDs: Set<TreatyID>
    var provisionIDs: Set<ProvisionID>

    var topics: [Topic]
    var topicPlaces: [TopicID: Int]
    /// For each label, in lower case with its language: the topic, and its place there.
    var owners: [String: (topic: Int, label: Int)] = [:]
    var labelCount = 0

    init(_ base: Vocabulary, _ files: [UserVocabulary]) {
        self.base = base
        self.files = files
        faults = [[(line: Int, problem: VocabularyError.Problem)]](repeating: [], count: files.count)
        unnamed = [Int](repeating: 0, count: files.count)
        treaties = base.treaties
        provisions = base.provisions
        treatyIDs = Set(base.treaties.map(\.id))
        provisionIDs = Set(base.provisions.map(\.id))
        topics = base.topics
        topicPlaces = Dictionary(base.topics.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    }

    /// The last of several values that a key allows, in any case of letters; others are faults. Nothing where there is none.
    mutating func choice<Value>(_ key: UserKey, of statements: [Statement]) -> Value?
    where Value: RawRepresentable<String> & CaseIterable {
        var choice: Value?
        for statement in statements where statement.entry.key == key {
            let text = statement.entry.values[0]
            if let value = Value(rawValue: text.lowercased()) {
                choice = value
            } else {
                report(.badChoice(text, key: key, allowed: Value.allCases.map(\.rawValue)), statement.place)
            }
        }
        return choice
    }

    mutating func build() -> VocabularyExtension {
        let parts = parts()
        guard !parts.isEmpty else {
            return VocabularyExtension(vocabulary: base, problems: problems(), places: [:])
        }
        addTreaties(parts.filter { $0.head.entry.key == .treaty })
        let known = addTopics(parts.filter { $0.head.entry.key == .topic })
        readSwitches(known)
        addLabels(known)
        checkSwitches(known)
        addRelations(known)
        let kickers = kickers(known)
        let acronyms = acronyms(known)
        let full = Vocabulary(
            topics: topics, treaties: treaties, provisions: provisions, kickers: kickers, acronyms: acronyms)
        return VocabularyExtension(vocabulary: silenced(full), problems: problems(), places: places)
    }

    mutating func report(_ problem: VocabularyError.Problem, _ place: Place) {
        if isFull(place.file) { unnamed[place.file] += 1 } else { faults[place.file].append((place.line, problem)) }
    }

    /// Whether so much is wrong with a file that no more will be named.
    func isFull(_ file: Int) -> Bool { faults[file].count > Limit.faults }

    /// Cuts the files into parts at their heads; a line that stands under the wrong head is reported.
    private mutating func parts() -> [Part] {
        var parts: [Part] = []
        for (number, file) in files.enumerated() {
            var part: Part?
            var hasAcronym = false
            for (offset, line) in file.lines.enumerated() {
                guard let entry = line.entry else { continue }
                let statement = Statement(entry: entry, place: Place(file: number, line: offset + 1))
                if entry.key.isHead {
                    if let part { parts.append(part) }
                    part = Part(head: statement)
                    hasAcronym = false
                } else if let scope = scope(of: entry.key, under: part?.head.entry.key, hasAcronym: hasAcronym) {
                    if scope == .topic { hasAcronym = entry.key == .acronym }
                    part?.statements.append(statement)
                } else {
                    report(.misplacedKey(entry.key), statement.place)
                }
            }
            if let part { parts.append(part) }
        }
        return parts
    }

    private func scope(of key: UserKey, under head: UserKey?, hasAcronym: Bool) -> UserKey.Scope? {
        let scopes = key.scopes
        if head == .topic, scopes.contains(.topic) { return .topic }
        if head == .topic, hasAcronym, scopes.contains(.acronym) { return .acronym }
        return head == .treaty && scopes.contains(.treaty) ? .treaty : nil
    }

    /// What is wrong with the lines and with what they say, at most ``UserVocabulary/Limit/faults`` of each file.
    private func problems() -> [VocabularyError] {
        files.enumerated().flatMap { number, file in
            let own = faults[number].map { VocabularyError(file: file.name, line: $0.line, problem: $0.problem) }
            // Equal lines keep their order: the sort is stable only over (line, position).
            let all = (file.faults + own).enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
                .map(\.element)
            guard all.count > Limit.faults else { return all }
            let more = all.count - Limit.faults + unnamed[number]
            return all[..<Limit.faults] + [VocabularyError(file: file.name, line: 0, problem: .moreFaults(more))]
        }
    }
}

extension UserVocabularyBuilder {
    /// The topic that is nearest to a mistyped id, or that has the text as a label. Not looked for once so much is wrong with
    /// a file that nobody will be told.
    func nearest(to text: String, in file: Int) -> TopicID? {
        guard !isFull(file) else { return nil }
        let lowered = text.lowercased()
        if let owner = owners[Self.key(lowered, "en")] { return topics[owner.topic].id }
        return EditDistance.nearest(to: lowered, among: topics.lazy.map(\.id.rawValue)).map { TopicID($0) }
    }

    /// A label as it is compared with others.
    static func key(_ text: String, _ language: String) -> String { text.lowercased() + "\t" + language }

    static func isTopicID(_ text: String) -> Bool {
        let bytes = text.utf8
        let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        return isPlain && (1...64).contains(bytes.count) && bytes.first != UInt8(ascii: "-") && bytes.last != UInt8(ascii: "-")
    }

    static func isCode(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        return isPlain && (1...6).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
    }
}

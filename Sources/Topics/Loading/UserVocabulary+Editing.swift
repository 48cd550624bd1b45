extension UserVocabulary {
    /// Adds a line to what is said of a topic, or begins with it; everything else stays as it is. False where the line is
    /// there already.
    ///
    /// Throws where the value is not one that a line can hold: with a `|` in it, say, or only blanks.
    @discardableResult
    public mutating func add(
        _ key: UserKey, language: String? = nil, _ value: String, to topic: TopicID
    ) throws(VocabularyError) -> Bool {
        let entry = try Self.entry(key, language, value, file: name)
        let parts = parts(of: topic)
        let isThere = parts.joined().contains { place in
            guard let old = lines[place].entry else { return false }
            return old.key == key && old.language ?? "en" == language ?? "en" && old.values.contains(value)
        }
        guard !isThere else { return false }
        if let part = parts.last {
            insert(entry, after: lastEntry(of: part), indent: indent(of: part))
        } else {
            begin(topic, with: entry)
        }
        return true
    }

    /// Takes a value out of all lines of a topic with one of the keys, compared without regard to upper and lower case and to
    /// marks; of the language, where one is given. What then says nothing goes too, remarks stay. Returns whether it was there.
    @discardableResult
    public mutating func remove(
        _ value: String, under keys: Set<UserKey>, language: String? = nil, of topic: TopicID
    ) -> Bool {
        let wanted = UserVocabularyBuilder.plain(value).lowercased()
        var gone: [Int] = []
        var isFound = false
        for place in parts(of: topic).joined() {
            guard var entry = lines[place].entry, keys.contains(entry.key) else { continue }
            guard language == nil || entry.language ?? "en" == language else { continue }
            let left = entry.values.filter { UserVocabularyBuilder.plain($0).lowercased() != wanted }
            guard left.count < entry.values.count else { continue }
            isFound = true
            entry.values = left
            if left.isEmpty { gone.append(place) } else { rewrite(place, entry) }
        }
        drop(gone)
        dropEmptyParts(of: topic)
        return isFound
    }

    /// Takes out everything that is said of a topic; remarks stay. Returns whether anything was.
    @discardableResult
    public mutating func remove(_ topic: TopicID) -> Bool {
        let parts = parts(of: topic)
        let places = parts.joined().filter { lines[$0].entry != nil }
        dropWithBlanks(parts.map(\.lowerBound), all: places)
        return !places.isEmpty
    }

    /// Whether anything is said of the topic.
    public func mentions(_ topic: TopicID) -> Bool { !parts(of: topic).isEmpty }

    private static func entry(
        _ key: UserKey, _ language: String?, _ value: String, file: String
    ) throws(VocabularyError) -> UserLine.Entry {
        let entry = UserLine.Entry(key: key, language: language == "en" ? nil : language, values: [value])
        guard !value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
            throw VocabularyError(file: file, line: 0, problem: .badValue(value))
        }
        switch UserLine.Content.read(entry.text.utf8) {
        case .success(.entry(let read)) where read == entry: return entry
        case .success: throw VocabularyError(file: file, line: 0, problem: .badValue(value))
        case .failure(let fault): throw VocabularyError(file: file, line: 0, problem: fault.problem)
        }
    }
}

// MARK: Lines

extension UserVocabulary {
    /// The lines of each part that is about the topic, its head first.
    private func parts(of topic: TopicID) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        for (place, line) in lines.enumerated() {
            guard let entry = line.entry, entry.key.isHead else { continue }
            if let start { parts.append(start..<place) }
            start = entry.key == .topic && entry.values == [topic.rawValue] ? place : nil
        }
        if let start { parts.append(start..<lines.count) }
        return parts
    }

    private func lastEntry(of part: Range<Int>) -> Int {
        part.last { lines[$0].entry != nil } ?? part.lowerBound
    }

    /// The blanks before the last line of a part, two where there is only its head.
    private func indent(of part: Range<Int>) -> [UInt8] {
        let last = lastEntry(of: part)
        guard last > part.lowerBound else { return Self.indent }
        return Array(lines[last].bytes.prefix { $0 == 0x20 || $0 == 0x09 })
    }

    private static let indent: [UInt8] = [0x20, 0x20]

    /// How the file ends its lines.
    private var ending: [UInt8] { lines.first { !$0.ending.isEmpty }?.ending ?? [0x0A] }

    private mutating func begin(_ topic: TopicID, with entry: UserLine.Entry) {
        // Also after an empty line, so that taking the topic out again leaves the file as it was.
        if !lines.isEmpty {
            insert(UserLine(bytes: [], ending: ending, content: .blank), at: lines.count)
        }
        let head = UserLine.Entry(key: .topic, language: nil, values: [topic.rawValue])
        insert(line(head, indent: []), at: lines.count)
        insert(entry, after: lines.count - 1, indent: Self.indent)
    }

    private mutating func insert(_ entry: UserLine.Entry, after place: Int, indent: [UInt8]) {
        insert(line(entry, indent: indent), at: place + 1)
    }

    private mutating func insert(_ line: UserLine, at place: Int) {
        if place > 0 { end(place - 1) }
        lines.insert(line, at: place)
    }

    /// Ends a line that was the last one of a file without a line feed at its end.
    private mutating func end(_ place: Int) {
        guard lines[place].ending.isEmpty else { return }
        // A carriage return there is, before a line feed, a part of the line's end.
        let hasReturn = lines[place].bytes.last == 0x0D
        if hasReturn { lines[place].bytes.removeLast() }
        lines[place].ending = hasReturn ? [0x0D, 0x0A] : ending
    }

    private func line(_ entry: UserLine.Entry, indent: [UInt8]) -> UserLine {
        UserLine(bytes: indent + Array(entry.text.utf8), ending: ending, content: .entry(entry))
    }

    private mutating func rewrite(_ place: Int, _ entry: UserLine.Entry) {
        let indent = Array(lines[place].bytes.prefix { $0 == 0x20 || $0 == 0x09 })
        lines[place].bytes = indent + Array(entry.text.utf8) + remark(of: lines[place])
        lines[place].content = .entry(entry)
    }

    /// The remark at the end of a line, with the blank before it.
    private func remark(of line: UserLine) -> [UInt8] {
        let bytes = line.bytes
        let blanks: Set<UInt8> = [0x20, 0x09]
        for place in bytes.indices.dropFirst() where bytes[place] == UInt8(ascii: "#") {
            let isLast = place + 1 == bytes.count
            if blanks.contains(bytes[place - 1]), isLast || blanks.contains(bytes[place + 1]) { return [0x20] + bytes[place...] }
        }
        return []
    }

    private mutating func drop(_ places: [Int]) {
        for place in places.sorted(by: >) { lines.remove(at: place) }
    }

    private mutating func dropEmptyParts(of topic: TopicID) {
        let empty = parts(of: topic).filter { part in part.count { lines[$0].entry != nil } == 1 }
        dropWithBlanks(empty.map(\.lowerBound), all: empty.map(\.lowerBound))
    }

    /// Drops lines, and the empty line that parted each of the heads from what stood before it, or behind it.
    private mutating func dropWithBlanks(_ heads: [Int], all places: [Int]) {
        var gone = Set(places)
        for head in heads {
            if head > 0, lines[head - 1].content == .blank {
                gone.insert(head - 1)
            } else if head == 0, let next = lines.indices.first(where: { !gone.contains($0) }), lines[next].content == .blank {
                gone.insert(next)
            }
        }
        drop(Array(gone))
    }
}

/// A line of a user's vocabulary file.
struct UserLine: Hashable, Sendable {
    /// What a line says.
    struct Entry: Hashable, Sendable {
        var key: UserKey
        /// After the key; nothing where none is written.
        var language: String?
        /// Without the blanks around them.
        var values: [String]

        /// As the program writes it.
        var text: String { key.rawValue + (language.map { " \($0)" } ?? "") + ": " + values.joined(separator: " | ") }
    }

    enum Content: Hashable, Sendable {
        /// An empty line.
        case blank
        /// A remark, or a line that cannot be read.
        case other
        case entry(Entry)
    }

    /// Without its end, byte for byte.
    var bytes: [UInt8]
    /// How it ends: nothing on the last line, a line feed, or a carriage return and a line feed.
    var ending: [UInt8]
    var content: Content

    var entry: Entry? {
        if case .entry(let entry) = content { entry } else { nil }
    }
}

extension UserLine.Content {
    /// What a line can hold at most.
    static let byteLimit = 16 << 10

    /// Reads a line; where it says nothing that can be understood, why.
    static func read(_ bytes: some Collection<UInt8>) -> Result<UserLine.Content, UserLineFault> {
        guard bytes.count <= byteLimit else {
            return .failure(UserLineFault(.lineTooLong(bytes: bytes.count, limit: byteLimit)))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(UserLineFault(.notUTF8)) }
        let words = words(of: text)
        guard let first = words.first else { return .success(.blank) }
        if first.utf8.first == UInt8(ascii: "#") { return .success(.other) }
        return entry(words.joined(separator: " ")).map { .entry($0) }
    }

    /// What blanks, tabs and stray carriage returns part, up to a number sign that stands alone.
    private static func words(of text: String) -> [Substring] {
        let words = text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map { Substring($0) }
        guard let remark = words.firstIndex(of: "#"), remark > 0 else { return words }
        return Array(words[..<remark])
    }

    private static func entry(_ line: String) -> Result<UserLine.Entry, UserLineFault> {
        guard let colon = line.firstIndex(of: ":") else { return .failure(UserLineFault(.noKey(line))) }
        let head = line[..<colon].split(separator: " ").map(String.init)
        guard let word = head.first, head.count <= 2 else { return .failure(UserLineFault(.noKey(line))) }
        guard let key = UserKey(written: word) else {
            return .failure(UserLineFault(.unknownKey(word)))
        }
        if let language = head.last, head.count == 2 {
            guard key.takesLanguage else { return .failure(UserLineFault(.noLanguage(key: key))) }
            guard isLanguage(language) else { return .failure(UserLineFault(.badLanguage(language))) }
        }
        let values = values(String(line[line.index(after: colon)...]), of: key)
        guard !values.isEmpty else { return .failure(UserLineFault(.emptyKey(key))) }
        guard values.count == 1 || key.takesList else { return .failure(UserLineFault(.manyValues(key: key))) }
        return .success(UserLine.Entry(key: key, language: head.count == 2 ? head[1] : nil, values: values))
    }

    private static func values(_ text: String, of key: UserKey) -> [String] {
        text.split { $0 == "|" || ($0 == "," && key.takesIDs) }.map { trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    /// A BCP 47 language subtag.
    static func isLanguage(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}

/// Why a line was not understood.
struct UserLineFault: Error, Hashable {
    var problem: VocabularyError.Problem

    init(_ problem: VocabularyError.Problem) { self.problem = problem }
}

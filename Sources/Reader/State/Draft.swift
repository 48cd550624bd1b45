import Library

/// A note that was being written when the reader ended: it is there again with the next start.
public struct Draft: Hashable, Sendable {
    public var target: MarkTarget
    public var text: String

    public init(target: MarkTarget, text: String) {
        self.target = target
        self.text = text
    }

    /// Nothing but for a note that was changed.
    init?(_ prompt: Prompt?) {
        guard let prompt, prompt.isChanged, case .note(let target) = prompt.purpose else { return nil }
        self.init(target: target, text: prompt.field.text)
    }

    /// The prompt as it was.
    var prompt: Prompt {
        var prompt = Prompt(.note(target), text: target.note ?? "")
        let line = Field(text, limit: prompt.purpose.limit)
        prompt.edit { $0 = line }
        return prompt
    }

    /// Fields parted by `;`, each escaped by the caller's rule.
    func encoded(_ escaped: (String) -> String) -> String {
        let range = target.range.map { "\($0.lowerBound)-\($0.upperBound)" } ?? ""
        return [
            "\(target.article.rawValue)", range, target.passage ?? "", escaped(target.words), escaped(target.note ?? ""), escaped(text),
        ].joined(separator: ";")
    }

    /// Nothing where it makes no sense.
    init?(_ encoded: String, _ unescaped: (String) -> String) {
        let fields = encoded.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, let article = Int64(fields[0]) else { return nil }
        let ends = fields[1].split(separator: "-").compactMap { Int($0) }
        let range = ends.count == 2 && 0 <= ends[0] && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
        guard range != nil || !fields[2].isEmpty else { return nil }
        let note = unescaped(fields[4])
        self.init(
            target: MarkTarget(
                article: ArticleID(article), range: range, passage: fields[2].isEmpty ? nil : fields[2], words: unescaped(fields[3]),
                note: note.isEmpty ? nil : note),
            text: unescaped(fields[5]))
    }
}

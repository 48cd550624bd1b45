/// How many passages of a user's own library have the words of labels: integer counts, added to and taken from as articles
/// come and go, in whatever order. They say how common words are, and nothing about what is right.
public struct LibraryStatistics: Hashable, Sendable {
    /// The passages counted.
    public private(set) var passages: Int
    /// By topic and matched words in lower case, the passages that have them.
    public private(set) var counts: [TopicID: [String: Int]]

    /// Of a library without passages: changes nothing.
    public static let none = LibraryStatistics()

    public init() {
        passages = 0
        counts = [:]
    }

    /// What was stored. Counts that are not positive are left out.
    public init(passages: Int, counts: [TopicID: [String: Int]]) {
        self.passages = max(0, passages)
        self.counts = counts.mapValues { $0.filter { $0.value > 0 } }.filter { !$0.value.isEmpty }
    }

    public var isEmpty: Bool { passages == 0 }

    // MARK: Keeping

    /// A first line with the number of passages, then a line for each topic and words: count, topic, words, with a tab
    /// between them. Sorted, so that equal statistics have equal texts.
    public var text: String {
        var lines = ["\(passages)"]
        for (topic, words) in counts.sorted(by: { $0.key < $1.key }) {
            lines += words.sorted { $0.key < $1.key }.map { "\($0.value)\t\(topic)\t\(Self.escaped($0.key))" }
        }
        return lines.joined(separator: "\n")
    }

    /// What ``text`` gave; nothing where it is of another form.
    public init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let passages = lines.first.flatMap({ Int($0) }) else { return nil }
        var counts: [TopicID: [String: Int]] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let count = Int(parts[0]) else { return nil }
            counts[TopicID(String(parts[1])), default: [:]][Self.unescaped(parts[2])] = count
        }
        self.init(passages: passages, counts: counts)
    }

    /// Matched words may go over the end of a line.
    private static func escaped(_ words: String) -> String {
        words.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    }

    private static func unescaped(_ words: Substring) -> String {
        var plain = ""
        var isEscaped = false
        for unit in words.unicodeScalars {
            switch (isEscaped, unit) {
            case (false, "\\"): isEscaped = true
            case (true, "n"):
                plain.unicodeScalars.append("\n")
                isEscaped = false
            case (_, let unit):
                plain.unicodeScalars.append(unit)
                isEscaped = false
            }
        }
        return plain
    }

    /// Counts an article of so many passages with its links, those that are only possible included.
    public mutating func add(passages: Int, links: [TopicLink]) { change(passages, links, by: 1) }

    /// Takes an article back, given as it was added.
    public mutating func remove(passages: Int, links: [TopicLink]) { change(passages, links, by: -1) }

    private mutating func change(_ passages: Int, _ links: [TopicLink], by step: Int) {
        self.passages = max(0, self.passages + step * passages)
        for link in links where link.origin == .engine {
            for words in Set(link.explanation.evidence.map { Bytes.lowered($0.text.utf8) }) {
                let count = counts[link.topic]?[words, default: 0] ?? 0
                counts[link.topic, default: [:]][words] = count + step > 0 ? count + step : nil
            }
            if counts[link.topic]?.isEmpty == true { counts[link.topic] = nil }
        }
    }
}

/// ``LibraryStatistics`` in the form in which they change scores.
struct LibrarySpecificity: Sendable {
    static let none = LibrarySpecificity(.none, vocabulary: .empty, weights: .standard)

    private let passages: Double
    private let counts: [LabelReliability.Key: Int]
    private let weights: Weights

    init(_ statistics: LibraryStatistics, vocabulary: Vocabulary, weights: Weights) {
        passages = Double(statistics.passages)
        self.weights = weights
        var counts: [LabelReliability.Key: Int] = [:]
        for (id, words) in statistics.counts {
            guard let topic = vocabulary.place(of: id) else { continue }
            for (words, count) in words { counts[LabelReliability.Key(topic: topic, words: words)] = count }
        }
        self.counts = counts
    }

    /// What the library says of the strongest words of a topic in a passage; nothing without a library.
    func factor(_ topic: Int, words: Slice<Bytes.Text>) -> Explanation.Factor? {
        guard passages > 0 else { return nil }
        let count = Double(counts[LabelReliability.Key(topic: topic, words: Bytes.lowered(words))] ?? 0)
        let share = min(1, (count + 0.5) / (passages + 1))
        let doublings = Logarithm.natural(weights.usualShare / share) / Logarithm.natural(2)
        let trust = passages / (passages + weights.libraryPassages)
        let most = weights.librarySpecificityMost
        let contribution = trust * min(max(weights.librarySpecificity * doublings, -most), most)
        return contribution == 0 ? nil : Explanation.Factor(.context(.librarySpecificity), contribution: contribution)
    }
}

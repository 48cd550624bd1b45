/// Two words that stand near each other, whatever their order, as stems.
struct WordPair: Hashable {
    /// How many words further on the other may stand; words that nothing is learned from are not counted.
    static let reach = 3

    /// The earlier in the alphabet.
    var first: String
    var second: String

    init(_ one: String, _ other: String) { (first, second) = one < other ? (one, other) : (other, one) }

    /// As a model and an explanation write it; no stem has a blank.
    var name: String { first + Self.joint + second }

    /// Reads ``name``; nothing for a single word.
    init?(name: String) {
        // By hand: `split` on a string would bring in `_StringProcessing`.
        let parts = name.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1] == "+" else { return nil }
        (first, second) = (String(parts[0]), String(parts[2]))
    }

    private static let joint = " + "
}

/// The words of a passage that something can be learned from, as stems or as their numbers.
struct PassageWords<Word: Hashable> {
    /// In the order of the text.
    var sequence: [Word] = []

    /// Those near each other and not the same, in the order of the text, some perhaps more than once.
    func forEachPair(_ body: (Word, Word) -> Void) {
        for place in sequence.indices {
            for next in sequence[place...].indices.dropFirst().prefix(WordPair.reach)
            where sequence[next] != sequence[place] { body(sequence[place], sequence[next]) }
        }
    }
}

extension PassageWords where Word == String {
    /// Each once, in alphabetical order.
    var words: [String] { Set(sequence).sorted() }

    /// Each once, in alphabetical order.
    var pairs: [WordPair] {
        var pairs: Set<WordPair> = []
        forEachPair { pairs.insert(WordPair($0, $1)) }
        return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}

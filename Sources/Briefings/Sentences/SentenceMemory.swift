/// Which sentences a briefing has told, so that it tells none twice, in these words or nearly.
public struct SentenceMemory: Sendable {
    /// From which share of its shingles on, among all that were told, a sentence counts as told; and from which share of the telling words
    /// of the shorter on, of two sentences.
    private static let (toldShingles, toldWords) = (0.5, 0.6)
    private var shingles: Set<UInt32> = []
    private var sizes: [Int] = []
    /// In which of the told sentences each word stands.
    private var places: [UInt32: [Int32]] = [:]

    public init() {}

    /// What is compared of a sentence.
    struct Sentence: Hashable {
        var shingles: Set<UInt32>
        /// Without those that tell nothing.
        var words: Set<UInt32>

        init(_ terms: [TermReader.Term]) {
            shingles = Shingles.of(terms.map(\.number))
            words = Set(terms.filter { !$0.isFunctionWord }.map(\.number))
        }
    }

    /// Linear in its words and the sentences that share them.
    func hasTold(_ sentence: Sentence) -> Bool {
        guard !sentence.words.isEmpty else { return true }
        if Double(sentence.shingles.count { shingles.contains($0) }) >= Self.toldShingles * Double(sentence.shingles.count) { return true }
        var shared: [Int32: Int] = [:]
        for word in sentence.words { for place in places[word] ?? [] { shared[place, default: 0] += 1 } }
        return shared.contains { Double($0.value) >= Self.toldWords * Double(min(sentence.words.count, sizes[Int($0.key)])) }
    }

    mutating func tell(_ sentence: Sentence) {
        shingles.formUnion(sentence.shingles)
        for word in sentence.words { places[word, default: []].append(Int32(sizes.count)) }
        sizes.append(sentence.words.count)
    }
}

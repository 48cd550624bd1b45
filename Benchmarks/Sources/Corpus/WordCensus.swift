/// Counts the written words of articles: what queries are picked by, and what the corpus is checked against.
public struct WordCensus: Sendable {
    /// A word and how it is spread.
    public struct Entry: Hashable, Sendable {
        /// In lower case.
        public var word: String
        /// How many of the counted articles have it.
        public var articles: Int
        /// How often it occurs in all of them.
        public var occurrences: Int
        fileprivate var last: Int

        /// Whether it is one of the few dozen that nearly every sentence has.
        public var isFunctionWord: Bool { Lexicon.functionWordSet.contains(word) }
    }

    public private(set) var articles = 0
    public private(set) var tokens = 0
    public private(set) var bytes = 0
    /// In the order in which they were met first.
    public private(set) var entries: [Entry] = []
    private var places: [UInt64: Int32] = [:]

    public init() {}

    /// The census of `count` articles of the corpus at most, spread evenly.
    public init(of corpus: Corpus, sample count: Int) {
        for number in Self.numbers(of: corpus, sample: count) { add(corpus.article(number)) }
    }

    /// The numbers of the articles of a sample.
    public static func numbers(of corpus: Corpus, sample count: Int) -> [Int] {
        let count = min(count, corpus.count)
        return (0..<count).map { $0 * corpus.count / count }
    }

    public mutating func add(_ article: CorpusArticle) {
        articles += 1
        bytes += article.textSize
        for text in [article.title, article.deck, article.body] {
            text.forEachWord { word, hash in count(word, hash) }
        }
    }

    /// The place in `entries` of the word with this hash.
    func place(of hash: UInt64) -> Int? { places[hash].map(Int.init) }

    private mutating func count(_ word: ArraySlice<UInt8>, _ hash: UInt64) {
        tokens += 1
        guard let place = places[hash].map(Int.init) else {
            places[hash] = Int32(entries.count)
            let text = String(decoding: word.map { $0 | 32 }, as: UTF8.self)
            entries.append(Entry(word: text, articles: 1, occurrences: 1, last: articles))
            return
        }
        entries[place].occurrences += 1
        if entries[place].last != articles {
            entries[place].last = articles
            entries[place].articles += 1
        }
    }
}

extension [UInt8] {
    /// The runs of ASCII letters, each with a hash of its lower case.
    func forEachWord(_ body: (ArraySlice<UInt8>, UInt64) -> Void) {
        var start = 0
        var hash: UInt64 = 0
        for index in 0...count {
            let letter = index < count ? self[index] | 32 : 0
            if letter >= 97 && letter <= 122 {
                if hash == 0 { (start, hash) = (index, 0xCBF2_9CE4_8422_2325) }
                hash = CorpusRandom.mix(hash ^ UInt64(letter), 0x9E37_79B9_7F4A_7C15) | 1
            } else if hash != 0 {
                body(self[start..<index], hash)
                hash = 0
            }
        }
    }
}

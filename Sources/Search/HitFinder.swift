import Text

/// Finds where a query's words stand in a text. Agrees with the index: what it matches is marked, and nothing else.
///
/// Used by one thread at a time; making one is cheap beside reading an article.
public final class HitFinder {
    /// A stretch of the text, and which of the query's texts it answers.
    struct Hit {
        var range: Range<Int>
        var text: Int
    }

    private let texts: [[WordSequence]]
    private let analyser = WordAnalyser()

    /// `languages` are those of the library, as in the index: a word of the query is stemmed in each of them.
    public init(_ query: Query, field: TextField = .body, languages: [Language]) {
        let analyser = analyser
        texts = query.texts(in: field).map { $0.sequences(in: languages, analyser: analyser) }
    }

    /// Whether there is anything to find.
    public var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

    /// The hits of `query` in `text`, an article of `language`, as ``hits(in:language:)``.
    public static func hits(of query: Query, in text: String, language: Language = .english) -> [Range<Int>] {
        HitFinder(query, languages: [language]).hits(in: text, language: language)
    }

    /// Every hit as a UTF-8 range of `text`: whole words, or from the first to the last word of a phrase. Ordered; those
    /// that overlap are one. Linear in the length of `text`, and in the words of the query.
    public func hits(in text: String, language: Language) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for hit in allHits(in: text, language: language) {
            if let last = merged.last, hit.range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, hit.range.upperBound)
            } else {
                merged.append(hit.range)
            }
        }
        return merged
    }

    /// Every hit, ordered by start.
    func allHits(in text: String, language: Language) -> [Hit] {
        guard !isEmpty else { return [] }
        let words = words(of: text, language: language)
        var hits: [Hit] = []
        for start in words.ranges.indices {
            for (index, sequences) in texts.enumerated() {
                let length = sequences.compactMap { words.length(of: $0, at: start) }.max()
                guard let length else { continue }
                let end = words.ranges[start + length - 1].upperBound
                hits.append(Hit(range: words.ranges[start].lowerBound..<end, text: index))
            }
        }
        return hits
    }

    private func words(of text: String, language: Language) -> MatchedWords {
        var words = MatchedWords(patterns: Set(texts.flatMap { $0.flatMap(\.patterns) }))
        var text = text
        text.withUTF8 { bytes in
            analyser.forEachWord(in: bytes, language: language) { word in
                words.append(word)
                return true
            }
        }
        return words
    }
}

/// The words of a text, each with the patterns that match it.
private struct MatchedWords {
    private let patterns: [WordPattern]
    private let places: [WordPattern: Int]
    private(set) var ranges: [Range<Int>] = []
    /// For each word, the patterns that match it; most match none.
    private var matches: [[Int]] = []
    private var known: [String: [Int]] = [:]

    init(patterns: Set<WordPattern>) {
        self.patterns = Array(patterns)
        places = Dictionary(uniqueKeysWithValues: self.patterns.enumerated().map { ($1, $0) })
    }

    mutating func append(_ word: WordAnalyser.Word) {
        ranges.append(word.range)
        let form = String(decoding: word.form, as: UTF8.self)
        let stem = word.stem.map { String(decoding: $0, as: UTF8.self) }
        let key = stem.map { form + "\u{1}" + $0 } ?? form
        if let found = known[key] {
            matches.append(found)
        } else {
            let found = patterns.indices.filter { patterns[$0].matches(form: form, stem: stem) }
            known[key] = found
            matches.append(found)
        }
    }

    /// The number of words of `sequence` where it stands at word `start`; nothing where it does not.
    func length(of sequence: WordSequence, at start: Int) -> Int? {
        guard start + sequence.patterns.count <= ranges.count else { return nil }
        for (offset, pattern) in sequence.patterns.enumerated() {
            guard let place = places[pattern], matches[start + offset].contains(place) else { return nil }
        }
        return sequence.patterns.count
    }
}

import Text

/// Finds where a query's words stand in a text. Agrees with the index: what it matches is marked, and nothing else.
///
/// Used by one thread at a time; making one is cheap beside reading an article.
public final class HitFinder {
    /// A stretch of the text, and which of the query's texts it answers.
    struct Hit {
        var range: Range<Int>
        var text: Int
        /// The first and the last of its words, counted from the beginning of the text.
        var words: ClosedRange<Int>
    }

    /// For each of the query's texts, the sequences that answer it, as places among `patterns`.
    private let texts: [[[Int]]]
    /// For each of the query's texts, on which side of a NEAR it stands.
    private let sides: [WantedText.Side?]
    private let patterns: [WordPattern]
    private let analyser: WordAnalyser
    private var known: [Language: KnownWords] = [:]

    /// `languages` are those of the library, as in the index: a word of the query is stemmed in each of them. An
    /// `analyser` that has met many words already finds them faster.
    public init(
        _ query: Query, field: TextField = .body, languages: [Language], analyser: WordAnalyser = WordAnalyser()
    ) {
        let wanted = query.wantedTexts(in: field)
        sides = wanted.map(\.side)
        let texts = wanted.map { $0.text.sequences(in: languages, analyser: analyser) }
        var places: [WordPattern: Int] = [:]
        for pattern in texts.joined().flatMap(\.patterns) where places[pattern] == nil { places[pattern] = places.count }
        self.texts = texts.map { $0.map { $0.patterns.compactMap { places[$0] } } }
        patterns = places.sorted { $0.value < $1.value }.map(\.key)
        self.analyser = analyser
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
        Self.merged(allHits(in: text, language: language).map(\.range))
    }

    /// Ranges ordered by start, those that overlap joined.
    static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// Every hit, ordered by start.
    func allHits(in text: String, language: Language) -> [Hit] {
        guard !isEmpty else { return [] }
        let words = matchedWords(of: text, language: language)
        var hits: [Hit] = []
        for start in words.indices {
            for (index, sequences) in texts.enumerated() {
                let length = sequences.compactMap { Self.length(of: $0, in: words, at: start) }.max()
                guard let length else { continue }
                let end = words[start + length - 1].range.upperBound
                hits.append(
                    Hit(
                        range: words[start].range.lowerBound..<end, text: index,
                        words: words[start].place...words[start + length - 1].place))
            }
        }
        return sides.contains { $0 != nil } ? nearHits(hits) : hits
    }

    /// Without the texts of NEAR that have none of the other side near them.
    private func nearHits(_ hits: [Hit]) -> [Hit] {
        hits.filter { hit in
            guard let side = sides[hit.text] else { return true }
            return hits.contains { other in
                guard let opposite = sides[other.text], opposite.near == side.near, opposite.isLeft != side.isLeft else { return false }
                let between = hit.words.upperBound < other.words.lowerBound
                    ? other.words.lowerBound - hit.words.upperBound - 1
                    : hit.words.lowerBound - other.words.upperBound - 1
                return between >= 0 && between <= side.distance
            }
        }
    }

    /// A word of the text that a pattern matches.
    private struct MatchedWord {
        /// Its place among all words of the text.
        var place: Int
        var range: Range<Int>
        var patterns: [Int]
    }

    /// The number of words of `sequence` where it begins at matched word `start`; nothing where it does not.
    private static func length(of sequence: [Int], in words: [MatchedWord], at start: Int) -> Int? {
        guard start + sequence.count <= words.count else { return nil }
        for (offset, pattern) in sequence.enumerated() {
            let word = words[start + offset]
            guard word.place == words[start].place + offset, word.patterns.contains(pattern) else { return nil }
        }
        return sequence.count
    }

    private func matchedWords(of text: String, language: Language) -> [MatchedWord] {
        // Taken out, so that it is changed in place.
        var known = known.removeValue(forKey: language) ?? KnownWords()
        var words: [MatchedWord] = []
        var place = 0
        var text = text
        text.withUTF8 { bytes in
            analyser.forEachWord(in: bytes, language: language) { word in
                let patterns = known.patterns(matching: word, of: patterns)
                if !patterns.isEmpty { words.append(MatchedWord(place: place, range: word.range, patterns: patterns)) }
                place += 1
                return true
            }
        }
        self.known[language] = known
        return words
    }
}

/// Which patterns match a word, asked once for each word of a language.
private struct KnownWords {
    private var matches: [UInt64: [Int]] = [:]
    private var generation = 0

    /// The places among `patterns` of those that match `word`.
    mutating func patterns(matching word: WordAnalyser.Word, of patterns: [WordPattern]) -> [Int] {
        if word.generation != generation {
            generation = word.generation
            matches.removeAll(keepingCapacity: true)
        }
        if let found = matches[word.number] { return found }
        let form = String(decoding: word.form, as: UTF8.self)
        let stem = word.stem.map { String(decoding: $0, as: UTF8.self) }
        let found = patterns.indices.filter { patterns[$0].matches(form: form, stem: stem) }
        matches[word.number] = found
        return found
    }
}

import Text

/// The words of texts in several languages, as an index keeps them: each as it is written, folded, and as its stem.
///
/// Used by one thread at a time. Folding and stemming of a word are done once.
public final class WordAnalyser {
    /// Grows whenever the same text would give other words: an index made by another version is made anew.
    public static let version = 2

    /// A word of a text.
    public struct Word {
        /// In UTF-8 offsets of the text.
        public var range: Range<Int>
        /// Folded. Valid until the next call.
        public var form: UnsafeBufferPointer<UInt8>
        /// Nothing where the stem is the form. Valid until the next call.
        public var stem: UnsafeBufferPointer<UInt8>?
        /// The same for the same form and stem, in one language and one generation of its words.
        var number: UInt64
        /// Grows when the numbers of words are given anew.
        var generation: Int
    }

    private var lexicons: [Language: LexiconTerms] = [:]
    private var tokens: [Token] = []

    public init() {}

    /// The language in which an article with the BCP 47 tag `tag` is read; English where nothing is known of it.
    public static func language(tag: String?) -> Language {
        guard let tag, !tag.isEmpty else { return .english }
        return Language(tag: tag)
    }

    /// Calls `body` with each word of `text`, in order, until it returns false. Linear.
    public func forEachWord(
        in text: UnsafeBufferPointer<UInt8>, language: Language, _ body: (Word) -> Bool
    ) {
        let terms = terms(of: language)
        tokens.removeAll(keepingCapacity: true)
        terms.lexicon.tokens(in: text, into: &tokens)
        terms.learn(tokens)
        let generation = terms.lexicon.generation
        terms.withBytes { bytes in
            for token in tokens {
                let form = bytes(token.form)
                let stem = token.stem == token.form ? nil : bytes(token.stem)
                let number = UInt64(token.form) << 32 | UInt64(token.stem)
                guard body(Word(range: token.range, form: form, stem: stem, number: number, generation: generation)) else { return }
            }
        }
    }

    /// The words of `text` as texts: for queries, not for articles.
    func words(in text: String, language: Language) -> [(form: String, stem: String)] {
        let lexicon = terms(of: language).lexicon
        return lexicon.tokens(in: text).map { (lexicon.form($0.form), lexicon.stem($0.stem)) }
    }

    private func terms(of language: Language) -> LexiconTerms {
        if let terms = lexicons[language] { return terms }
        let terms = LexiconTerms(Lexicon(language: language))
        lexicons[language] = terms
        return terms
    }
}

/// The terms of a lexicon as bytes end to end, so that indexing makes no text of each word.
private final class LexiconTerms {
    let lexicon: Lexicon
    private var generation: Int
    private var arena: [UInt8] = []
    /// Where term `n` ends; it begins where `n - 1` ends. Only of terms up to the highest number met.
    private var ends: [Int] = []

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        generation = lexicon.generation
    }

    /// Has the bytes of every term of `tokens` at hand.
    func learn(_ tokens: [Token]) {
        if generation != lexicon.generation {
            generation = lexicon.generation
            arena.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
        }
        while ends.count < lexicon.termCount {
            arena.append(contentsOf: lexicon.form(UInt32(ends.count)).utf8)
            ends.append(arena.count)
        }
    }

    func withBytes(_ body: ((UInt32) -> UnsafeBufferPointer<UInt8>) -> Void) {
        arena.withUnsafeBufferPointer { arena in
            body { number in
                let start = number == 0 ? 0 : ends[Int(number) - 1]
                return UnsafeBufferPointer(rebasing: arena[start..<ends[Int(number)]])
            }
        }
    }
}

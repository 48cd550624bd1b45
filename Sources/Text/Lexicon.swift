/// The words of one language as numbers: the analyser that tagging, indexing and search share.
///
/// ``tokens(in:)`` finds the words of a text (``WordScanner`` says what a word is) and gives each the number of its
/// folded form (``Folding`` says what is folded) and of its stem. Every distinct writing is folded and stemmed once.
/// A lexicon is used by one thread; each worker has its own. Numbers mean nothing outside their lexicon, and follow from
/// the texts seen and their order alone.
///
/// Memory is bounded: once more than `capacity` terms are known, the next call of ``tokens(in:)`` first forgets those
/// learnt last, down to half of `capacity`, but none known at the last ``intern(_:)``. ``generation`` then grows, and
/// numbers given out since are void.
public final class Lexicon {
    /// The language whose stemmer is used.
    public let language: Language
    private var analyser: Analyser

    /// A lexicon that remembers about `capacity` terms beside those interned.
    public convenience init(language: Language, capacity: Int = 1 << 19) {
        self.init(language: language, capacity: capacity, isASCIIFast: true)
    }

    /// Without `isASCIIFast`, ASCII takes the way of all other text; the results must not differ.
    init(language: Language, capacity: Int, isASCIIFast: Bool) {
        self.language = language
        analyser = Analyser(language: language, capacity: capacity, isASCIIFast: isASCIIFast)
    }

    /// How often terms were forgotten. While it stays the same, all numbers given out stay valid.
    public var generation: Int { analyser.generation }

    /// The number of distinct forms and stems known.
    public var termCount: Int { analyser.terms.count }

    /// The words of `text` in order. Linear.
    public func tokens(in text: String) -> [Token] {
        var tokens: [Token] = []
        var text = text
        text.withUTF8 { self.tokens(in: $0, into: &tokens) }
        return tokens
    }

    /// Appends the words of `text`, valid UTF-8 of less than 4 GiB, to `tokens`.
    public func tokens(in text: UnsafeBufferPointer<UInt8>, into tokens: inout [Token]) {
        analyser.forgetIfFull()
        analyser.append(text, to: &tokens)
    }

    /// The words of a label that is to be matched again and again. They, and all terms known by now, are never forgotten.
    public func intern(_ label: String) -> [Token] {
        let tokens = tokens(in: label)
        analyser.pin()
        return tokens
    }

    /// The folded form with a number that this lexicon gave out in this ``generation``.
    public func form(_ number: UInt32) -> String {
        analyser.terms.withBytes(number) { String(decoding: $0, as: UTF8.self) }
    }

    /// The stem with a number that this lexicon gave out in this ``generation``.
    public func stem(_ number: UInt32) -> String {
        form(number)
    }

    /// Calls `body` with the bytes of the form or stem with a number that this lexicon gave out in this ``generation``.
    public func withBytes<Result>(of number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        analyser.terms.withBytes(number, body)
    }

    /// The number of a folded form or stem, `nil` where no text had it.
    public func number(of term: String) -> UInt32? {
        var term = term
        return term.withUTF8 { analyser.terms.number(of: $0) }
    }
}

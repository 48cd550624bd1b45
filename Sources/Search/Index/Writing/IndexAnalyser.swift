import Text

/// The words of articles as numbers: what ``WordAnalyser`` gives, without the bytes of each word, which a builder needs
/// only when it meets a word for the first time.
///
/// Used by one thread at a time. Keeps what it has learnt of each language.
public final class IndexAnalyser {
    /// The words of one language: numbers hold within one `generation`.
    private var lexicons: [Language: Lexicon] = [:]
    private var tokens: [Token] = []

    private let capacity: Int

    /// `capacity` is the number of terms of a language after which all are forgotten and learnt anew.
    public init(capacity: Int = 1 << 19) { self.capacity = capacity }

    func lexicon(of language: Language) -> Lexicon {
        if let lexicon = lexicons[language] { return lexicon }
        let lexicon = Lexicon(language: language, capacity: capacity)
        lexicons[language] = lexicon
        return lexicon
    }

    /// Calls `body` with the words of `text`.
    func withTokens(
        of text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon, _ body: (UnsafeBufferPointer<Token>) -> Void
    ) {
        tokens.removeAll(keepingCapacity: true)
        lexicon.tokens(in: text, into: &tokens)
        tokens.withUnsafeBufferPointer(body)
    }
}

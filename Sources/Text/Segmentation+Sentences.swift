extension Segmentation {
    /// The sentences of `text` as a reader sees them, in order, without the white space between them; offsets in UTF-8
    /// bytes.
    ///
    /// The rules of UAX 29, with knowledge of how the language abbreviates: no sentence ends behind `U.N.` inside one,
    /// `Art. 7`, `Dr.`, an initial or `e.g.` A question inside a sentence does not end it, a footnote mark belongs to the
    /// sentence before it, and a lone line break inside wrapped text is a blank. A paragraph break always ends a sentence.
    /// Linear.
    public static func sentenceRanges(in text: String, language: Language = .english) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var joiner = SentenceJoiner(bytes, Abbreviations.of(language))
            forEachSentence(in: bytes) { joiner.add($0) }
            return joiner.finish()
        }
    }

    /// What ICU is asked about at least, once it is asked: turning to it costs as much as some lines.
    private static let longestStretch = 512

    /// Calls `body` with each boundary of sentences after the first, as ``ICU/forEachBoundary(_:in:_:)`` would.
    static func forEachSentence(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
        let scanner = SentenceScanner(bytes)
        var start = 0
        while start < bytes.count {
            switch scanner.next(after: start) {
            case .boundary(let end):
                body(end)
                start = end
            case .obstacle(let place):
                let rest = UnsafeBufferPointer(rebasing: bytes[start...])
                let base = start
                ICU.forEachBoundary(.sentence, in: rest) { boundary in
                    start = base + boundary.offset
                    body(start)
                    return start < place + longestStretch
                }
            }
        }
    }
}

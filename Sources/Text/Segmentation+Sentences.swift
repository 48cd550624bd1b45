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
            ICU.forEachBoundary(.sentence, in: bytes) { boundary in
                joiner.add(boundary.offset)
                return true
            }
            return joiner.finish()
        }
    }
}

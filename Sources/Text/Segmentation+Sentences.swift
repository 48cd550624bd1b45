extension Segmentation {
    /// The sentences of `text` as a reader sees them, in order, without the white space between them.
    public static func sentenceRanges(in text: String, language: Language = .english) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var ranges: [Range<Int>] = []
            var start = 0
            ICU.forEachBoundary(.sentence, in: bytes) { boundary in
                ranges.append(start..<boundary.offset)
                start = boundary.offset
                return true
            }
            return ranges
        }
    }
}

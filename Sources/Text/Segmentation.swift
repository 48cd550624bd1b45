/// Where a text can be divided, by the rules of Unicode 15 (UAX 29 and UAX 14) as ICU carries them.
///
/// All offsets are UTF-8 bytes. Every list begins with 0 and ends with the length of the text; the list for an empty
/// text is `[0]`. Time is linear in the text.
public enum Segmentation {
    /// The boundaries of grapheme clusters, that is, of what a reader sees as one character.
    public static func graphemes(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { SimpleScalar.boundaries(in: $0) } ?? boundaries(.grapheme, in: text)
    }

    /// The boundaries of words and of what stands between them (UAX 29; Thai, Lao, Khmer, Burmese, Chinese and
    /// Japanese by dictionary).
    public static func words(in text: String) -> [Int] {
        boundaries(.word, in: text)
    }

    /// The boundaries of sentences by the plain rules of UAX 29, which know no abbreviations.
    /// For sentences as a reader sees them use ``sentenceRanges(in:language:)``.
    public static func sentences(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var offsets = [0]
            forEachSentence(in: bytes) { offsets.append($0) }
            return offsets
        }
    }

    /// Where a line may or must be broken (UAX 14).
    public static func lineBreaks(in text: String) -> [Int] {
        boundaries(.line, in: text)
    }

    static func boundaries(_ kind: ICU.BoundaryKind, in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var offsets = [0]
            ICU.forEachBoundary(kind, in: bytes) { boundary in
                offsets.append(boundary.offset)
                return true
            }
            return offsets
        }
    }
}

import Text

/// Chooses the pieces of a text that show why it was found: the sentences that answer most of the query, whole where they
/// fit.
public enum Snippets {
    /// At most `count` pieces of about `length` bytes of UTF-8 each, in the order of the text. None where no word of the
    /// query stands in it. Linear in the length of `text`.
    public static func of(
        _ text: String, finder: HitFinder, language: Language, count: Int = 2, length: Int = 240
    ) -> [Snippet] {
        let hits = finder.allHits(in: text, language: language)
        guard !hits.isEmpty, count > 0 else { return [] }
        let bytes = Array(text.utf8)
        let candidates = sentences(around: hits, in: bytes, language: language)
        let best = candidates.sorted { ($0.value, -$0.range.lowerBound) > ($1.value, -$1.range.lowerBound) }.prefix(count)
        return best.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .map { snippet(of: $0, in: bytes, length: max(length, 32)) }
    }

    private struct Candidate {
        var range: Range<Int>
        var hits: [Range<Int>] = []
        var texts: Set<Int> = []

        /// A sentence that answers two parts of a query is worth more than one that answers one of them often.
        var value: Int { texts.count * 1_000 + min(hits.count, 999) }
    }

    /// The sentences that hold hits. Only paragraphs with hits are parted.
    private static func sentences(
        around hits: [HitFinder.Hit], in bytes: [UInt8], language: Language
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        var waiting: [Range<Int>] = []
        for hit in hits {
            if candidates.last.map({ hit.range.lowerBound >= $0.range.upperBound }) ?? true {
                if waiting.last.map({ hit.range.lowerBound >= $0.upperBound }) ?? true {
                    waiting = parted(paragraph(around: hit.range.lowerBound, in: bytes), in: bytes, language: language)
                }
                let sentence = waiting.last { $0.lowerBound <= hit.range.lowerBound } ?? hit.range
                candidates.append(Candidate(range: sentence))
            }
            // A phrase may run on into the next sentence.
            candidates[candidates.count - 1].hits.append(hit.range)
            candidates[candidates.count - 1].texts.insert(hit.text)
        }
        return candidates
    }

    /// From the line end before `offset` to the one after it.
    private static func paragraph(around offset: Int, in bytes: [UInt8]) -> Range<Int> {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return start..<end
    }

    private static func parted(_ paragraph: Range<Int>, in bytes: [UInt8], language: Language) -> [Range<Int>] {
        let text = String(decoding: bytes[paragraph], as: UTF8.self)
        return Segmentation.sentenceRanges(in: text, language: language)
            .map { ($0.lowerBound + paragraph.lowerBound)..<($0.upperBound + paragraph.lowerBound) }
    }

    private static func snippet(of candidate: Candidate, in bytes: [UInt8], length: Int) -> Snippet {
        var range = candidate.range
        if let last = candidate.hits.map(\.upperBound).max(), last > range.upperBound {
            range = range.lowerBound..<last
        }
        range = trimmed(range, in: bytes)
        if range.count > length { range = window(around: candidate.hits[0], in: range, bytes, length: length) }
        let hits = HitFinder.merged(candidate.hits.map { $0.clamped(to: range) }.filter { !$0.isEmpty })
            .map { ($0.lowerBound - range.lowerBound)..<($0.upperBound - range.lowerBound) }
        return Snippet(text: String(decoding: bytes[range], as: UTF8.self), start: range.lowerBound, hits: hits)
    }

    /// About `length` bytes that begin and end between words, with `hit` towards their beginning.
    private static func window(
        around hit: Range<Int>, in sentence: Range<Int>, _ bytes: [UInt8], length: Int
    ) -> Range<Int> {
        let from = max(sentence.lowerBound, min(hit.lowerBound - length / 4, sentence.upperBound - length))
        let start = min(cut(before: from, notBefore: sentence.lowerBound, bytes, reach: length / 4), hit.lowerBound)
        let end = max(
            cut(before: min(sentence.upperBound, start + length), notBefore: start, bytes, reach: length / 4),
            hit.upperBound)
        return trimmed(start..<end, in: bytes)
    }

    /// The last place between two words at or before `offset`; where there is none within `reach`, as in writing without
    /// blanks, the last place between two characters.
    private static func cut(before offset: Int, notBefore start: Int, _ bytes: [UInt8], reach: Int) -> Int {
        var place = offset
        while place > start, offset - place <= reach {
            if place == bytes.count || bytes[place] == 0x20 || bytes[place - 1] == 0x20 { return place }
            place -= 1
        }
        if place == start { return start }
        place = offset
        while place > start, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var range = range
        while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
        while let first = range.first, bytes[first] <= 0x20 { range = (first + 1)..<range.upperBound }
        return range
    }
}

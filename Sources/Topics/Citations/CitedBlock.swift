import Articles
import Text

/// A block with its citations and the instruments that it names.
struct CitedBlock {
    let text: String
    /// The block's place in the article's canonical text.
    let offset: Int
    /// In order, as are the mentions; none overlap.
    let marks: [CitationMark]
    let mentions: [InstrumentMention]
    /// What the heading above names last.
    let heading: Instrument?
    let isTable: Bool
    private let sentences: Sentences
    /// The places of the citations that have the title of a code, sections and parts.
    private let titledSections: [Int]
    private let titledParts: [Int]

    init(
        block: Block, offset: Int, marks: [CitationMark], mentions: [InstrumentMention], heading: Instrument?, language: Language
    ) {
        text = block.text
        self.offset = offset
        self.marks = marks
        self.mentions = mentions
        self.heading = heading
        isTable = block.kind == .table
        sentences = Sentences(text: text, language: language)
        titledSections = marks.indices.filter { marks[$0].title != nil && marks[$0].kind == .section }
        titledParts = marks.indices.filter { marks[$0].title != nil && marks[$0].kind == .part }
    }

    /// Many citations say themselves what they are of, and most blocks need no sentences.
    private final class Sentences {
        private let text: String
        private let language: Language
        private(set) lazy var ranges = Segmentation.sentenceRanges(in: text, language: language)

        init(text: String, language: Language) {
            self.text = text
            self.language = language
        }
    }

    /// What is looked at on each side of a citation at most, so that a text without a full stop costs no more.
    private static let reach = 4_096

    /// The sentence around a citation; of a very long one, what is near.
    func sentence(of mark: CitationMark) -> Range<Int> {
        let ranges = sentences.ranges
        let start = ranges.partitioned { $0.lowerBound > mark.range.lowerBound }
        let first = start > 0 ? ranges[start - 1] : 0..<text.utf8.count
        let end = ranges.partitioned { $0.lowerBound >= mark.range.upperBound }
        let last = end > 0 ? ranges[end - 1] : first
        let stop = max(first.upperBound, last.upperBound, mark.range.upperBound)
        return max(first.lowerBound, mark.range.lowerBound - Self.reach)..<min(stop, mark.range.upperBound + Self.reach)
    }

    /// The widest that a sentence around a citation is taken to be.
    func surroundings(of mark: CitationMark, _ bytes: Bytes.Text) -> Range<Int> {
        max(0, mark.range.lowerBound - Self.reach)..<min(bytes.count, mark.range.upperBound + Self.reach)
    }

    /// Whether a citation and what stands at `offset` are surely in one sentence, since nothing between them can end one.
    func isOneSentence(_ mark: CitationMark, _ offset: Int, _ bytes: Bytes.Text) -> Bool {
        guard surroundings(of: mark, bytes).contains(offset) else { return false }
        return !Self.mayEndSentence(bytes, Self.between(mark, offset))
    }

    private static func between(_ mark: CitationMark, _ offset: Int) -> Range<Int> {
        offset < mark.range.upperBound ? offset..<max(offset, mark.range.lowerBound) : mark.range.upperBound..<offset
    }

    /// Whether a citation and what stands at `offset` are surely in two sentences.
    func isParted(_ mark: CitationMark, _ offset: Int, _ bytes: Bytes.Text) -> Bool {
        guard surroundings(of: mark, bytes).contains(offset) else { return true }
        return Self.endsSentence(bytes, Self.between(mark, offset))
    }

    /// Whether what stands at `offset` is in the sentence around a citation.
    func isInSentence(of mark: CitationMark, _ offset: Int, _ bytes: Bytes.Text) -> Bool {
        isOneSentence(mark, offset, bytes) || (!isParted(mark, offset, bytes) && sentence(of: mark).contains(offset))
    }

    /// Small letters before a full stop that are more than any abbreviation has.
    private static let longWord = 7

    /// Whether a full stop between a long word and a capital stands in a stretch, which always ends a sentence.
    private static func endsSentence(_ bytes: Bytes.Text, _ range: Range<Int>) -> Bool {
        var letters = 0
        var isWord = false
        for place in range {
            let byte = bytes[place]
            if byte &- 0x61 < 26 {
                letters += 1
                continue
            }
            if byte == UInt8(ascii: "."), isWord, letters >= longWord, place + 2 < range.upperBound, bytes[place + 1] == 0x20,
                bytes[place + 2] &- 0x41 < 26
            {
                return true
            }
            isWord = byte == 0x20
            letters = 0
        }
        return false
    }

    /// Whether a stretch holds anything but plain letters, digits and punctuation inside sentences.
    private static func mayEndSentence(_ bytes: Bytes.Text, _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            switch bytes[place] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"): return true
            case 0x20..<0x7F: place += 1
            // Latin letters with accents.
            case 0xC3: place += 2
            // No-break space and section sign.
            case 0xC2 where place + 1 < bytes.count && (bytes[place + 1] == 0xA0 || bytes[place + 1] == 0xA7): place += 2
            // Dashes and curly quotes.
            case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0x93...0x9D).contains(bytes[place + 2]): place += 3
            default: return true
            }
        }
        return false
    }

    /// The places of the nearest citations of its kind, before and behind the one at `place`, that have a title.
    func titled(near place: Int) -> ArraySlice<Int> {
        let titled = marks[place].kind == .section ? titledSections : titledParts
        let next = titled.partitioned { $0 >= place }
        return titled[max(0, next - 1)..<min(titled.count, next + 1)]
    }

    /// The place of the first mention that starts at `offset` or behind.
    func mention(from offset: Int) -> Int { mentions.partitioned { $0.range.lowerBound >= offset } }

    /// How many mentions end at `offset` or before.
    func mentions(before offset: Int) -> Int { mentions.partitioned { $0.range.upperBound > offset } }

    /// The stretch of a sentence around a citation without a comma, semicolon, colon, parenthesis or dash.
    func clause(of mark: CitationMark, in sentence: Range<Int>, _ bytes: Bytes.Text) -> Range<Int> {
        var start = mark.range.lowerBound
        while start > sentence.lowerBound, !Self.isBreak(bytes, start - 1) { start -= 1 }
        var end = mark.range.upperBound
        while end < sentence.upperBound, !Self.isBreak(bytes, end) { end += 1 }
        return start..<end
    }

    /// The inside of the parenthesis around a citation, or of the one right after it.
    func parenthesis(of mark: CitationMark, in sentence: Range<Int>, _ bytes: Bytes.Text) -> Range<Int>? {
        var start = mark.range.lowerBound
        while start > sentence.lowerBound, bytes[start - 1] != UInt8(ascii: "("), bytes[start - 1] != UInt8(ascii: ")") { start -= 1 }
        if start > sentence.lowerBound, bytes[start - 1] == UInt8(ascii: "(") {
            return start..<end(ofParenthesisAt: mark.range.upperBound, in: sentence, bytes)
        }
        let next = Bytes.skipBlanks(bytes, mark.range.upperBound)
        guard next < sentence.upperBound, bytes[next] == UInt8(ascii: "(") else { return nil }
        return (next + 1)..<end(ofParenthesisAt: next + 1, in: sentence, bytes)
    }

    private func end(ofParenthesisAt start: Int, in sentence: Range<Int>, _ bytes: Bytes.Text) -> Int {
        var end = start
        while end < sentence.upperBound, bytes[end] != UInt8(ascii: ")") { end += 1 }
        return end
    }

    /// The cell of a table around a citation, and the one at the head of its column; rows are lines, cells parted by tabs.
    func cells(of mark: CitationMark, _ bytes: Bytes.Text) -> (cell: Range<Int>, head: Range<Int>)? {
        func isEdge(_ place: Int) -> Bool { bytes[place] == 0x09 || bytes[place] == 0x0A }
        var start = mark.range.lowerBound
        while start > 0, !isEdge(start - 1) { start -= 1 }
        var end = mark.range.upperBound
        while end < bytes.count, !isEdge(end) { end += 1 }
        let row = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = bytes[row..<start].count { $0 == 0x09 }
        let firstLine = bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)]
        let heads = firstLine.split(separator: 0x09, omittingEmptySubsequences: false)
        guard column < heads.count else { return nil }
        return (start..<end, heads[column].startIndex..<heads[column].endIndex)
    }

    /// Whether a byte parts two clauses.
    static func isBreak(_ bytes: Bytes.Text, _ place: Int) -> Bool {
        switch bytes[place] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x0A: true
        // En and em dash.
        case 0xE2: place + 2 < bytes.count && bytes[place + 1] == 0x80 && (bytes[place + 2] == 0x93 || bytes[place + 2] == 0x94)
        default: false
        }
    }
}

extension Array {
    /// The place of the first element for which `isBehind` holds, which it must for all that follow; their count where
    /// there is none. Halves the array each time.
    func partitioned(by isBehind: (Element) -> Bool) -> Int {
        var first = 0
        var end = count
        while first < end {
            let middle = first + (end - first) / 2
            if isBehind(self[middle]) { end = middle } else { first = middle + 1 }
        }
        return first
    }
}

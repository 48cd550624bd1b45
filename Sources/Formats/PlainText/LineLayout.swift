/// Whether a text's lines were broken to fit a width, and then whether two lines belong together.
///
/// A program that fills lines breaks one only where the next word would not have fitted. So the widest line tells the
/// width, and where nearly every line is too full for the first word of the next, the text was wrapped. In a text with
/// a paragraph a line most lines end a sentence, and many are wider than any page.
struct LineLayout {
    /// Characters of the widest line, where the text is wrapped.
    let width: Int?

    private static let widths = 40...100

    init(_ lines: ArraySlice<TextLine>, in bytes: [UInt8]) {
        let sample = lines.prefix(2_000)
        let filled = sample.filter { !$0.isBlank }
        let fitting = filled.filter { $0.width <= Self.widths.upperBound }
        let widest = fitting.map(\.width).max() ?? 0
        guard widest >= Self.widths.lowerBound, fitting.count * 10 >= filled.count * 9 else {
            width = nil
            return
        }
        var pairs = 0
        var full = 0
        var finished = 0
        for (line, next) in zip(sample, sample.dropFirst()) where !line.isBlank && !next.isBlank && next.start == .text
        {
            pairs += 1
            if Self.isFull(line, before: next, width: widest, in: bytes) { full += 1 }
            if Self.endsSentence(line, in: bytes) { finished += 1 }
        }
        width = pairs >= 2 && full * 10 >= pairs * 6 && finished * 10 < pairs * 6 ? widest : nil
    }

    /// Whether `next` goes on where `line` stops.
    func joins(_ line: TextLine, _ next: TextLine, in bytes: [UInt8]) -> Bool {
        guard let width else { return false }
        if Self.isFull(line, before: next, width: width, in: bytes) { return true }
        guard let first = bytes[next.range].first else { return false }
        return first >= 0x61 && first <= 0x7A && !Self.endsSentence(line, in: bytes)
    }

    /// Whether the first word of `next` would have made `line` too wide, with a tenth of tolerance for ragged filling.
    private static func isFull(_ line: TextLine, before next: TextLine, width: Int, in bytes: [UInt8]) -> Bool {
        let word = bytes[next.range].prefix { !Bytes.isBlank($0) }.count
        return (line.indent + line.width + 1 + word) * 10 > width * 9
    }

    private static func endsSentence(_ line: TextLine, in bytes: [UInt8]) -> Bool {
        SentenceEnd.isAtEnd(of: bytes[line.range])
    }

    /// How two parts of a paragraph are joined: with nothing after a hyphen inside a word and between characters of
    /// scripts that are written without blanks, else with a blank.
    static func joint(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> String {
        if line.last == UInt8(ascii: "-"), line.dropLast().last.map({ Bytes.isLetter($0) }) ?? false {
            let word = Bytes.string(next.prefix { !Bytes.isBlank($0) })
            return next.first.map { Bytes.isLetter($0) } ?? false
                && !["or", "and", "to", "und", "oder", "et", "ou", "y", "o"].contains(word) ? "" : " "
        }
        return isUnspaced(line.suffix(3)) && isUnspaced(next.prefix(3)) ? "" : " "
    }

    /// One character of three bytes from U+3000 to U+9FFF: Japanese and Chinese.
    private static func isUnspaced(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 3 && bytes.first.map { $0 >= 0xE3 && $0 <= 0xE9 } ?? false
    }
}

/// Whether a text ends as a sentence does.
enum SentenceEnd {
    /// A full stop, question or exclamation mark, colon or ellipsis, closing quotes and brackets behind it apart.
    static func isAtEnd(of bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let length = closers.first(where: { rest.suffix($0.count).elementsEqual($0) })?.count {
            rest = rest.dropLast(length)
        }
        guard let last = rest.last else { return false }
        if ".!?:".utf8.contains(last) { return true }
        return wide.contains { rest.suffix(3).elementsEqual($0) }
    }

    private static let closers = ["\"", "'", ")", "]", "”", "’", "»", "\u{00A0}"].map { Array($0.utf8) }
    private static let wide = ["…", "。", "！", "？"].map { Array($0.utf8) }
}

import Articles

/// The parts of an article's canonical text that no search is to find: advertising between the paragraphs. In UTF-8
/// offsets of the text, ordered and apart from one another.
struct UnsearchedRanges: Hashable, Sendable {
    let ranges: [Range<Int>]

    init(_ article: Article) {
        ranges = zip(article.blocks, article.blockRanges).filter { $0.0.kind == .promotion && !$0.1.isEmpty }.map(\.1)
    }

    /// Reads `12-80 300-410`; what is no range is left out.
    init(encoded: some StringProtocol) {
        ranges = encoded.split(separator: " ").compactMap { part in
            let ends = part.split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { return nil }
            return ends[0]..<ends[1]
        }
    }

    /// Nothing where there are none, as with most articles.
    var encoded: String? {
        ranges.isEmpty ? nil : ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }

    func overlap(_ range: Range<Int>) -> Bool { ranges.contains { $0.overlaps(range) } }

    /// `text` with blanks in their place, so that all else keeps its offset.
    func blanked(in text: String) -> String {
        guard !ranges.isEmpty else { return text }
        var bytes = Array(text.utf8)
        for range in ranges where range.upperBound <= bytes.count {
            for index in range { bytes[index] = 0x20 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

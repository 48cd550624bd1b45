import Topics

/// What is kept of an article while stories are told apart: under two thousand bytes, whatever its length.
struct StoryDigest: Sendable {
    /// Reports say what happened first: so many bytes and words are read.
    private static let (longestText, mostWords) = (6_000, 260)
    /// What names count for, and words of the title, beside others.
    private static let (nameWeight, titleWeight) = (Float(1.8), Float(2))

    var terms: TermVector
    var sketch: MinHash
    var day: Int?
    var topics: Set<TopicID>

    init(_ story: StoryText, reader: inout TermReader) {
        let title = reader.terms(in: story.title, language: story.language)
        let beginning = String(decoding: story.text.utf8.prefix(Self.longestText), as: UTF8.self)
        let body = reader.terms(in: beginning, language: story.language).prefix(Self.mostWords)
        var counts: [UInt32: Float] = [:]
        for (terms, weight) in [(ArraySlice(title), Self.titleWeight), (body, Float(1))] {
            for term in terms where !term.isFunctionWord {
                counts[term.number, default: 0] += weight * (term.isName ? Self.nameWeight : 1)
            }
        }
        terms = TermVector(counts)
        sketch = MinHash(Shingles.of(body.map(\.number)))
        day = story.day
        topics = Set(story.topics)
    }
}

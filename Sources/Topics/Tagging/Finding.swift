/// A label found in a block.
struct Finding {
    /// The topic's place in the vocabulary.
    var topic: Int
    /// In UTF-8 bytes of the block's text.
    var range: Range<Int>
    /// The automaton's pattern; occurrences of one pattern are repetitions.
    var pattern: Int
    /// In log-odds, before place and repetition are taken into account.
    var value: Double
    /// A common word, or another word of the label's stem: never enough alone.
    var isCommon: Bool
    /// The acronym's place in the vocabulary, where the article must decide what it stands for.
    var acronym: Int?
    /// Whether nothing decided what the acronym stands for.
    var isUndecided = false
    /// How many words it has.
    var wordCount: Int
    /// Whether its words stand in another order than the label's, or with others between them.
    var isLoose = false
    /// Where these words stand; empty where nothing else stands between them.
    var words: [Range<Int>] = []

    /// Whether its words stand around those of another one, and say what they say.
    func covers(_ other: Finding) -> Bool {
        !isCommon && !isLoose && range.upperBound >= other.range.upperBound && range.lowerBound <= other.range.lowerBound
            && range.count > other.range.count
    }

    /// Whether one of its words only qualifies another word inside `compound`, a label without gaps: «data» in «data
    /// protection», but not in «personal data».
    func isQualifier(in compound: Finding) -> Bool {
        !compound.isLoose && !compound.isCommon && compound.wordCount > 1
            && words.contains {
                compound.range.lowerBound <= $0.lowerBound && $0.upperBound < compound.range.upperBound
            }
    }

    mutating func move(by offset: Int) {
        range = (range.lowerBound + offset)..<(range.upperBound + offset)
        for place in words.indices { words[place] = (words[place].lowerBound + offset)..<(words[place].upperBound + offset) }
    }
}

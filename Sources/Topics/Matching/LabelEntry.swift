/// What a pattern of stems stands for: a label of a topic, in one of its writings.
struct LabelEntry: Sendable {
    /// The topic's place in the vocabulary.
    var topic: Int
    /// The numbers of the folded words, one a symbol of the pattern.
    var forms: [UInt32]
    /// In log-odds, where the text has the label as it is written.
    var value: Double
    /// What the text must have, byte for byte.
    var exact: [UInt8]?
    var isCommon: Bool
    /// The acronym's place in the vocabulary, where the article must decide what it stands for.
    var acronym: Int?
    /// Whether the endings of its words are known (``Kinship``).
    var isEnglish: Bool
    /// Whether the label itself holds a stop, comma or the like, so that the text may have one between its words.
    var hasPunctuation: Bool
}

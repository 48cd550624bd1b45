import Text

/// All labels of a vocabulary in a form in which the words of a text in one language find them.
///
/// The symbols of the automaton are the numbers of stems, plus one, in a lexicon that has seen ``corpus`` and nothing
/// before. Numbers follow from the texts seen and their order alone, so that every worker's lexicon gives the same ones
/// to the words of labels, and greater ones to all other words.
struct LabelIndex: Sendable {
    /// How many words of texts a worker's lexicon remembers beside those of labels.
    static let lexiconCapacity = 1 << 17
    static let noStem = UInt32.max

    /// A BCP 47 subtag.
    let language: String
    /// All that is looked for, a line each.
    let corpus: String
    /// The number of terms that a lexicon knows after ``corpus``.
    let termCount: Int
    let automaton: Automaton
    /// The entries of pattern p are those from entryStart[p] to entryStart[p + 1], grouped by topic.
    let entries: [LabelEntry]
    let entryStart: [Int]
    /// For each term that is a form, its stem; else ``noStem``.
    let stems: [UInt32]
    /// For each term, the stem that stands for it: that of «steal» for «stole» and «stolen».
    let canonical: [UInt32]
    /// Whether a stem stands for an irregular verb.
    let isVerb: [Bool]
    let loose: LooseIndex
    let cues: CueIndex
    /// For each acronym of the vocabulary, the stems of the words with a meaning in what it stands for.
    let expansions: [[UInt32]]

    /// The symbol for a stem's number.
    @inline(__always)
    func symbol(_ stem: UInt32) -> Automaton.Symbol {
        Int(stem) < termCount ? canonical[Int(stem)] &+ 1 : Automaton.unknown
    }

    /// The stem that stands for all of an irregular verb; any other stem itself.
    @inline(__always)
    func canonical(_ stem: UInt32) -> UInt32 { Int(stem) < termCount ? canonical[Int(stem)] : stem }

    func entries(of pattern: Int) -> ArraySlice<LabelEntry> {
        entries[entryStart[pattern]..<entryStart[pattern + 1]]
    }

    /// Whether a form is one of an irregular verb.
    func isIrregular(_ form: UInt32) -> Bool {
        guard let stem = stem(ofForm: form) else { return false }
        return isVerb[Int(canonical[Int(stem)])]
    }

    /// The stem of a form that stands in a label.
    func stem(ofForm form: UInt32) -> UInt32? {
        guard Int(form) < termCount, stems[Int(form)] != Self.noStem else { return nil }
        return stems[Int(form)]
    }

    /// A lexicon whose numbers are the automaton's symbols.
    func makeLexicon() -> Lexicon {
        let lexicon = Lexicon(language: Language(tag: language), capacity: Self.lexiconCapacity)
        _ = lexicon.intern(corpus)
        return lexicon
    }
}

/// The words that decide what an acronym stands for.
struct CueIndex: Sendable {
    struct Cue: Hashable, Sendable {
        /// The acronym's place in the vocabulary.
        var acronym: Int
        var isPositive: Bool
        /// What a find is worth against others.
        var weight: Int
    }

    let automaton: Automaton
    /// For each pattern.
    let cues: [[Cue]]
}

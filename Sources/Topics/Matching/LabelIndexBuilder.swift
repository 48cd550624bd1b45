import Text

/// Makes the ``LabelIndex`` of a language: its labels and the English ones, stemmed as that language is.
struct LabelIndexBuilder {
    let vocabulary: Vocabulary
    let weights: Weights
    let language: String
    private let corpus: LabelCorpus
    private let lexicon: Lexicon
    private let words: [(line: LabelCorpus.Line, tokens: [Token])]
    private let termCount: Int
    private let stops = StopWords.of("en")
    /// For each term, the stem that stands for it.
    private let canonical: [UInt32]
    private var patterns: [[UInt32]: [LabelEntry]] = [:]
    private var cues: [[UInt32]: [CueIndex.Cue]] = [:]
    private var expansions: [[UInt32]]
    private var loose: LooseIndex

    init(vocabulary: Vocabulary, weights: Weights, language: String) {
        self.vocabulary = vocabulary
        self.weights = weights
        self.language = language
        corpus = LabelCorpus(vocabulary, language: language)
        lexicon = Lexicon(language: Language(tag: language), capacity: LabelIndex.lexiconCapacity)
        words = corpus.words(lexicon)
        termCount = lexicon.termCount
        canonical = Self.canonicalStems(words, termCount: termCount)
        expansions = [[UInt32]](repeating: [], count: vocabulary.acronyms.count)
        loose = LooseIndex(termCount: termCount)
    }

    /// Linear in the length of all labels; a few milliseconds for the built-in vocabulary.
    mutating func build() -> LabelIndex {
        for (line, tokens) in words { add(line, tokens) }
        let keys = patterns.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let cueKeys = cues.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let groups = keys.map { (patterns[$0] ?? []).sorted { $0.topic < $1.topic } }
        return LabelIndex(
            language: language, corpus: corpus.text, termCount: termCount,
            automaton: Automaton(patterns: keys, symbolCount: termCount), entries: Array(groups.joined()),
            entryStart: groups.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, stems: stemsOfForms,
            canonical: canonical, isVerb: isVerb, loose: loose,
            cues: CueIndex(
                automaton: Automaton(patterns: cueKeys, symbolCount: termCount), cues: cueKeys.map { cues[$0] ?? [] }),
            expansions: expansions)
    }

    private mutating func add(_ line: LabelCorpus.Line, _ tokens: [Token]) {
        switch line {
        case .label(let label, let topic):
            addLabel(label, topic, tokens, contentCount: contentCount(label, tokens))
            addLoose(label, topic, tokens)
        case .variant(let label, let topic, let count): addLabel(label, topic, tokens, contentCount: count)
        case .acronym(let place): addAcronym(place, tokens)
        case .expansion(let place):
            expansions[place] = tokens.filter { isContent($0) }.map { canonical[Int($0.stem)] }
            addCue(place, isPositive: true, weight: 3, tokens)
        case .rival(let place): addCue(place, isPositive: false, weight: 3, tokens)
        case .cue(let place, let isPositive): addCue(place, isPositive: isPositive, weight: 1, tokens)
        case .verb: break
        case .preposition: loose.of = tokens.first?.stem
        }
    }

    private func pattern(_ tokens: [Token]) -> [UInt32] { tokens.map { canonical[Int($0.stem)] + 1 } }

    private mutating func addCue(_ acronym: Int, isPositive: Bool, weight: Int, _ tokens: [Token]) {
        cues[pattern(tokens), default: []].append(CueIndex.Cue(acronym: acronym, isPositive: isPositive, weight: weight))
    }
}

// MARK: Entries

extension LabelIndexBuilder {
    private func isContent(_ token: Token) -> Bool { !stops.contains(lexicon.form(token.form)) }

    private func contentCount(_ label: Label, _ tokens: [Token]) -> Int {
        // Two ideographs make a word, roughly.
        if label.language == "zh" { return (tokens.count + 1) / 2 }
        let stops = StopWords.of(label.language)
        return tokens.count { !stops.contains(lexicon.form($0.form)) }
    }

    private mutating func addLabel(_ label: Label, _ topic: Int, _ tokens: [Token], contentCount: Int) {
        guard contentCount > 0, !isAmbiguousAcronym(label, topic) else { return }
        patterns[pattern(tokens), default: []].append(
            LabelEntry(
                topic: topic, forms: tokens.map(\.form), value: value(label, contentCount),
                exact: label.match == .exact ? Array(label.text.utf8) : nil, isCommon: label.isCommon, acronym: nil,
                isEnglish: label.language == "en" && language == "en",
                hasPunctuation: label.text.utf8.contains { Gap.isBreaking($0) }))
    }

    /// Whether the table of acronyms has the label, and adds it.
    private func isAmbiguousAcronym(_ label: Label, _ topic: Int) -> Bool {
        guard label.match == .exact else { return false }
        return vocabulary.acronyms.contains {
            $0.text == label.text && $0.needs.isEmpty && vocabulary.place(of: $0.topic) == topic
        }
    }

    private mutating func addAcronym(_ place: Int, _ tokens: [Token]) {
        let acronym = vocabulary.acronyms[place]
        guard let topic = vocabulary.place(of: acronym.topic) else { return }
        patterns[pattern(tokens), default: []].append(
            LabelEntry(
                topic: topic, forms: tokens.map(\.form), value: weights.exact, exact: Array(acronym.text.utf8),
                isCommon: false, acronym: place, isEnglish: language == "en",
                hasPunctuation: acronym.text.utf8.contains { Gap.isBreaking($0) }))
    }

    private func value(_ label: Label, _ contentCount: Int) -> Double {
        if label.isCommon { return weights.common }
        var value =
            switch contentCount {
            case 1: label.match == .exact ? weights.exact : weights.word
            case 2: weights.phrase
            default: weights.longPhrase
            }
        if label.kind == .preferred { value += weights.preferred }
        if label.language != language { value += weights.foreign }
        return value
    }

    /// Labels whose words may stand apart: English ones with two words with a meaning and no other, or with three or more.
    private mutating func addLoose(_ label: Label, _ topic: Int, _ tokens: [Token]) {
        guard language == "en", label.language == "en", label.match == .stem, !label.isCommon else { return }
        let content = tokens.filter { isContent($0) }
        guard content.count > 2 || (content.count == 2 && tokens.count == 2), let first = content.first else { return }
        loose.add(
            LooseIndex.Label(
                topic: topic, stems: content.map { canonical[Int($0.stem)] }, forms: content.map(\.form),
                grammar: content.count > 2 ? .phrase : Self.isParticiple(lexicon.form(first.form)) ? .participle : .compound,
                value: value(label, content.count), pattern: -1 - loose.labels.count))
    }

    /// A regular participle, or one in «-en»: «leaked», «stolen».
    private static func isParticiple(_ form: String) -> Bool {
        form.utf8.count > 4 && (form.hasSuffix("ed") || form.hasSuffix("en"))
    }
}

// MARK: Terms

extension LabelIndexBuilder {
    private static func canonicalStems(
        _ words: [(line: LabelCorpus.Line, tokens: [Token])], termCount: Int
    ) -> [UInt32] {
        var canonical = Array(0..<UInt32(termCount))
        for (line, tokens) in words {
            guard case .verb = line, let base = tokens.first?.stem else { continue }
            for token in tokens { canonical[Int(token.stem)] = base }
        }
        return canonical
    }

    /// For each term that stands for others, that they are forms of one irregular verb.
    private var isVerb: [Bool] {
        var isVerb = [Bool](repeating: false, count: termCount)
        for (stem, base) in canonical.enumerated() where UInt32(stem) != base { isVerb[Int(base)] = true }
        return isVerb
    }

    private var stemsOfForms: [UInt32] {
        var stems = [UInt32](repeating: LabelIndex.noStem, count: termCount)
        for (_, tokens) in words {
            for token in tokens { stems[Int(token.form)] = token.stem }
        }
        return stems
    }
}

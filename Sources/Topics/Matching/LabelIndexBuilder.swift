import Text

/// Makes the ``LabelIndex`` of a language: its labels and the English ones, stemmed as that language is.
struct LabelIndexBuilder {
    let vocabulary: Vocabulary
    let weights: Weights
    let language: String

    private var corpus = ""
    private var lines: [Line] = []
    /// For each term that is a stem, the one that stands for it.
    private var canonical: [UInt32] = []
    private var patterns: [[UInt32]: [LabelEntry]] = [:]

    /// A line of the corpus and what it is there for.
    private enum Line {
        case label(Label, topic: Int)
        /// A label with two of its words written as one, or one as two.
        case variant(Label, topic: Int, contentCount: Int)
        case acronym(Int)
        case expansion(Int)
        case rival(Int)
        case cue(Int, isPositive: Bool)
        /// The forms of an irregular verb.
        case verb
    }

    init(vocabulary: Vocabulary, weights: Weights, language: String) {
        self.vocabulary = vocabulary
        self.weights = weights
        self.language = language
    }

    /// Linear in the length of all labels; a few milliseconds for the built-in vocabulary.
    mutating func build() -> LabelIndex {
        collect()
        let lexicon = Lexicon(language: Language(tag: language))
        let words = Self.tokensByLine(lexicon.intern(corpus), in: corpus, lineCount: lines.count)
        var stems = [UInt32](repeating: LabelIndex.noStem, count: lexicon.termCount)
        for token in words.joined() { stems[Int(token.form)] = token.stem }
        var cues: [[UInt32]: [CueIndex.Cue]] = [:]
        var expansions = [[UInt32]](repeating: [], count: vocabulary.acronyms.count)
        canonical = canonicalStems(words, termCount: lexicon.termCount)
        for (line, tokens) in zip(lines, words) where !tokens.isEmpty {
            let pattern = tokens.map { canonical[Int($0.stem)] + 1 }
            switch line {
            case .label(let label, let topic): add(label, topic, tokens, pattern, contentCount(label, tokens, lexicon))
            case .variant(let label, let topic, let count): add(label, topic, tokens, pattern, count)
            case .acronym(let place): addAcronym(place, tokens, pattern)
            case .expansion(let place):
                expansions[place] = content(tokens, lexicon)
                cues[pattern, default: []].append(CueIndex.Cue(acronym: place, isPositive: true, weight: 3))
            case .rival(let place): cues[pattern, default: []].append(CueIndex.Cue(acronym: place, isPositive: false, weight: 3))
            case .verb: break
            case .cue(let place, let isPositive):
                cues[pattern, default: []].append(CueIndex.Cue(acronym: place, isPositive: isPositive, weight: 1))
            }
        }
        let loose = looseIndex(words, termCount: lexicon.termCount, lexicon)
        return index(stems: stems, loose: loose, cues: cues, expansions: expansions)
    }

    private func index(
        stems: [UInt32], loose: LooseIndex, cues: [[UInt32]: [CueIndex.Cue]], expansions: [[UInt32]]
    ) -> LabelIndex {
        let keys = patterns.keys.sorted { $0.lexicographicallyPrecedes($1) }
        var entries: [LabelEntry] = []
        var starts = [0]
        for key in keys {
            entries += (patterns[key] ?? []).sorted { $0.topic < $1.topic }
            starts.append(entries.count)
        }
        let cueKeys = cues.keys.sorted { $0.lexicographicallyPrecedes($1) }
        return LabelIndex(
            language: language, corpus: corpus, termCount: stems.count,
            automaton: Automaton(patterns: keys, symbolCount: stems.count), entries: entries, entryStart: starts, stems: stems, canonical: canonical,
            isVerb: verbStems, loose: loose,
            cues: CueIndex(
                automaton: Automaton(patterns: cueKeys, symbolCount: stems.count), cues: cueKeys.map { cues[$0] ?? [] }),
            expansions: expansions)
    }

    // MARK: The corpus

    private mutating func collect() {
        var written: [(label: Label, topic: Int)] = []
        for (place, topic) in vocabulary.topics.enumerated() {
            for label in topic.labels where label.language == language || label.language == "en" {
                written.append((label, place))
                append(label.text, .label(label, topic: place))
            }
        }
        let writings = LabelWritings(written.map(\.label.text))
        for (label, topic) in written where label.match == .stem {
            for variant in writings.variants(of: label.text) {
                append(variant.text, .variant(label, topic: topic, contentCount: variant.wordCount))
            }
        }
        if language == "en" {
            for forms in IrregularVerbs.forms { append(forms.joined(separator: " "), .verb) }
        }
        for (place, acronym) in vocabulary.acronyms.enumerated() where acronym.needs.isEmpty {
            append(acronym.text, .acronym(place))
            append(acronym.expansion, .expansion(place))
            for rival in acronym.rivals { append(String(rival.prefix { $0 != "(" }), .rival(place)) }
            for cue in acronym.positive { append(cue, .cue(place, isPositive: true)) }
            for cue in acronym.negative { append(cue, .cue(place, isPositive: false)) }
        }
    }

    private var verbStems: [Bool] {
        var isVerb = [Bool](repeating: false, count: canonical.count)
        for (stem, base) in canonical.enumerated() where UInt32(stem) != base { isVerb[Int(base)] = true }
        return isVerb
    }

    private func canonicalStems(_ words: [[Token]], termCount: Int) -> [UInt32] {
        var canonical = (0..<UInt32(termCount)).map { $0 }
        for (line, tokens) in zip(lines, words) {
            guard case .verb = line, let base = tokens.first?.stem else { continue }
            for token in tokens { canonical[Int(token.stem)] = base }
        }
        return canonical
    }

    private mutating func append(_ text: String, _ line: Line) {
        corpus += text
        corpus += "\n"
        lines.append(line)
    }

    private static func tokensByLine(_ tokens: [Token], in corpus: String, lineCount: Int) -> [[Token]] {
        var groups = [[Token]](repeating: [], count: lineCount)
        var line = 0
        var next = 0
        for (offset, byte) in corpus.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            while next < tokens.count, Int(tokens[next].start) < offset {
                groups[line].append(tokens[next])
                next += 1
            }
            line += 1
        }
        return groups
    }

    // MARK: Entries

    private func contentCount(_ label: Label, _ tokens: [Token], _ lexicon: Lexicon) -> Int {
        if label.language == "zh" { return (tokens.count + 1) / 2 }
        let stops = StopWords.of(label.language)
        return tokens.count { !stops.contains(lexicon.form($0.form)) }
    }

    private func content(_ tokens: [Token], _ lexicon: Lexicon) -> [UInt32] {
        let stops = StopWords.of("en")
        return tokens.filter { !stops.contains(lexicon.form($0.form)) }.map { canonical[Int($0.stem)] }
    }

    private mutating func add(_ label: Label, _ topic: Int, _ tokens: [Token], _ pattern: [UInt32], _ contentCount: Int) {
        guard contentCount > 0 else { return }
        let isExact = label.match == .exact
        let acronym = isExact ? vocabulary.acronyms.firstIndex { $0.text == label.text && $0.needs.isEmpty && vocabulary.place(of: $0.topic) == topic } : nil
        guard acronym == nil else { return }
        patterns[pattern, default: []].append(
            LabelEntry(
                topic: topic, forms: tokens.map(\.form), value: value(label, contentCount),
                exact: isExact ? Array(label.text.utf8) : nil, isCommon: label.isCommon, acronym: nil,
                isEnglish: label.language == "en" && language == "en",
                hasPunctuation: label.text.utf8.contains { Gap.isBreaking($0) }))
    }

    /// Labels whose words may stand apart: English, in the preferred grammar of English, with two words with a meaning or more.
    private func looseIndex(_ words: [[Token]], termCount: Int, _ lexicon: Lexicon) -> LooseIndex {
        var index = LooseIndex(termCount: termCount)
        guard language == "en" else { return index }
        let stops = StopWords.of("en")
        index.of = lexicon.tokens(in: "of").first?.stem
        for (number, (line, tokens)) in zip(lines, words).enumerated() {
            guard case .label(let label, let topic) = line, label.language == "en", label.match == .stem, !label.isCommon else { continue }
            let content = tokens.filter { !stops.contains(lexicon.form($0.form)) }
            guard content.count >= 2, let first = content.first else { continue }
            let isPlain = content.count == tokens.count
            guard content.count > 2 || isPlain else { continue }
            let grammar: LooseIndex.Grammar =
                content.count > 2 ? .phrase : Self.isParticiple(lexicon.form(first.form)) ? .participle : .compound
            index.add(
                LooseIndex.Label(
                    topic: topic, stems: content.map { canonical[Int($0.stem)] }, forms: content.map(\.form), grammar: grammar,
                    value: value(label, content.count), pattern: -1 - number))
        }
        return index
    }

    /// A regular participle, or one in «-en»: «leaked», «stolen».
    private static func isParticiple(_ form: String) -> Bool {
        form.utf8.count > 4 && (form.hasSuffix("ed") || form.hasSuffix("en"))
    }

    private mutating func addAcronym(_ place: Int, _ tokens: [Token], _ pattern: [UInt32]) {
        let acronym = vocabulary.acronyms[place]
        guard let topic = vocabulary.place(of: acronym.topic) else { return }
        patterns[pattern, default: []].append(
            LabelEntry(
                topic: topic, forms: tokens.map(\.form), value: weights.exact, exact: Array(acronym.text.utf8), isCommon: false,
                acronym: place, isEnglish: language == "en", hasPunctuation: acronym.text.utf8.contains { Gap.isBreaking($0) }))
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
}

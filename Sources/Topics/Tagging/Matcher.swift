import Text

/// Finds labels in texts of one language. It owns a lexicon and buffers, so that each worker has its own.
final class Matcher {
    let index: LabelIndex
    let lexicon: Lexicon
    private let weights: Weights
    private var tokens: [Token] = []
    private var matches: [Automaton.Match] = []
    private var kinships: [UInt64: Kinship] = [:]
    private var kinshipGeneration = 0
    /// How often each pattern was found in the text at hand.
    private var occurrences: [Int: Int] = [:]

    init(index: LabelIndex, weights: Weights) {
        self.index = index
        self.weights = weights
        lexicon = index.makeLexicon()
    }

    /// The labels in `text`, in no particular order, each topic once for a stretch of words. Linear in its length. Of a label that
    /// stands there very often, the first places are enough.
    func findings(in text: UnsafeBufferPointer<UInt8>) -> [Finding] {
        var findings: [Finding] = []
        occurrences.removeAll(keepingCapacity: true)
        for piece in Self.pieces(of: text) {
            guard findings.count < Limit.findings else { break }
            var found = self.findings(inPiece: UnsafeBufferPointer(rebasing: text[piece]))
            for place in found.indices { found[place].move(by: piece.lowerBound) }
            findings += found
        }
        return findings
    }

    private func findings(inPiece text: UnsafeBufferPointer<UInt8>) -> [Finding] {
        scan(text)
        var findings: [Finding] = []
        collect(tokens, in: text, into: &findings)
        collectLoose(in: text, into: &findings)
        collectJoined(in: text, into: &findings)
        return findings
    }

    /// What is kept of one text at most.
    private enum Limit {
        static let findings = 4_000
        static let occurrences = 16
        static let pieceBytes = 1 << 18
        /// Runs of letters without end are no words; short pieces of them are quickly done with.
        static let pieceBytesWithoutBlank = 1 << 10
    }

    /// A text of usual length as a whole; a very long one in pieces that end at a blank where there is one, so that memory stays bounded.
    static func pieces(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while text.count - start > Limit.pieceBytes {
            var end = start + Limit.pieceBytes
            let earliest = end - 1_024
            while end > earliest, text[end] > 0x20 { end -= 1 }
            if end == earliest {
                end = start + Limit.pieceBytesWithoutBlank
                while text[end] & 0xC0 == 0x80 { end -= 1 }
            }
            pieces.append(start..<end)
            start = end
        }
        pieces.append(start..<text.count)
        return pieces
    }

    /// Whether `range`, of a finding, holds all words of `text`, which was scanned last.
    func coversAll(_ range: Range<Int>) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        return Int(first.start) == range.lowerBound && Int(last.end) == range.upperBound
    }

    /// The cues in `text`, each pattern at most once.
    func cues(in text: UnsafeBufferPointer<UInt8>) -> Set<CueIndex.Cue> {
        var found: Set<CueIndex.Cue> = []
        for piece in Self.pieces(of: text) { addCues(in: UnsafeBufferPointer(rebasing: text[piece]), to: &found) }
        return found
    }

    private func addCues(in text: UnsafeBufferPointer<UInt8>, to found: inout Set<CueIndex.Cue>) {
        readTokens(text)
        var state: Automaton.State = 0
        for token in tokens {
            state = index.cues.automaton.next(state, index.symbol(token.stem))
            if state != 0 { index.cues.automaton.forEachPattern(endingIn: state) { found.formUnion(index.cues.cues[$0]) } }
        }
    }

    /// The stems of the words with a meaning in `text`.
    func contentStems(in text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        readTokens(text)
        let stops = StopWords.of("en")
        return tokens.filter { !stops.contains(lexicon.form($0.form)) }.map(\.stem)
    }

    // MARK: Scanning

    private func readTokens(_ text: UnsafeBufferPointer<UInt8>) {
        tokens.removeAll(keepingCapacity: true)
        lexicon.tokens(in: text, into: &tokens)
        for place in tokens.indices { tokens[place].stem = index.canonical(tokens[place].stem) }
        if lexicon.generation != kinshipGeneration {
            kinships.removeAll()
            kinshipGeneration = lexicon.generation
        }
    }

    private func scan(_ text: UnsafeBufferPointer<UInt8>) {
        readTokens(text)
        matches.removeAll(keepingCapacity: true)
        run(tokens)
    }

    private func run(_ tokens: [Token]) {
        let automaton = index.automaton
        var state: Automaton.State = 0
        for place in tokens.indices {
            state = automaton.next(state, index.symbol(tokens[place].stem))
            if state != 0 {
                automaton.forEachPattern(endingIn: state) { matches.append(Automaton.Match(pattern: $0, last: place)) }
            }
        }
    }

    /// Compounds that the text writes with a hyphen and a label as one word: the words are merged, and the text is matched anew.
    private func collectJoined(in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        var merged: [Token] = []
        var isMerged: [Bool] = []
        var last = 0
        for place in tokens.indices.dropFirst() where tokens[place].flags.contains(.isJoined) && place > last {
            guard let token = joined(tokens[place - 1], tokens[place]) else { continue }
            merged += tokens[last..<(place - 1)]
            isMerged += repeatElement(false, count: place - 1 - last)
            merged.append(token)
            isMerged.append(true)
            last = place + 1
        }
        guard !merged.isEmpty else { return }
        merged += tokens[min(last, tokens.count)...]
        isMerged += repeatElement(false, count: merged.count - isMerged.count)
        matches.removeAll(keepingCapacity: true)
        run(merged)
        matches.removeAll { match in
            !isMerged[(match.last + 1 - index.automaton.lengths[match.pattern])...match.last].contains(true)
        }
        collect(merged, in: text, into: &findings)
    }

    /// Two words with a hyphen between them as one, where a label has that.
    private func joined(_ left: Token, _ right: Token) -> Token? {
        guard right.start > left.end, right.start - left.end <= 3, Int(left.form) < index.termCount || Int(right.form) < index.termCount
        else { return nil }
        guard let form = lexicon.number(of: lexicon.form(left.form) + lexicon.form(right.form)), let stem = index.stem(ofForm: form)
        else { return nil }
        return Token(start: left.start, end: right.end, form: form, stem: stem, flags: left.flags)
    }

    /// Loose matches, where no other of the same topic stands in the same place.
    private func collectLoose(in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        let matcher = LooseMatcher(index: index.loose, weights: weights, text: text, tokens: tokens) { [self] label, word in
            kinship(label, word, true) == .derived
        }
        for loose in matcher.findings(limit: Limit.findings / 4) {
            let isKnown = findings.contains { $0.topic == loose.topic && $0.range.overlaps(loose.range) }
            if !isKnown { findings.append(loose) }
        }
    }

    // MARK: What a match is worth

    private func collect(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        for match in matches {
            let first = match.last + 1 - index.automaton.lengths[match.pattern]
            collect(match.pattern, tokens[first...match.last], in: text, into: &findings)
        }
    }

    private struct Fit {
        var entry: LabelEntry
        var kinship: Kinship
        var value: Double
        var isCommon: Bool
    }

    private func collect(
        _ pattern: Int, _ words: ArraySlice<Token>, in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]
    ) {
        guard let first = words.first, let last = words.last, occurrences[pattern, default: 0] < Limit.occurrences,
            findings.count < Limit.findings
        else { return }
        var fits: [Fit] = []
        let isOpen = zip(words, words.dropFirst()).allSatisfy { Gap.isOpen($0, $1, in: text) }
        for entry in index.entries(of: pattern) where isOpen || entry.hasPunctuation {
            guard let fit = fit(entry, words, in: text) else { continue }
            if let place = fits.firstIndex(where: { $0.entry.topic == entry.topic }) {
                if fit.value > fits[place].value { fits[place] = fit }
            } else {
                fits.append(fit)
            }
        }
        if !fits.isEmpty { occurrences[pattern, default: 0] += 1 }
        let nearest = fits.map(\.kinship).min()
        let rivals = fits.count { $0.kinship == nearest }
        for fit in fits where fit.kinship == nearest {
            findings.append(
                Finding(
                    topic: fit.entry.topic, range: Int(first.start)..<Int(last.end), pattern: pattern,
                    value: fit.value + (rivals > 1 ? weights.ambiguous : 0), isCommon: fit.isCommon, acronym: fit.entry.acronym,
                    wordCount: words.count))
        }
    }

    /// How well the words fit an entry; nothing where they do not.
    private func fit(_ entry: LabelEntry, _ words: ArraySlice<Token>, in text: UnsafeBufferPointer<UInt8>) -> Fit? {
        guard let first = words.first, let last = words.last else { return nil }
        if let exact = entry.exact {
            let written = text[Int(first.start)..<Int(last.end)]
            guard Self.isWritten(written, as: exact, isDotted: first.flags.contains(.isDotted)) else { return nil }
            return Fit(entry: entry, kinship: .same, value: entry.value, isCommon: entry.isCommon)
        }
        var kinship = Kinship.same
        for (word, form) in zip(words, entry.forms) { kinship = max(kinship, self.kinship(form, word.form, entry.isEnglish)) }
        switch kinship {
        case .same: return Fit(entry: entry, kinship: kinship, value: entry.value, isCommon: entry.isCommon)
        case .inflected:
            return Fit(entry: entry, kinship: kinship, value: entry.value + weights.inflected, isCommon: entry.isCommon)
        case .derived where words.count == 1:
            return Fit(entry: entry, kinship: kinship, value: weights.derivedWord, isCommon: true)
        case .derived:
            return Fit(entry: entry, kinship: kinship, value: entry.value + weights.derived, isCommon: entry.isCommon)
        }
    }

    private func kinship(_ label: UInt32, _ word: UInt32, _ isEnglish: Bool) -> Kinship {
        if label == word { return .same }
        let key = UInt64(label) << 33 | UInt64(word) << 1 | (isEnglish ? 1 : 0)
        if let known = kinships[key] { return known }
        let isVerb = isEnglish && Int(word) < index.termCount && index.isIrregular(word) && index.isIrregular(label)
        let kinship = isVerb ? .inflected : Kinship(label: lexicon.form(label), text: lexicon.form(word), isEnglish: isEnglish)
        kinships[key] = kinship
        return kinship
    }

    /// Byte for byte, but for a plural «s» and the dots of «U.N.».
    static func isWritten(_ text: Slice<UnsafeBufferPointer<UInt8>>, as label: [UInt8], isDotted: Bool) -> Bool {
        if text.elementsEqual(label) { return true }
        if isDotted { return text.lazy.filter { $0 != UInt8(ascii: ".") }.elementsEqual(label) }
        return text.count == label.count + 1 && text.last == UInt8(ascii: "s") && text.dropLast().elementsEqual(label)
    }
}

import Text

/// Finds labels in texts of one language. It owns a lexicon and buffers, so that each worker has its own.
final class Matcher {
    let index: LabelIndex
    let lexicon: Lexicon
    let weights: Weights
    var tokens: [Token] = []
    var matches: [Automaton.Match] = []
    var kinships: [UInt64: Kinship] = [:]
    private var kinshipGeneration = 0
    /// How often each pattern was found in the text at hand, and those that were.
    var occurrences: [UInt8]
    var found: [Int] = []

    init(index: LabelIndex, weights: Weights) {
        self.index = index
        self.weights = weights
        lexicon = index.makeLexicon()
        occurrences = [UInt8](repeating: 0, count: index.automaton.lengths.count)
    }

    /// The labels in `text`, in no particular order, each topic once for a stretch of words. Linear in its length. Of a
    /// label that stands there very often, the first places are enough.
    func findings(in text: UnsafeBufferPointer<UInt8>) -> [Finding] {
        var findings: [Finding] = []
        for pattern in found { occurrences[pattern] = 0 }
        found.removeAll(keepingCapacity: true)
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
    enum Limit {
        static let findings = 4_000
        static let occurrences = 16
        static let pieceBytes = 1 << 18
        /// Runs of ASCII letters without end are no words; short pieces of them are quickly done with.
        static let pieceBytesWithoutBlank = 1 << 8
    }

    /// A text of usual length as a whole; a very long one in pieces that end at a blank where there is one, so that
    /// memory stays bounded.
    static func pieces(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while text.count - start > Limit.pieceBytes {
            var end = start + Limit.pieceBytes
            let earliest = end - 1_024
            while end > earliest, text[end] > 0x20 { end -= 1 }
            if end == earliest {
                let isRun = text[start + Limit.pieceBytes] < 0x80
                end = start + (isRun ? Limit.pieceBytesWithoutBlank : Limit.pieceBytes)
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

    func readTokens(_ text: UnsafeBufferPointer<UInt8>) {
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

    func run(_ tokens: [Token]) {
        let automaton = index.automaton
        var state: Automaton.State = 0
        for place in tokens.indices {
            state = automaton.next(state, index.symbol(tokens[place].stem))
            if state != 0 {
                automaton.forEachPattern(endingIn: state) { matches.append(Automaton.Match(pattern: $0, last: place)) }
            }
        }
    }

    /// Loose matches, where no other of the same topic stands in the same place.
    func collectLoose(in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        let matcher = LooseMatcher(index: index.loose, weights: weights, text: text, tokens: tokens) { [self] label, word in
            kinship(label, word, true) == .derived
        }
        for loose in matcher.findings(limit: Limit.findings / 4) {
            let isTaken = findings.contains {
                $0.topic == loose.topic ? $0.range.overlaps(loose.range) : loose.isQualifier(in: $0)
            }
            if !isTaken { findings.append(loose) }
        }
    }
}

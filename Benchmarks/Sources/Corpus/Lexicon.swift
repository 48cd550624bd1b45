/// The words of a corpus by rank: English function words, then made-up ones that look like English. The word at a rank is
/// always the same. All bytes lie in one block, since a million strings would cost ten times the memory.
struct Lexicon: Sendable {
    /// Words that are never inflected and never repeated on purpose.
    static let functionWords = """
        the of and to in a that for is on with as by it was are be at from this have an which or not has its were they but \
        their will been who had would more one all when there other into than some may such under over after before said \
        he she we you his her our your them him if no so up out about can could should must also only any each between \
        through during against while where what how then because these those two three first last most many own same new \
        both further once here again until very just own since without within among per both yet nor upon toward like
        """.split(separator: " ").map(String.init).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

    static let functionWordSet = Set(functionWords)

    private static let onsets = split(
        "b b br c c c c cl cr d d d d f f f fl g g gr h h l l l m m m n n p p p p pl pr qu r r r r s s s s s sc sp st t t t tr v v w")
    private static let vowels = split("a a a a e e e e e i i i i o o o u u ai ea io ou")
    private static let codas = split("- - - - - - - - - - n r l s t m n r ck st")
    private static let closings = split("n n n r r r l l t t t m p d d k nd rt st ck ct ld nt")
    private static let padding = 32

    private let bytes: [UInt8]
    private let starts: [UInt32]
    private let inflections: [Inflection]

    var count: Int { inflections.count }

    init(count: Int) {
        var maker = WordMaker(capacity: count)
        for word in Self.functionWords { maker.add(Array(word.utf8), .none) }
        var random = CorpusRandom(seed: 0x0D05_51E2)
        while maker.count < count {
            let rank = maker.count
            let word = Self.madeUp(syllables: rank < 1_200 ? 1 : rank < 80_000 ? 2 : 3, &random)
            maker.add(word, Self.inflection(rank, &random))
        }
        bytes = maker.bytes + Array(repeating: 0, count: Self.padding)
        starts = maker.starts
        inflections = maker.inflections
    }

    /// Calls `body` with the words laid open, for a loop that writes many of them.
    func withWords<Result>(_ body: (LexiconView) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { bytes in
            try starts.withUnsafeBufferPointer { starts in
                try inflections.withUnsafeBufferPointer { inflections in
                    try Inflection.table.withUnsafeBufferPointer { endings in
                        try body(LexiconView(bytes: bytes, starts: starts, inflections: inflections, endings: endings))
                    }
                }
            }
        }
    }

    /// Most words in use are inflected, most of the long tail (names, misprints, numbers) is not.
    private static func inflection(_ rank: Int, _ random: inout CorpusRandom) -> Inflection {
        let draw = random.number(below: 100)
        if rank < 60_000 { return draw < 20 ? .none : draw < 60 ? .noun : draw < 85 ? .verb : .action }
        return draw < 75 ? .none : draw < 95 ? .noun : .verb
    }

    private static func madeUp(syllables: Int, _ random: inout CorpusRandom) -> [UInt8] {
        var word: [UInt8] = []
        let count = syllables + (random.number(below: 3) == 0 ? 1 : 0)
        for syllable in 0..<count {
            if syllable > 0 || random.number(below: 6) > 0 { word += random.pick(onsets) }
            word += random.pick(vowels)
            if syllable < count - 1 { word += random.pick(codas) }
        }
        return Array((word + random.pick(closings)).prefix(24))
    }

    private static func split(_ list: String) -> [[UInt8]] {
        list.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) }
    }
}

/// Collects words that differ from one another.
private struct WordMaker {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var inflections: [Inflection] = []
    /// Hashes of the words there are, in a table with free places: 0.
    private var seen: [UInt64]

    init(capacity: Int) {
        var size = 1_024
        while size < capacity * 2 { size *= 2 }
        seen = Array(repeating: 0, count: size)
        bytes.reserveCapacity(capacity * 9)
        starts.reserveCapacity(capacity + 1)
        inflections.reserveCapacity(capacity)
    }

    var count: Int { inflections.count }

    mutating func add(_ word: [UInt8], _ inflection: Inflection) {
        guard insert(word.reduce(0xCBF2_9CE4_8422_2325) { CorpusRandom.mix($0 ^ UInt64($1), 0x9E37_79B9_7F4A_7C15) | 1 }) else { return }
        bytes += word
        starts.append(UInt32(bytes.count))
        inflections.append(inflection)
    }

    private mutating func insert(_ hash: UInt64) -> Bool {
        let mask = seen.count - 1
        var place = Int(truncatingIfNeeded: hash >> 20) & mask
        while seen[place] != 0 {
            if seen[place] == hash { return false }
            place = (place + 1) & mask
        }
        seen[place] = hash
        return true
    }
}

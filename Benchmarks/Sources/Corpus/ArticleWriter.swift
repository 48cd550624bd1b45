import Glibc

/// Writes one article: which words come, with which endings, in sentences and paragraphs.
///
/// A word comes from the language as a whole, from one of the article's topics, from the names of its story, or from what
/// was said before: a word that occurred is likely to occur again (Church and Gale, «Poisson mixtures», 1995).
struct ArticleWriter {
    /// Of 256 words: the language's, the topics', repeated ones; the rest are names.
    private static let languageShare: UInt64 = 162
    private static let topicShare: UInt64 = languageShare + 36
    private static let repeatShare: UInt64 = topicShare + 50
    private static let remembered = 64

    let words: LexiconView
    let law: RankLaw
    let table: TopicTable
    let topics: (Int, Int, Int)
    let story: Story?
    var random: CorpusRandom

    private var memory: [Int32] = []
    /// The word that often follows the one just written.
    private var partner: Int?
    private var forgotten = 0

    init(words: LexiconView, law: RankLaw, table: TopicTable, seed: UInt64, number: Int) {
        self.words = words
        self.law = law
        self.table = table
        random = CorpusRandom(seed: seed, number: number)
        story = Story.of(article: number, seed: seed, &random)
        let first = story?.topic(table) ?? table.topic(&random)
        let second = table.topic(&random)
        // Two topics or three, the first of them the main one.
        topics = (first, second, random.number(below: 2) == 0 ? second : table.topic(&random))
        memory.reserveCapacity(Self.remembered)
    }

    /// Gamma-distributed: `mean` words, as few as an eighth of it, five times as many at most.
    mutating func length(mean: Int) -> Int {
        let least = mean / 8
        let draw = -log((1 - random.fraction()) * (1 - random.fraction())) * Double(mean - least) / 2
        return min(5 * mean, least + Int(draw))
    }

    /// About `length` words in paragraphs; the last sentence is not cut.
    mutating func paragraphs(_ length: Int, to buffer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        var end = buffer
        var written = 0
        while written < length {
            if written > 0 { end = Self.write("\n\n", to: end) }
            for sentence in 0..<(2 + random.number(below: 4)) where sentence == 0 || written < length {
                if sentence > 0 { end = Self.write(" ", to: end) }
                let count = 6 + random.number(below: 24)
                end = self.sentence(count, to: end)
                written += count
            }
        }
        return end
    }

    mutating func sentence(_ length: Int, to buffer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        var end = buffer
        for place in 0..<length {
            let draw = random.next()
            if place > 0 { end = Self.write(draw >> 8 & 31 == 0 ? ", " : " ", to: end) }
            end = word(draw, isCapital: place == 0, to: end)
        }
        return Self.write(".", to: end)
    }

    /// A line of words of the topics and names of the story, each with a capital.
    mutating func title(to buffer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        var end = buffer
        for place in 0..<(5 + random.number(below: 6)) {
            if place > 0 { end = Self.write(" ", to: end) }
            // Titles have fewer of the language's words and more of what the article is about.
            let share = place % 3 == 2 ? 0 : place == 0 ? UInt64(255) : Self.languageShare
            end = word(random.next() & ~255 | share, isCapital: true, to: end)
        }
        return end
    }

    private mutating func word(_ draw: UInt64, isCapital: Bool, to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        let (rank, isName) = partner.map { ($0, false) } ?? pick(draw & 255)
        partner = partner == nil && draw >> 24 & 7 == 0 ? partner(of: rank) : nil
        let end = words.write(rank, draw: draw >> 16, to: target)
        if isCapital || isName {
            let first = target.load(as: UInt8.self)
            target.storeBytes(of: first & ~32, as: UInt8.self)
        }
        return end
    }

    private mutating func pick(_ share: UInt64) -> (rank: Int, isName: Bool) {
        if share < Self.languageShare { return (ofLanguage(), false) }
        if share < Self.topicShare { return (remember(table.word(of: topic(), &random)), false) }
        if share < Self.repeatShare {
            // At the start of an article there is little to repeat.
            let place = random.number(below: Self.remembered)
            return (place < memory.count ? Int(memory[place]) : ofLanguage(), false)
        }
        guard let story else { return (ofLanguage(), false) }
        return (story.name(in: words.inflections.count, &random), true)
    }

    /// Some words keep company: each of the commoner ones has two others that follow it more often than chance.
    private mutating func partner(of rank: Int) -> Int? {
        let first = Lexicon.functionWords.count
        guard first..<20_000 ~= rank else { return nil }
        let other = CorpusRandom.mix(UInt64(rank) &* 2 &+ UInt64(random.number(below: 2)), 0xC0_11_0C_A7_10_25) % 600
        return first + Int(other)
    }

    private mutating func ofLanguage() -> Int { remember(law.rank(random.fraction())) }

    private mutating func topic() -> Int {
        let draw = random.number(below: 8)
        return draw < 5 ? topics.0 : draw < 7 ? topics.1 : topics.2
    }

    /// Keeps a content word in mind, in place of the one that has been there longest.
    private mutating func remember(_ rank: Int) -> Int {
        guard rank >= Lexicon.functionWords.count else { return rank }
        if memory.count < Self.remembered {
            memory.append(Int32(rank))
        } else {
            memory[forgotten] = Int32(rank)
            forgotten = (forgotten + 1) % Self.remembered
        }
        return rank
    }

    private static func write(_ text: StaticString, to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        target.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
        return target + text.utf8CodeUnitCount
    }
}

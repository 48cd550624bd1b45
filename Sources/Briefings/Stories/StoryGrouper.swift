import Glibc
import Topics

/// Puts articles that tell the same story together: copies of one report, and reports of one event in other words.
///
/// Pairs worth a look are those that meet in a band of their ``MinHash`` (locality-sensitive hashing; Indyk and Motwani, 1998) or
/// share two of their most telling words, within some days. A pair is alike by the cosine of their weighted words, or by the shingles that
/// they share. Pairs are joined from the most alike down, and two groups only where their articles are alike on the average, so
/// that no chain joins what is not. Same articles in the same order, same groups.
///
/// Keeps a digest of each article; time and memory are linear in their number: no word and no band ever offers more than
/// ``Limits/mostNeighbours`` candidates. For one thread.
public struct StoryGrouper {
    public struct Limits: Sendable {
        /// How many days two reports of one story may be apart.
        public var days = 4
        /// From which likeness on, in 0…1, a pair is one story.
        public var likeness: Float = 0.3
        /// What is asked beyond it of two that share no topic, and both have some.
        public var otherTopics: Float = 0.12
        /// The likeness on the average that joins groups, as a share of ``likeness``.
        public var average: Float = 0.8
        public var mostNeighbours = 48
        public var largestGroup = 200

        public init() {}
    }

    private static let tellingWords = 14
    private let limits: Limits
    private var reader = TermReader()
    private var digests: [StoryDigest] = []
    /// In how many articles each word stands.
    private var frequencies: [UInt32: Int32] = [:]

    public init(limits: Limits = Limits()) { self.limits = limits }

    public var count: Int { digests.count }

    /// Takes in an article, whose number is how many came before. Linear in its beginning.
    public mutating func add(_ story: StoryText) {
        let digest = StoryDigest(story, reader: &reader)
        for number in digest.terms.numbers { frequencies[number, default: 0] += 1 }
        digests.append(digest)
    }

    /// The groups, each the numbers of its articles from the least; every article is in one. Ordered by their first article.
    /// Nothing where `isCancelled` says so.
    public func groups(isCancelled: () -> Bool = { false }) -> [[Int]]? {
        let vectors = weighted()
        guard let pairs = likePairs(vectors, isCancelled: isCancelled) else { return nil }
        var joining = Joining(count: digests.count)
        for pair in pairs {
            guard !isCancelled() else { return nil }
            join(pair, in: &joining, vectors)
        }
        return joining.groups
    }

    /// Words that many articles have tell little. One article alone is weighed as if it stood among some others, so that a few
    /// articles are told apart too.
    private func weighted() -> [TermVector] {
        let total = Float(digests.count) + 8
        return digests.map { digest in
            digest.terms.scaled { number, count in
                let share = (Float(frequencies[number] ?? 1) + 0.5) / total
                return (1 + log(count)) * max(0.05, -log(share))
            }
        }
    }

    // MARK: Pairs

    private struct Pair {
        var left: Int
        var right: Int
        var likeness: Float
    }

    /// From the most alike down.
    private func likePairs(_ vectors: [TermVector], isCancelled: () -> Bool) -> [Pair]? {
        // By day, so that what a word or a band remembers are its last articles.
        let order = digests.indices.sorted { (digests[$0].day ?? .max, $0) < (digests[$1].day ?? .max, $1) }
        var byBand: [UInt64: [Int32]] = [:]
        var byWord: [UInt32: [Int32]] = [:]
        var pairs: [Pair] = []
        for (step, index) in order.enumerated() {
            if step & 255 == 0, isCancelled() { return nil }
            let bands = digests[index].sketch.bandKeys
            let words = vectors[index].heaviest(Self.tellingWords)
            for other in candidates(bands.lazy.map { byBand[$0] ?? [] }, words.lazy.map { byWord[$0] ?? [] }) {
                guard let likeness = likeness(index, other, vectors) else { continue }
                pairs.append(Pair(left: min(index, other), right: max(index, other), likeness: likeness))
            }
            for band in bands { remember(index, &byBand[band, default: []]) }
            for word in words { remember(index, &byWord[word, default: []]) }
        }
        return pairs.sorted { ($1.likeness, $0.left, $0.right) < ($0.likeness, $1.left, $1.right) }
    }

    private func remember(_ index: Int, _ list: inout [Int32]) {
        list.append(Int32(index))
        if list.count > limits.mostNeighbours { list.removeFirst(limits.mostNeighbours / 2) }
    }

    /// Articles in one band, and those with two telling words in common.
    private func candidates(_ bands: some Sequence<[Int32]>, _ words: some Sequence<[Int32]>) -> [Int] {
        var shared: [Int32: Int] = [:]
        for list in bands { for other in list { shared[other, default: 0] += 2 } }
        for list in words { for other in list { shared[other, default: 0] += 1 } }
        return shared.filter { $0.value >= 2 }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
            .prefix(4 * limits.mostNeighbours).map { Int($0.key) }
    }

    /// Nothing where they are not alike enough.
    private func likeness(_ left: Int, _ right: Int, _ vectors: [TermVector]) -> Float? {
        let (first, second) = (digests[left], digests[right])
        if let one = first.day, let other = second.day, abs(one - other) > limits.days { return nil }
        let isOtherTopic = !first.topics.isEmpty && !second.topics.isEmpty && first.topics.isDisjoint(with: second.topics)
        let likeness = likeness(of: left, right, vectors)
        return likeness >= limits.likeness + (isOtherTopic ? limits.otherTopics : 0) ? likeness : nil
    }

    private func likeness(of left: Int, _ right: Int, _ vectors: [TermVector]) -> Float {
        max(vectors[left].cosine(vectors[right]), digests[left].sketch.resemblance(digests[right].sketch) * 1.2)
    }

    // MARK: Groups

    private func join(_ pair: Pair, in joining: inout Joining, _ vectors: [TermVector]) {
        let (left, right) = (joining.group(of: pair.left), joining.group(of: pair.right))
        guard left != right else { return }
        let (some, others) = (joining.members(left), joining.members(right))
        guard some.count + others.count <= limits.largestGroup else { return }
        if some.count + others.count > 2 {
            let likeness = average(some, others, vectors)
            guard likeness >= limits.likeness * limits.average else { return }
        }
        joining.join(left, right)
    }

    /// Of at most eight of either.
    private func average(_ some: [Int], _ others: [Int], _ vectors: [TermVector]) -> Float {
        let (some, others) = (some.prefix(8), others.prefix(8))
        var sum: Float = 0
        for one in some { for other in others { sum += likeness(of: one, other, vectors) } }
        return sum / Float(some.count * others.count)
    }
}

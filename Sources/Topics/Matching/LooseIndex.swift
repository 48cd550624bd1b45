/// Labels of several words, found when their words stand near each other in another order or with others between them:
/// «data was stolen» for «stolen data», «theft of customers' data» for «data theft», «fake bank login page» for «fake
/// login page». These are the variations of multi-word terms by insertion and permutation of Jacquemin, «Spotting and
/// Discovering Terms through Natural Language Processing», MIT Press 2001; English only, since they follow its grammar.
struct LooseIndex: Sendable {
    /// How the words of a label may stand.
    enum Grammar: Sendable {
        /// A participle and its noun, in any order within a sentence.
        case participle
        /// Two nouns, or an adjective and a noun: in order with a few words between, or the other way
        /// round with «of», or as a verb and its object: «exfiltrated the data» for «data exfiltration».
        case compound
        /// Three words or more: any order within a sentence.
        case phrase
    }

    struct Label: Sendable {
        var topic: Int
        /// The stems of the words with a meaning, in order.
        var stems: [UInt32]
        var forms: [UInt32]
        var grammar: Grammar
        /// In log-odds, for the label as it is written.
        var value: Double
        /// Stands for the label where repetitions are counted, as a pattern does.
        var pattern: Int
    }

    private(set) var labels: [Label] = []
    /// By a pair of stems, the smaller first: the labels that have both among their first two.
    private var pairs: [UInt64: [Int]] = [:]
    /// For each stem, a bit for each of those that it stands beside among the first two of a label, by their last six bits:
    /// most pairs of a text are told apart without a look into ``pairs``. Zero for a stem that is in no label.
    private var partners: [UInt64]
    /// The stem of «of».
    var of: UInt32?

    init(termCount: Int) { partners = [UInt64](repeating: 0, count: termCount) }

    mutating func add(_ label: Label) {
        guard label.stems.count >= 2, label.stems[0] != label.stems[1] else { return }
        pairs[Self.key(label.stems[0], label.stems[1]), default: []].append(labels.count)
        partners[Int(label.stems[0])] |= Self.bit(label.stems[1])
        partners[Int(label.stems[1])] |= Self.bit(label.stems[0])
        labels.append(label)
    }

    @inline(__always)
    func uses(_ stem: UInt32) -> Bool { Int(stem) < partners.count && partners[Int(stem)] != 0 }

    /// Of two stems that are used.
    @inline(__always)
    func labels(with left: UInt32, _ right: UInt32) -> [Int] {
        partners[Int(left)] & Self.bit(right) == 0 ? [] : pairs[Self.key(left, right)] ?? []
    }

    private static func bit(_ stem: UInt32) -> UInt64 { 1 << UInt64(stem & 63) }

    private static func key(_ left: UInt32, _ right: UInt32) -> UInt64 {
        UInt64(min(left, right)) << 32 | UInt64(max(left, right))
    }
}

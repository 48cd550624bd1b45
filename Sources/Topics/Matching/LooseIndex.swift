/// Labels of several words, found when their words stand near each other in another order or with others between them:
/// «data was stolen» for «stolen data», «theft of customers' data» for «data theft», «fake bank login page» for «fake
/// login page». These are the variations of multi-word terms by insertion and permutation of Jacquemin, «Spotting and
/// Discovering Terms through Natural Language Processing», MIT Press 2001; English only, since they follow its grammar.
struct LooseIndex: Sendable {
    /// How the words of a label may stand.
    enum Grammar: Sendable {
        /// A noun and its participle: any order within a sentence.
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
    /// Whether a stem is among the first two of a label.
    private var isUsed: [Bool]
    /// The stem of «of».
    var of: UInt32?

    init(termCount: Int) { isUsed = [Bool](repeating: false, count: termCount) }

    mutating func add(_ label: Label) {
        guard label.stems.count >= 2, label.stems[0] != label.stems[1] else { return }
        pairs[Self.key(label.stems[0], label.stems[1]), default: []].append(labels.count)
        isUsed[Int(label.stems[0])] = true
        isUsed[Int(label.stems[1])] = true
        labels.append(label)
    }

    @inline(__always)
    func uses(_ stem: UInt32) -> Bool { Int(stem) < isUsed.count && isUsed[Int(stem)] }

    func labels(with left: UInt32, _ right: UInt32) -> [Int] { pairs[Self.key(left, right)] ?? [] }

    private static func key(_ left: UInt32, _ right: UInt32) -> UInt64 {
        UInt64(min(left, right)) << 32 | UInt64(max(left, right))
    }
}

/// Finds every occurrence of many patterns in a sequence of symbols in one pass (Aho and Corasick, «Efficient string
/// matching: an aid to bibliographic search», CACM 18(6), 1975).
///
/// A state is a prefix of a pattern; state 0 is the empty one. The edges of all states lie in one array, ordered by
/// state and by symbol; those of state 0, which most symbols of a text meet, are a table by symbol besides. Where a
/// state has no edge for a symbol, its failure link leads to the longest proper suffix that is a prefix of a pattern
/// too. A dictionary link leads from a state to the longest such suffix that is a whole pattern, so that reporting
/// costs only what is found.
struct Automaton: Sendable {
    typealias Symbol = UInt32
    typealias State = UInt32

    /// The symbol of what stands in no pattern.
    static let unknown: Symbol = 0

    /// An occurrence: the pattern, and the place of its last symbol.
    struct Match: Hashable, Sendable {
        var pattern: Int
        var last: Int
    }

    /// The edges of state s are those from edgeStart[s] to edgeStart[s + 1].
    private let edgeStart: [UInt32]
    private let edgeSymbol: [Symbol]
    private let edgeTarget: [State]
    /// The state after each symbol from the empty prefix.
    private let rootTarget: [State]
    private let failure: [State]
    /// The pattern that a state completes, or −1.
    private let completed: [Int32]
    /// The nearest proper suffix that completes a pattern, or 0.
    private let dictionary: [State]
    /// The number of symbols of each pattern.
    let lengths: [Int]

    var stateCount: Int { failure.count }

    /// Patterns must be distinct; an empty one never matches. The patterns' symbols are from 1 to `symbolCount`.
    /// Linear in the patterns' total length, times the logarithm of their number.
    init(patterns: [[Symbol]], symbolCount: Int) {
        let trie = PatternTrie(patterns)
        lengths = patterns.map(\.count)
        completed = trie.completed
        var starts: [UInt32] = []
        var symbols: [Symbol] = []
        var targets: [State] = []
        var root = [State](repeating: 0, count: symbolCount + 1)
        for (state, edges) in trie.edges.enumerated() {
            starts.append(UInt32(symbols.count))
            for edge in edges {
                symbols.append(edge.symbol)
                targets.append(edge.target)
                if state == 0, Int(edge.symbol) <= symbolCount { root[Int(edge.symbol)] = edge.target }
            }
        }
        starts.append(UInt32(symbols.count))
        edgeStart = starts
        edgeSymbol = symbols
        edgeTarget = targets
        rootTarget = root
        (failure, dictionary) = trie.links()
    }

    /// The state after `symbol`.
    @inline(__always)
    func next(_ state: State, _ symbol: Symbol) -> State {
        guard symbol != Self.unknown else { return 0 }
        var state = state
        while state != 0 {
            if let target = edge(state, symbol) { return target }
            state = failure[Int(state)]
        }
        return Int(symbol) < rootTarget.count ? rootTarget[Int(symbol)] : 0
    }

    /// Hands over the patterns that end in `state`, the longest first.
    @inline(__always)
    func forEachPattern(endingIn state: State, _ body: (Int) -> Void) {
        var state = completed[Int(state)] >= 0 ? state : dictionary[Int(state)]
        while state != 0 {
            body(Int(completed[Int(state)]))
            state = dictionary[Int(state)]
        }
    }

    /// Every occurrence, by the place of its end, the longest first.
    func matches(in symbols: some Sequence<Symbol>) -> [Match] {
        var found: [Match] = []
        var state: State = 0
        for (place, symbol) in symbols.enumerated() {
            state = next(state, symbol)
            if state != 0 { forEachPattern(endingIn: state) { found.append(Match(pattern: $0, last: place)) } }
        }
        return found
    }

    /// States have few edges: a line of cache holds them.
    @inline(__always)
    private func edge(_ state: State, _ symbol: Symbol) -> State? {
        var low = Int(edgeStart[Int(state)])
        var high = Int(edgeStart[Int(state) + 1])
        while high - low > 8 {
            let middle = (low + high) / 2
            if edgeSymbol[middle] <= symbol { low = middle } else { high = middle }
        }
        while low < high {
            if edgeSymbol[low] == symbol { return edgeTarget[low] }
            low += 1
        }
        return nil
    }
}

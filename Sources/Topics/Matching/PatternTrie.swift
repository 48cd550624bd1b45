/// The prefixes of a set of patterns, numbered level by level, and the links between them.
struct PatternTrie {
    typealias Symbol = Automaton.Symbol
    typealias State = Automaton.State

    /// For each state its edges, by symbol.
    private(set) var edges: [[(symbol: Symbol, target: State)]] = [[]]
    /// The pattern that each state completes, or −1.
    private(set) var completed: [Int32] = [-1]

    /// Of equal patterns the first counts.
    init(_ patterns: [[Symbol]]) {
        let order = patterns.indices.filter { !patterns[$0].isEmpty }
            .sorted { left, right in
                patterns[left] == patterns[right] ? left < right : patterns[left].lexicographicallyPrecedes(patterns[right])
            }
        var level: [(state: State, patterns: ArraySlice<Int>)] = [(0, order[...])]
        var depth = 0
        while !level.isEmpty {
            var next: [(state: State, patterns: ArraySlice<Int>)] = []
            for (state, patternsHere) in level {
                var rest = patternsHere.drop { patterns[$0].count <= depth }
                while let first = rest.first {
                    let symbol = patterns[first][depth]
                    let group = rest.prefix { patterns[$0][depth] == symbol }
                    rest = rest.dropFirst(group.count)
                    let target = State(edges.count)
                    edges.append([])
                    completed.append(patterns[first].count == depth + 1 ? Int32(first) : -1)
                    edges[Int(state)].append((symbol, target))
                    next.append((target, group))
                }
            }
            level = next
            depth += 1
        }
    }

    /// For each state, the longest proper suffix that is a state, and the longest that completes a pattern.
    func links() -> (failure: [State], dictionary: [State]) {
        var failure = [State](repeating: 0, count: edges.count)
        var dictionary = failure
        // Numbers grow from level to level, so that a state's suffixes are settled before it.
        for state in edges.indices {
            for (symbol, target) in edges[state] where state != 0 {
                var suffix = failure[state]
                while suffix != 0, self.target(of: suffix, symbol) == nil { suffix = failure[Int(suffix)] }
                let link = self.target(of: suffix, symbol) ?? 0
                failure[Int(target)] = link
                dictionary[Int(target)] = completed[Int(link)] >= 0 ? link : dictionary[Int(link)]
            }
        }
        return (failure, dictionary)
    }

    private func target(of state: State, _ symbol: Symbol) -> State? {
        let edges = edges[Int(state)]
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle].symbol < symbol { low = middle + 1 } else { high = middle }
        }
        return low < edges.count && edges[low].symbol == symbol ? edges[low].target : nil
    }
}

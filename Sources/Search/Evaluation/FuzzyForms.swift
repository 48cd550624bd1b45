/// The written forms of an index that are near to one: the automaton of ``FuzzyMatcher`` walked along the dictionary.
///
/// Terms are sorted, so the state after the letters that a term shares with the one before is at hand; and where no further
/// letter could lead to a match, all terms with the same beginning are passed over.
struct FuzzyForms {
    struct Found: Hashable {
        var term: [UInt8]
        var steps: Int
        /// In all segments.
        var documents: Int
    }

    private let matcher: FuzzyMatcher
    private let scope: TermScope

    init(_ fuzzy: FuzzyForm, _ scope: TermScope) {
        matcher = FuzzyMatcher(fuzzy)
        self.scope = scope
    }

    /// The nearest first, among these the most frequent, among these in the order of their bytes.
    func found(in segments: [IndexSegment], cancellation: SearchCancellation) throws -> [Found] {
        var all: [[UInt8]: Found] = [:]
        for segment in segments {
            try walk(segment, cancellation) { term, steps, documents in
                all[term, default: Found(term: term, steps: steps, documents: 0)].documents += documents
            }
        }
        return all.values.sorted {
            if $0.steps != $1.steps { return $0.steps < $1.steps }
            return $0.documents != $1.documents ? $0.documents > $1.documents : $0.term.lexicographicallyPrecedes($1.term)
        }
    }

    /// A letter of the current term: where it ends, and the state after it.
    private struct Step {
        var end: Int
        var state: FuzzyMatcher.State
    }

    private func walk(
        _ segment: IndexSegment, _ cancellation: SearchCancellation, _ body: ([UInt8], Int, Int) -> Void
    ) throws {
        var scanner = TermScanner(segment, .form(scope))
        defer { scanner.deallocate() }
        var steps: [Step] = []
        steps.reserveCapacity(FuzzyMatcher.longest + 4)
        // How many bytes of the key nothing that matches begins with.
        var dead = 0
        var read = 0
        while scanner.next(passingOver: dead) {
            read += 1
            if read & 0xFFF == 0, cancellation.isCancelled { throw SearchCancelled() }
            if dead > 0, scanner.shared >= dead { continue }
            while let last = steps.last, last.end > scanner.shared { steps.removeLast() }
            let key = UnsafeBufferPointer(start: scanner.key, count: scanner.length)
            dead = follow(key, &steps)
            if dead == 0, let distance = matcher.steps(steps.last?.state ?? matcher.start) {
                body(Array(key.dropFirst()), distance, scanner.documentFrequency)
            }
        }
    }

    /// Follows the letters of `key` after `steps`. The length of the beginning after which nothing can match, or 0.
    private func follow(_ key: UnsafeBufferPointer<UInt8>, _ steps: inout [Step]) -> Int {
        // The first byte is the kind's.
        var place = steps.last?.end ?? 1
        var state = steps.last?.state ?? matcher.start
        while place < key.count {
            let (scalar, length) = Self.scalar(at: place, of: key)
            state = matcher.next(state, scalar)
            place += length
            if state.isDead { return place }
            steps.append(Step(end: place, state: state))
        }
        return 0
    }

    private static func scalar(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
        let first = bytes[place]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length where place + offset < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F)
        }
        return (scalar, min(length, bytes.count - place))
    }
}

/// The written forms of an index that are near to one: the automaton of ``FuzzyMatcher`` walked along the dictionary.
///
/// Terms are sorted, so the state after the letters that a term shares with the one before is at hand; and where no further
/// letter could lead to a match, all terms with the same beginning are passed over, by reading on if they are few and by a search
/// if not.
struct FuzzyForms {
    struct Found: Hashable {
        var term: [UInt8]
        var steps: Int
        /// In all segments.
        var documents: Int
    }

    /// How many terms are read before the next beginning is searched for.
    private static let patience = 64

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
        let kind = TermKind.form(scope)
        var cursor = segment.terms(kind)
        var steps: [Step] = []
        var before: [UInt8] = []
        var dead: [UInt8] = []
        var passed = 0
        var read = 0
        while cursor.kind == kind {
            read += 1
            if read & 0xFFF == 0, cancellation.isCancelled { throw SearchCancelled() }
            let term = cursor.term
            if !dead.isEmpty, term.starts(with: dead) {
                passed += 1
                if passed > Self.patience, let next = Self.successor(of: dead) {
                    cursor = segment.terms(kind, from: next)
                    passed = 0
                } else {
                    cursor.next()
                }
                continue
            }
            passed = 0
            dead.removeAll(keepingCapacity: true)
            let shared = zip(before, term).prefix { $0 == $1 }.count
            while let last = steps.last, last.end > shared { steps.removeLast() }
            before = Array(term)
            if let length = follow(before, &steps) {
                dead = Array(before[..<length])
            } else if let distance = matcher.steps(steps.last?.state ?? matcher.start) {
                body(before, distance, cursor.entry.documentFrequency)
            }
            cursor.next()
        }
    }

    /// Follows the letters after `steps`. The length of the beginning after which nothing can match, where there is one.
    private func follow(_ term: [UInt8], _ steps: inout [Step]) -> Int? {
        var place = steps.last?.end ?? 0
        var state = steps.last?.state ?? matcher.start
        while place < term.count {
            let (scalar, length) = Self.scalar(at: place, of: term)
            state = matcher.next(state, scalar)
            place += length
            if state.isDead { return place }
            steps.append(Step(end: place, state: state))
        }
        return nil
    }

    private static func scalar(at place: Int, of bytes: [UInt8]) -> (UInt32, Int) {
        let first = bytes[place]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length where place + offset < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F)
        }
        return (scalar, min(length, bytes.count - place))
    }

    /// The least bytes after all that begin with `prefix`.
    private static func successor(of prefix: [UInt8]) -> [UInt8]? {
        var bytes = prefix
        while let last = bytes.last {
            if last < 0xFF {
                bytes[bytes.count - 1] = last + 1
                return bytes
            }
            bytes.removeLast()
        }
        return nil
    }
}

/// Finds the posting lists that answer one word of a query.
struct WordExpansion {
    /// The most written forms that a fuzzy word stands for, the nearest and most frequent.
    static let mostFuzzyForms = 256

    let pattern: WordPattern
    let field: TextField?
    /// Whether lists without positions will not do.
    let hasPositions: Bool

    /// For each segment the lists whose articles, taken together, hold the word.
    func lists(in segments: [IndexSegment], cancellation: SearchCancellation) throws -> [[TermEntry]] {
        let scope = field.map { TermScope($0) } ?? .any
        if let prefix = pattern.prefix {
            return try segments.map { segment in
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                return Self.lists(of: Array(prefix.utf8), scope, hasPositions, in: segment)
            }
        }
        var lists = segments.map { segment in
            pattern.stems.compactMap { segment.entry(.stem(scope), $0.utf8) }
        }
        guard let fuzzy = pattern.fuzzy else { return lists }
        let forms = try FuzzyForms(fuzzy, scope).found(in: segments, cancellation: cancellation)
        for form in forms.prefix(Self.mostFuzzyForms) {
            for (index, segment) in segments.enumerated() {
                if let entry = segment.entry(.form(scope), form.term) { lists[index].append(entry) }
            }
        }
        return lists
    }

    private static func lists(
        of prefix: [UInt8], _ scope: TermScope, _ hasPositions: Bool, in segment: IndexSegment
    ) -> [TermEntry] {
        if scope == .any, !hasPositions, let stored = segment.entry(.prefix, prefix) { return [stored] }
        var lists: [TermEntry] = []
        segment.forEachTerm(.form(scope), prefix: prefix) { _, entry in
            lists.append(entry)
            return true
        }
        return lists
    }
}

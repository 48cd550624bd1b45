import Text

/// Gathers, while the written forms go by in order, the posting lists of prefixes of one to three letters.
///
/// A prefix of few letters has thousands of forms, and joining their lists takes longer than anyone waits after a key.
/// So for prefixes with at least 8 forms and 2,048 postings the joined list is stored, with counts and block maxima of
/// its own. Forms are added to the longest of their prefixes; when one is complete it is added to the next shorter one.
/// Counts lie in an array over all documents, and a bitmap remembers which were touched. Memory: 24 bytes a document.
final class PrefixLists {
    static let fewestForms = 8
    static let fewestPostings = 2_048
    static let letters = 3

    /// The prefix of so many letters that is being gathered.
    private final class Level {
        var prefix: [UInt8] = []
        var forms = 0
        var postings = 0
        private let table: LargeArray<UInt64>
        private let counts: UnsafeMutablePointer<UInt64>
        private let touched: UnsafeMutablePointer<UInt64>
        /// The words of `touched` that may hold bits: from the first to before the last.
        private var first = Int.max
        private var last = 0

        init(documentCount: Int) {
            table = LargeArray(zeros: documentCount)
            counts = table.base
            touched = .allocate(capacity: documentCount / 64 + 1)
            touched.initialize(repeating: 0, count: documentCount / 64 + 1)
        }

        deinit { touched.deallocate() }

        @inline(__always)
        func add(_ document: UInt32, _ more: FieldCounts) {
            let place = Int(document)
            let before = FieldCounts(bits: counts[place])
            counts[place] = before.adding(more).bits
            guard before.bits == 0 else { return }
            let word = place &>> 6
            touched[word] |= 1 &<< UInt64(place & 63)
            if word < first { first = word }
            if word >= last { last = word &+ 1 }
        }

        /// Calls `body` with each document and its counts, in order, and forgets them.
        func drain(_ body: (UInt32, FieldCounts) throws(IndexError) -> Void) throws(IndexError) {
            let words = min(first, last)..<last
            first = .max
            last = 0
            forms = 0
            postings = 0
            for word in words {
                var bits = touched[word]
                touched[word] = 0
                while bits != 0 {
                    let place = word << 6 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    let counts = FieldCounts(bits: self.counts[place])
                    self.counts[place] = 0
                    try body(UInt32(place), counts)
                }
            }
        }
    }

    private let levels: [Level]
    /// The level that takes the postings of the current form; nothing for a form without letters.
    private var current: Level?
    /// What was stored, not yet sorted.
    private(set) var stored: [(prefix: [UInt8], entry: TermEntry)] = []

    init(documentCount: Int) {
        levels = (0..<Self.letters).map { _ in Level(documentCount: documentCount) }
    }

    /// The lists of prefixes that `form` no longer begins with are complete: they are written. `form` becomes the current.
    func begin(_ form: some Collection<UInt8>, _ encoder: PostingsEncoder) throws(IndexError) {
        // Mostly the form begins as the one before.
        let longest = levels[Self.letters - 1].prefix
        if !longest.isEmpty, form.starts(with: longest) {
            for level in levels { level.forms += 1 }
            current = levels[Self.letters - 1]
            return
        }
        let prefixes = Self.prefixes(of: form)
        for index in stride(from: Self.letters - 1, through: 0, by: -1) {
            let prefix = index < prefixes.count ? prefixes[index] : []
            guard levels[index].prefix != prefix else { continue }
            try close(index, encoder)
            levels[index].prefix = prefix
        }
        for index in prefixes.indices { levels[index].forms += 1 }
        current = prefixes.isEmpty ? nil : levels[prefixes.count - 1]
    }

    /// Adds a posting of the current form.
    @inline(__always)
    func add(_ document: UInt32, _ counts: FieldCounts) {
        guard let current else { return }
        current.postings &+= 1
        current.add(document, counts)
    }

    /// Writes what is left.
    func end(_ encoder: PostingsEncoder) throws(IndexError) {
        try begin([UInt8](), encoder)
        stored.sort { $0.prefix.lexicographicallyPrecedes($1.prefix) }
    }

    /// The first one to three letters of a form, each as bytes; fewer where it has no more.
    private static func prefixes(of form: some Collection<UInt8>) -> [[UInt8]] {
        var prefixes: [[UInt8]] = []
        var prefix: [UInt8] = []
        for byte in form {
            if byte & 0xC0 != 0x80, !prefix.isEmpty {
                prefixes.append(prefix)
                if prefixes.count == letters { return prefixes }
            }
            prefix.append(byte)
        }
        if !prefix.isEmpty { prefixes.append(prefix) }
        return prefixes
    }

    /// Stores the list of level `index` if it is worth it, adds it to the level above, and clears it.
    private func close(_ index: Int, _ encoder: PostingsEncoder) throws(IndexError) {
        let level = levels[index]
        let above = index > 0 ? levels[index - 1] : nil
        above?.postings += level.postings
        let isStored = level.forms >= Self.fewestForms && level.postings >= Self.fewestPostings
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        if isStored { encoder.begin(usualField: .body, hasPositions: false) }
        try level.drain { document, counts throws(IndexError) in
            above?.add(document, counts)
            if isStored { try encoder.add(document, frequency: counts.total, counts: counts, positions: none) }
        }
        if isStored { stored.append((level.prefix, try encoder.end())) }
    }
}

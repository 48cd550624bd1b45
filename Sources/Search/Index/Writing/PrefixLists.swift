/// Gathers, while the written forms go by in order, the posting lists of prefixes of one to three letters.
///
/// A prefix of few letters has thousands of forms, and joining their lists takes longer than anyone waits after a key. So for
/// prefixes with at least 8 forms and 2,048 postings the joined list is stored, with counts and block maxima of its own.
/// Forms are added to the longest of their prefixes; when one is complete it is added to the next shorter one. Counts lie in an
/// array over all documents, and a bitmap remembers which were touched. Memory: 24 bytes a document.
final class PrefixLists {
    static let fewestForms = 8
    static let fewestPostings = 2_048
    static let letters = 3

    /// The prefix of so many letters that is being gathered.
    private struct Level {
        var prefix: [UInt8] = []
        var forms = 0
        var postings = 0
        let counts: UnsafeMutablePointer<UInt64>
        let touched: UnsafeMutablePointer<UInt64>
        /// The words of `touched` that may hold bits.
        var words: Range<Int> = 0..<0
    }

    private let documentCount: Int
    private var levels: [Level] = []
    /// What was stored, not yet sorted.
    private(set) var stored: [(prefix: [UInt8], entry: TermEntry)] = []

    init(documentCount: Int) {
        self.documentCount = documentCount
        for _ in 0..<Self.letters {
            let counts = UnsafeMutablePointer<UInt64>.allocate(capacity: max(1, documentCount))
            counts.initialize(repeating: 0, count: max(1, documentCount))
            let touched = UnsafeMutablePointer<UInt64>.allocate(capacity: documentCount / 64 + 1)
            touched.initialize(repeating: 0, count: documentCount / 64 + 1)
            levels.append(Level(counts: counts, touched: touched))
        }
    }

    deinit {
        for level in levels {
            level.counts.deallocate()
            level.touched.deallocate()
        }
    }

    /// The lists of prefixes that `form` no longer begins with are complete: they are written. `form` becomes the current.
    func begin(_ form: some Collection<UInt8>, _ encoder: PostingsEncoder) throws(IndexError) {
        let prefixes = Self.prefixes(of: form)
        for index in stride(from: Self.letters - 1, through: 0, by: -1) {
            let prefix = index < prefixes.count ? prefixes[index] : []
            guard levels[index].prefix != prefix else { continue }
            try close(index, encoder)
            levels[index].prefix = prefix
        }
        for index in prefixes.indices { levels[index].forms += 1 }
        current = prefixes.count - 1
    }

    private var current = -1

    /// Adds a posting of the current form.
    @inline(__always)
    func add(_ document: UInt32, _ counts: FieldCounts) {
        guard current >= 0 else { return }
        levels[current].postings += 1
        Self.add(document, counts, to: &levels[current])
    }

    /// Writes what is left.
    func end(_ encoder: PostingsEncoder) throws(IndexError) {
        try begin([UInt8](), encoder)
        stored.sort { $0.prefix.lexicographicallyPrecedes($1.prefix) }
    }

    @inline(__always)
    private static func add(_ document: UInt32, _ counts: FieldCounts, to level: inout Level) {
        let place = Int(document)
        let before = FieldCounts(bits: level.counts[place])
        level.counts[place] = before.adding(counts).bits
        guard before.bits == 0 else { return }
        let word = place >> 6
        level.touched[word] |= 1 << UInt64(place & 63)
        level.words = level.words.isEmpty
            ? word..<(word + 1) : min(level.words.lowerBound, word)..<max(level.words.upperBound, word + 1)
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
        defer {
            levels[index].forms = 0
            levels[index].postings = 0
            levels[index].words = 0..<0
        }
        guard !level.words.isEmpty else { return }
        let isStored = level.forms >= Self.fewestForms && level.postings >= Self.fewestPostings
        if isStored { encoder.begin(usualField: .body, hasPositions: false) }
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        for word in level.words {
            var bits = level.touched[word]
            level.touched[word] = 0
            while bits != 0 {
                let place = word << 6 + bits.trailingZeroBitCount
                bits &= bits - 1
                let counts = FieldCounts(bits: level.counts[place])
                level.counts[place] = 0
                if index > 0 { Self.add(UInt32(place), counts, to: &levels[index - 1]) }
                if isStored { try encoder.add(UInt32(place), frequency: counts.total, counts: counts, positions: none) }
            }
        }
        if index > 0 { levels[index - 1].postings += level.postings }
        if isStored { stored.append((level.prefix, try encoder.end())) }
    }
}

import Text

/// The words of one article, with their positions and fields, as a ``SegmentBuilder`` takes them in.
///
/// Positions run through all fields; one is left out between fields and wherever something unsearched stands, so that no
/// phrase reaches across.
struct DocumentAnalysis {
    struct Word {
        var form: UInt32
        var stem: UInt32
        var position: UInt32
    }

    /// The words of the fields one after the other.
    private(set) var words: [Word] = []
    /// Where each field's words end in `words`, in the order of ``TextField``.
    private(set) var ends: [Int] = []
    private(set) var starts: [UInt32] = []
    private(set) var lengths: [Int] = Array(repeating: 0, count: IndexField.count)
    /// The positions of words in headings, ascending.
    private(set) var headings: [UInt32] = []
    private var position: UInt32 = 0

    mutating func begin() {
        words.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        for field in lengths.indices { lengths[field] = 0 }
        headings.removeAll(keepingCapacity: true)
        position = 0
    }

    /// Takes in the words of one field's part; parts come in the order of fields. `number` gives a word's terms.
    mutating func add(
        _ tokens: UnsafeBufferPointer<Token>, _ part: IndexedDocument.Part, _ number: (Token) -> (form: UInt32, stem: UInt32)
    ) {
        if part.unsearched.isEmpty && part.headings.isEmpty {
            addPlain(tokens, number)
        } else {
            addMarked(tokens, part, number)
        }
        position += 1
    }

    private mutating func addPlain(_ tokens: UnsafeBufferPointer<Token>, _ number: (Token) -> (form: UInt32, stem: UInt32)) {
        let room = max(0, SegmentFormat.mostWords - Int(position))
        for token in tokens.prefix(room) {
            let (form, stem) = number(token)
            words.append(Word(form: form, stem: stem, position: position))
            position &+= 1
        }
    }

    private mutating func addMarked(
        _ tokens: UnsafeBufferPointer<Token>, _ part: IndexedDocument.Part, _ number: (Token) -> (form: UInt32, stem: UInt32)
    ) {
        var unsearched = RangeCursor(part.unsearched)
        var headings = RangeCursor(part.headings)
        var isGap = false
        for token in tokens {
            if unsearched.overlaps(token.range) {
                isGap = true
                continue
            }
            if unsearched.passedAny() || isGap {
                position += 1
                isGap = false
            }
            guard position < SegmentFormat.mostWords else { return }
            let (form, stem) = number(token)
            words.append(Word(form: form, stem: stem, position: position))
            if headings.overlaps(token.range) { self.headings.append(position) }
            position += 1
        }
    }

    /// Begins a field, before its parts.
    mutating func begin(_ field: TextField) {
        if field != .title { starts.append(position) }
    }

    /// Ends a field, after its parts.
    mutating func end(_ field: TextField) {
        let length = words.count - (ends.last ?? 0)
        ends.append(words.count)
        lengths[Int(IndexField(field).rawValue)] = field == .body ? length - headings.count : length
        if field == .body { lengths[Int(IndexField.headings.rawValue)] = headings.count }
    }
}

/// Tells of ascending ranges whether they overlap any of a list of ascending ranges. Linear over all calls.
private struct RangeCursor {
    private let ranges: [Range<Int>]
    private var next = 0
    private var told = 0

    init(_ ranges: [Range<Int>]) { self.ranges = ranges }

    @inline(__always)
    mutating func overlaps(_ range: Range<Int>) -> Bool {
        guard next < ranges.count else { return false }
        while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
        return next < ranges.count && ranges[next].overlaps(range)
    }

    /// Whether ranges were passed since the last call, though none held a word.
    @inline(__always)
    mutating func passedAny() -> Bool {
        guard told < next else { return false }
        told = next
        return true
    }
}

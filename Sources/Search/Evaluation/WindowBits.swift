/// Which documents of a window match: a bit a document.
///
/// Queries are evaluated window by window: a run of documents small enough that its bits and weights stay in the fastest
/// cache. So a list of the newest stops after its first windows, and no posting costs a call through a table.
struct WindowBits {
    /// The most documents of a window.
    static let capacity = 4_096
    static let wordCount = capacity / 64

    let words: UnsafeMutablePointer<UInt64>

    @inline(__always)
    func set(_ place: Int) { words[place &>> 6] |= 1 &<< UInt64(place & 63) }

    @inline(__always)
    func contains(_ place: Int) -> Bool { words[place &>> 6] &>> UInt64(place & 63) & 1 == 1 }

    func clear() { words.update(repeating: 0, count: Self.wordCount) }

    /// All places below `count`.
    func fill(below count: Int) {
        clear()
        fill(0..<count)
    }

    func fill(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let first = range.lowerBound >> 6
        let last = (range.upperBound - 1) >> 6
        for word in first...last {
            var mask = UInt64.max
            if word == first { mask &= .max << UInt64(range.lowerBound & 63) }
            if word == last { mask &= .max >> UInt64(63 - (range.upperBound - 1) & 63) }
            words[word] |= mask
        }
    }

    func copy(_ other: WindowBits) { words.update(from: other.words, count: Self.wordCount) }

    func formIntersection(_ other: WindowBits) {
        for word in 0..<Self.wordCount { words[word] &= other.words[word] }
    }

    func formUnion(_ other: WindowBits) {
        for word in 0..<Self.wordCount { words[word] |= other.words[word] }
    }

    func subtract(_ other: WindowBits) {
        for word in 0..<Self.wordCount { words[word] &= ~other.words[word] }
    }

    var isEmpty: Bool {
        for word in 0..<Self.wordCount where words[word] != 0 { return false }
        return true
    }

    var count: Int {
        var count = 0
        for word in 0..<Self.wordCount { count += words[word].nonzeroBitCount }
        return count
    }

    /// Calls `body` with each place, ascending, until it returns false.
    @inline(__always)
    func forEach(_ body: (Int) -> Bool) {
        for word in 0..<Self.wordCount {
            var rest = words[word]
            while rest != 0 {
                guard body(word << 6 | rest.trailingZeroBitCount) else { return }
                rest &= rest - 1
            }
        }
    }
}

/// Owns the memory of one window's bits, and of its weights where they are wanted.
final class WindowMemory {
    let bits: WindowBits
    /// A number for each document; only those whose bit is set mean anything.
    let weights: UnsafeMutablePointer<Float>

    init(hasWeights: Bool) {
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: WindowBits.wordCount)
        words.initialize(repeating: 0, count: WindowBits.wordCount)
        bits = WindowBits(words: words)
        weights = .allocate(capacity: hasWeights ? WindowBits.capacity : 1)
    }

    deinit {
        bits.words.deallocate()
        weights.deallocate()
    }
}

import Text

/// The terms of ``PairedStems`` while a segment is gathered.
///
/// Each word asks whether its stem is one of them, so that is a number in a table by the numbers of terms; the numbers of pairs are in a
/// square table.
final class PairTerms {
    let stems: PairedStems
    /// For each term one more than its place among the stems; 0 for others. As far as there are any.
    private let ownPlaces = Owned(LargeArray<UInt16>())
    /// For each pair one more than the number of its term; 0 for none yet. Mostly untouched, and then no memory.
    private let ownNumbers = Owned(LargeArray<UInt32>())
    private let groups: [UInt8]

    init(_ stems: PairedStems) {
        self.stems = stems
        groups = stems.stems.map(\.groups.rawValue)
        removeAll()
    }

    /// Forgets all terms.
    func removeAll() {
        ownPlaces.value.truncate(to: 0)
        ownNumbers.value = LargeArray(zeros: groups.count * groups.count)
    }

    /// Hears of a new term.
    func note(_ number: Int, _ kind: TermKind, _ term: UnsafeBufferPointer<UInt8>) {
        guard kind == .stem(.any), !stems.isEmpty, let place = stems.place(of: term) else { return }
        ownPlaces.value.extend(to: number + 1)
        ownPlaces.value[number] = UInt16(place + 1)
    }

    /// Calls `body` with the pairs among `words`, and with the place of the first word of each.
    @inline(__always)
    func forEachPair(in words: UnsafeBufferPointer<DocumentAnalysis.Word>, _ body: (_ pair: Int, _ first: Int) -> Void) {
        let (places, count) = (ownPlaces.value.base, UInt32(ownPlaces.value.count))
        groups.withUnsafeBufferPointer { groups in
            var before = 0
            var expected: UInt32 = 0
            for (index, word) in words.enumerated() {
                let place = word.stem < count ? Int(places[Int(word.stem)]) : 0
                if place > 0, before > 0, word.position == expected, groups[place - 1] & groups[before - 1] != 0 {
                    body((before - 1) * groups.count + place - 1, index - 1)
                }
                before = place
                expected = word.position &+ 1
            }
        }
    }

    /// The number of a pair's term; `make` makes one.
    @inline(__always)
    func number(of pair: Int, _ make: ([UInt8]) -> Int) -> Int {
        let known = ownNumbers.value[pair]
        if known > 0 { return Int(known) - 1 }
        let width = groups.count
        let number = make(PairedStems.term(stems.stems[pair / width].bytes, stems.stems[pair % width].bytes))
        ownNumbers.value[pair] = UInt32(truncatingIfNeeded: number + 1)
        return number
    }
}

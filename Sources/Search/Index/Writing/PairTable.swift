import Text

/// Looks up pairs of stems by the places of both: a square table, two bytes each. Shared by all builders that note the same pairs.
final class PairTable: Sendable {
    let stems: PairedStems
    /// One more than the place of the pair; 0 for those that are none.
    private let numbers: [UInt16]
    private let width: Int

    static let none = PairTable(.none)

    init(_ stems: PairedStems) {
        self.stems = stems
        width = stems.stems.count
        var numbers = [UInt16](repeating: 0, count: width * width)
        for (number, pair) in stems.pairs.enumerated() {
            numbers[Int(pair >> 16) * width + Int(pair & 0xFFFF)] = UInt16(truncatingIfNeeded: number + 1)
        }
        self.numbers = numbers
    }

    /// Calls `body` with the pairs among `words`, and with the place of the first word of each. `places` has for the numbers of
    /// terms one more than their place among the stems; 0 for others, as far as there are any.
    @inline(__always)
    func forEachPair(
        in words: UnsafeBufferPointer<DocumentAnalysis.Word>, _ places: UnsafeBufferPointer<UInt16>, _ body: (_ pair: Int, _ first: Int) -> Void
    ) {
        numbers.withUnsafeBufferPointer { numbers in
            let count = UInt32(places.count)
            var before = 0
            var expected: UInt32 = 0
            for (index, word) in words.enumerated() {
                let place = word.stem < count ? Int(places[Int(word.stem)]) : 0
                if place > 0, before > 0, word.position == expected {
                    let number = Int(numbers[(before - 1) * width + place - 1])
                    if number > 0 { body(number - 1, index - 1) }
                }
                before = place
                expected = word.position &+ 1
            }
        }
    }
}

/// The terms of pairs while a segment is gathered.
final class PairTerms {
    let table: PairTable
    /// For each term one more than its place among the stems; 0 for others. As far as there are any: it is asked for every word.
    private let places = Owned(LargeArray<UInt16>())
    /// For each pair one more than the number of its term; 0 for none yet.
    private var numbers: [UInt32]

    init(_ table: PairTable) {
        self.table = table
        numbers = Array(repeating: 0, count: table.stems.pairs.count)
    }

    /// Forgets all terms.
    func removeAll() {
        places.value.truncate(to: 0)
        for pair in numbers.indices { numbers[pair] = 0 }
    }

    /// Hears of a new term.
    func note(_ number: Int, _ kind: TermKind, _ term: UnsafeBufferPointer<UInt8>) {
        guard kind == .stem(.any), !numbers.isEmpty, let place = table.stems.place(of: term) else { return }
        places.value.extend(to: number + 1)
        places.value[number] = UInt16(truncatingIfNeeded: place + 1)
    }

    /// Calls `body` with the pairs among `words`, and with the place of the first word of each.
    @inline(__always)
    func forEachPair(in words: UnsafeBufferPointer<DocumentAnalysis.Word>, _ body: (_ pair: Int, _ first: Int) -> Void) {
        if !numbers.isEmpty { table.forEachPair(in: words, places.value.all, body) }
    }

    /// The number of a pair's term; `make` makes one.
    @inline(__always)
    func number(of pair: Int, _ make: ([UInt8]) -> Int) -> Int {
        if numbers[pair] > 0 { return Int(numbers[pair]) - 1 }
        let number = make(PairedStems.term(table.stems[pair]))
        numbers[pair] = UInt32(truncatingIfNeeded: number + 1)
        return number
    }
}

/// Lines by their number from the top. Whoever asks has all laid out that stands before, once.
extension Page {
    /// The number of all lines. Lays out the whole article.
    public var lineCount: Int {
        cover { _ in true }
        return cache.covered.lines
    }

    /// The line of this number, from 0; nothing beyond the end.
    public func line(at number: Int) -> PageLine? {
        place(ofLine: number).flatMap { line(at: $0) }
    }

    /// The lines of these numbers, as far as there are any.
    public func lines(in numbers: Range<Int>) -> [PageLine] {
        guard !numbers.isEmpty, let first = place(ofLine: max(0, numbers.lowerBound)) else { return [] }
        return lines(from: first, count: numbers.upperBound - max(0, numbers.lowerBound)).map(\.line)
    }

    /// The number of the line that shows the byte at `offset` of the canonical text.
    public func line(for offset: Int) -> Int { number(of: place(of: offset)) }

    /// The offset in the canonical text that stands for the line of this number.
    public func offset(atLine number: Int) -> Int {
        offset(at: place(ofLine: max(0, number)) ?? end)
    }

    /// The block of the line of this number.
    public func block(atLine number: Int) -> Int? {
        block(at: place(ofLine: max(0, number)) ?? end)
    }

    /// The number of the line at `place`.
    public func number(of place: PagePlace) -> Int {
        let place = clamped(place)
        cover { $0 < place.item }
        return (cache.before(place.item) ?? 0) + place.line
    }

    /// The place of the line of this number; nothing beyond the end.
    public func place(ofLine number: Int) -> PagePlace? {
        guard number >= 0 else { return nil }
        cover { _ in cache.covered.lines <= number }
        return cache.item(holding: number).map { PagePlace(item: $0.item, line: number - $0.before) }
    }

    /// Counts the lines of one part after the other while `isWanted` says so of the next.
    private func cover(while isWanted: (Int) -> Bool) {
        var item = cache.covered.items
        while item < items.count, isWanted(item) {
            cache.cover(item, count: lines(ofItem: item).count)
            item = cache.covered.items
        }
    }
}

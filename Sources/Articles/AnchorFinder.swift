/// Finds passages again in a text that may have changed. Made once for a text with many passages.
///
/// In this order: at its position, where the same words still stand there; where the same words stand, whatever became of
/// white space, quotation marks and dashes; where words stand that differ in few characters. What is around a place speaks for it or
/// against it. A place that is not much better than the next best, or that too little speaks for, is none: a passage is
/// shown as orphaned rather than guessed.
public struct AnchorFinder {
    /// Of the quote's bytes, the part that may differ.
    private static let allowedErrors = 0.25
    /// A quote of that many bytes or more, found with so few errors, needs no surroundings.
    private static let (distinctLength, distinctErrors) = (120, 0.2)
    /// The same for a quote that is found without errors.
    private static let distinctExactLength = 64
    /// The same for one that is found in a single place: the shorter the text, the less likely it stands there by chance. The
    /// quote's length squared, times this, is at least the text's length.
    private static let onlyPlaceFactor = 4
    /// Quotes whose search would take more steps (bytes times blocks of 64) are found by the same words only.
    private static let mostWork = 400_000_000
    /// No text says more than this many times the same: then only surroundings tell, and these are enough to look at.
    private static let mostPlaces = 400

    private let bytes: [UInt8]
    private let text: FoldedText

    /// Linear in the length of `text`.
    public init(_ text: String) {
        bytes = Array(text.utf8)
        self.text = FoldedText(bytes)
    }

    /// Where the passage stands now, in UTF-8 offsets; nothing where that cannot be told. Linear in the text where the words
    /// are the same, else in the text times the quote's length divided by 64.
    /// `allowsErrors` is false where only the same words will do.
    public func locate(_ anchor: Anchor, allowsErrors: Bool = true) -> Range<Int>? {
        if standsAtItsPosition(anchor) { return anchor.start..<(anchor.start + anchor.quote.utf8.count) }
        let search = Search(anchor)
        guard !search.quote.isEmpty else { return nil }
        let exact = places(of: search.quote).prefix(Self.mostPlaces).map { place(search, $0..<($0 + search.quote.count), errors: 0) }
        if let best = decided(exact, search), best.surroundingErrors * 4 <= search.surroundings { return range(of: best, anchor) }
        guard allowsErrors else { return decided(exact, search).map { range(of: $0, anchor) } }
        let all = exact + approximate(search).filter { found in !exact.contains { $0.range.overlaps(found.range) } }
        return decided(all, search).map { range(of: $0, anchor) }
    }

    // MARK: The same position

    private func standsAtItsPosition(_ anchor: Anchor) -> Bool {
        guard !anchor.quote.isEmpty, holds(anchor.quote, at: anchor.start) else { return false }
        let start = anchor.start - anchor.prefix.utf8.count
        if holds(anchor.prefix, at: start), holds(anchor.suffix, at: anchor.start + anchor.quote.utf8.count) { return true }
        return false
    }

    private func holds(_ part: String, at offset: Int) -> Bool {
        offset >= 0 && offset + part.utf8.count <= bytes.count && part.utf8.elementsEqual(bytes[offset..<(offset + part.utf8.count)])
    }

    // MARK: Places

    /// What is looked for, folded.
    private struct Search {
        var quote: [UInt8]
        var prefix: [UInt8]
        var suffix: [UInt8]

        init(_ anchor: Anchor) {
            func folded(_ text: String) -> [UInt8] { FoldedText(Array(text.utf8)).bytes }
            quote = Self.trimmed(folded(anchor.quote))
            prefix = folded(anchor.prefix)
            suffix = folded(anchor.suffix)
        }

        private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
            let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
            let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
            return Array(bytes[start..<max(start, end)])
        }

        var surroundings: Int { prefix.count + suffix.count }
    }

    /// A place in the folded text.
    private struct Place {
        var range: Range<Int>
        /// How many bytes of the quote differ.
        var errors: Int
        /// How many bytes of the surroundings differ; at most half of them, which says no more than that they are others.
        var surroundingErrors: Int

        var cost: Int { errors + surroundingErrors }
    }

    private func place(_ search: Search, _ range: Range<Int>, errors: Int) -> Place {
        let before = Self.distance(search.prefix.reversed(), text.bytes[..<range.lowerBound].suffix(2 * search.prefix.count + 2).reversed())
        let after = Self.distance(search.suffix, text.bytes[range.upperBound...].prefix(2 * search.suffix.count + 2))
        return Place(range: range, errors: errors, surroundingErrors: before + after)
    }

    /// The distance of `part` from the best beginning of `text`, at most half of its length. A blank between the two is no
    /// difference: a quote is trimmed.
    private static func distance(_ part: [UInt8], _ text: some Collection<UInt8>) -> Int {
        let part = Array(part.drop { $0 == 0x20 })
        guard !part.isEmpty else { return 0 }
        var least = part.count
        ApproximateMatcher(part).scan(text.drop { $0 == 0x20 }, isAnchored: true) { _, distance in
            least = min(least, distance)
            return true
        }
        return min(least, part.count / 2)
    }

    /// The best place, where enough speaks for it and more than for any other.
    private func decided(_ places: [Place], _ search: Search) -> Place? {
        let sorted = places.sorted { ($0.cost, $0.range.lowerBound) < ($1.cost, $1.range.lowerBound) }
        guard let best = sorted.first else { return nil }
        let isOnly = best.errors == 0 && sorted.count { $0.errors == 0 } == 1
        guard isCertain(best, search, isOnly: isOnly) else { return nil }
        guard sorted.count > 1 else { return best }
        let lead = sorted[1].cost - best.cost
        return lead >= (best.errors == 0 ? 2 : max(4, best.errors / 2)) ? best : nil
    }

    private func isCertain(_ place: Place, _ search: Search, isOnly: Bool) -> Bool {
        let length = search.quote.count
        if isOnly, Self.onlyPlaceFactor * length * length >= text.bytes.count { return true }
        if place.errors == 0, length >= Self.distinctExactLength { return true }
        if length >= Self.distinctLength, Double(place.errors) <= Double(length) * Self.distinctErrors { return true }
        // Else quote and surroundings together must be as good as a long quote, and the surroundings must be there.
        let all = length + search.surroundings
        return search.surroundings >= 24 && Double(place.cost) <= 0.25 * Double(all)
            && Double(place.surroundingErrors) <= (place.errors == 0 ? 0.4 : 0.34) * Double(search.surroundings)
    }

    /// Every place of `needle` in the folded text, by the Knuth–Morris–Pratt algorithm (SIAM J. Comput. 6(2), 1977).
    private func places(of needle: [UInt8]) -> [Int] {
        var failure = [Int](repeating: 0, count: needle.count)
        var length = 0
        for index in needle.indices.dropFirst() {
            while length > 0, needle[index] != needle[length] { length = failure[length - 1] }
            if needle[index] == needle[length] { length += 1 }
            failure[index] = length
        }
        var places: [Int] = []
        length = 0
        for (index, byte) in text.bytes.enumerated() {
            while length > 0, byte != needle[length] { length = failure[length - 1] }
            if byte == needle[length] { length += 1 }
            if length == needle.count {
                places.append(index + 1 - needle.count)
                length = failure[length - 1]
            }
        }
        return places
    }

    // MARK: Approximate places

    /// The places that differ in few bytes, the best of those that overlap.
    private func approximate(_ search: Search) -> [Place] {
        let most = Int(Double(search.quote.count) * Self.allowedErrors)
        let matcher = ApproximateMatcher(search.quote)
        guard most > 0, matcher.work(text.bytes.count) <= Self.mostWork else { return [] }
        var ends: [(end: Int, errors: Int)] = []
        matcher.scan(text.bytes) { end, errors in
            guard errors <= most else { return true }
            // The same stretch ends in many places; another one begins half a quote later.
            if let last = ends.last, end - last.end <= search.quote.count / 2 {
                if errors < last.errors { ends[ends.count - 1] = (end, errors) }
            } else {
                ends.append((end, errors))
            }
            return ends.count < Self.mostPlaces
        }
        return ends.map { place(search, settled(start(of: search.quote, end: $0.end)..<$0.end, search), errors: $0.errors) }
    }

    /// Where the stretch begins that is least different from `quote` and ends at `end`.
    private func start(of quote: [UInt8], end: Int) -> Int {
        var best = (length: 0, distance: quote.count)
        ApproximateMatcher(quote.reversed()).scan(text.bytes[..<end].suffix(quote.count * 3 / 2 + 2).reversed(), isAnchored: true) {
            if $1 < best.distance { best = ($0, $1) }
            return true
        }
        return end - best.length
    }

    /// The same with its edges where the words before and after the passage still stand, or at the edges of words.
    private func settled(_ range: Range<Int>, _ search: Search) -> Range<Int> {
        let reach = max(8, search.quote.count / 6)
        let start = edge(after: search.prefix.suffix(12), near: range.lowerBound, reach) ?? wordStart(range.lowerBound)
        let end = edge(before: search.suffix.prefix(12), near: range.upperBound, reach) ?? wordEnd(range.upperBound)
        return start < end ? start..<end : range
    }

    private func edge(after part: ArraySlice<UInt8>, near place: Int, _ reach: Int) -> Int? {
        guard part.count == 12 else { return nil }
        let near = (max(12, place - reach)...max(12, min(text.bytes.count, place + reach)))
        let found = near.filter { $0 <= text.bytes.count && text.bytes[($0 - 12)..<$0].elementsEqual(part) }
        return found.min { abs($0 - place) < abs($1 - place) }.map { start in
            text.bytes[start...].firstIndex { $0 != 0x20 } ?? start
        }
    }

    private func edge(before part: ArraySlice<UInt8>, near place: Int, _ reach: Int) -> Int? {
        guard part.count == 12, text.bytes.count >= 12 else { return nil }
        let last = text.bytes.count - 12
        let near = (min(last, max(0, place - reach))...min(last, place + reach))
        let found = near.filter { text.bytes[$0..<($0 + 12)].elementsEqual(part) }
        return found.min { abs($0 - place) < abs($1 - place) }.map { end in
            text.bytes[..<end].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? end
        }
    }

    /// Letters, digits and all that is not ASCII.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    private func wordStart(_ place: Int) -> Int {
        var place = place
        while place > 0, place < text.bytes.count, Self.isWord(text.bytes[place - 1]), Self.isWord(text.bytes[place]) { place -= 1 }
        while place < text.bytes.count, text.bytes[place] == 0x20 { place += 1 }
        return place
    }

    private func wordEnd(_ place: Int) -> Int {
        var place = place
        while place > 0, place < text.bytes.count, Self.isWord(text.bytes[place - 1]), Self.isWord(text.bytes[place]) { place += 1 }
        while place > 0, text.bytes[place - 1] == 0x20 { place -= 1 }
        return place
    }

    /// The place in the original; of a quote that begins or ends with blanks, with those that stand there.
    private func range(of place: Place, _ anchor: Anchor) -> Range<Int> {
        var range = text.original(place.range)
        let quote = anchor.quote.utf8
        if holds(anchor.quote, at: range.lowerBound) { range = range.lowerBound..<(range.lowerBound + quote.count) }
        let blanks = quote.prefix { $0 == 0x20 || $0 == 0x0A }.count
        if blanks > 0, holds(anchor.quote, at: range.lowerBound - blanks) {
            range = (range.lowerBound - blanks)..<(range.lowerBound - blanks + quote.count)
        }
        return range
    }
}

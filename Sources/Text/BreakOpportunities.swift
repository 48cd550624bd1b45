/// Where lines may be broken, from ICU and the knowledge of URLs, read in ascending order.
struct BreakOpportunities {
    private let urls: URLRanges
    private var offsets: [Int] = []
    private var hard: [Int] = []
    private var next = 0
    private var nextHard = 0
    private var url = 0

    init(urls: URLRanges) {
        self.urls = urls
    }

    /// ICU's rule status from which on a break is mandatory.
    private static let hardStatus: Int32 = 100

    mutating func collect(from bytes: UnsafeBufferPointer<UInt8>) {
        ICU.forEachBoundary(.line, in: bytes) { boundary in
            if boundary.status >= Self.hardStatus, boundary.offset > 0, Self.endsInLineBreak(bytes, at: boundary.offset) {
                hard.append(boundary.offset)
            } else {
                offsets.append(boundary.offset)
            }
            return true
        }
    }

    /// The end of the text counts as mandatory too; only a line break in the text is meant here.
    private static func endsInLineBreak(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        switch bytes[offset - 1] {
        case 0x0A...0x0D: true
        case 0x85: offset >= 2 && bytes[offset - 2] == 0xC2
        case 0xA8, 0xA9: offset >= 3 && bytes[offset - 2] == 0x80 && bytes[offset - 3] == 0xE2
        default: false
        }
    }

    /// Whether a line break of the text ends at `offset`. Ask in ascending order.
    mutating func isHard(at offset: Int) -> Bool {
        while nextHard < hard.count, hard[nextHard] < offset { nextHard += 1 }
        return nextHard < hard.count && hard[nextHard] == offset
    }

    /// How good a place to break is at `offset`. Ask in ascending order.
    mutating func level(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> BreakLevel {
        while next < offsets.count, offsets[next] < offset { next += 1 }
        let isOpportunity = next < offsets.count && offsets[next] == offset
        if isInsideURL(offset) { return isOpportunity ? .insideURL : URLRanges.separates(bytes[offset - 1]) ? .separator : .cluster }
        if isOpportunity, !isInsideCluster(offset, bytes) { return .opportunity }
        return endsInLinker(bytes, at: offset) ? .forced : .cluster
    }

    private mutating func isInsideURL(_ offset: Int) -> Bool {
        while url < urls.ranges.count, urls.ranges[url].upperBound <= offset { url += 1 }
        return url < urls.ranges.count && urls.ranges[url].lowerBound < offset
    }

    /// UAX 14 breaks between a blank and a combining mark; the two are one cluster.
    private func isInsideCluster(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard offset < bytes.count, let before = UTF8Scalars.last(before: offset, in: bytes) else { return false }
        return ICU.isInsideCluster(before, UTF8Scalars.decode(bytes, at: offset).scalar)
    }

    private func endsInLinker(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard bytes[offset - 1] >= 0x80, let last = UTF8Scalars.last(before: offset, in: bytes) else { return false }
        return ICU.isLinker(last) || last == 0x200D
    }
}

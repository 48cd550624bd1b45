import Articles

/// The parts of a page in their order, made without laying any of them out. Costs a step for each block.
struct PageItems: Hashable, Sendable {
    /// A longer block is laid out in stretches of about this many bytes, so that no part of a page is slow, whatever the
    /// article. Nothing shows where they meet but perhaps a line that ends early.
    static let longestStretch = 32_768

    private(set) var items: [PageItem] = []
    /// The places of those that show text of the article, in its order.
    private(set) var ofText: [Int] = []

    init(_ article: Article, ranges: [Range<Int>], targets: Int) {
        appendHeader(of: article)
        let headerCount = items.count
        let blocks = article.blocks
        for index in blocks.indices {
            appendBlock(blocks[index], at: index, range: ranges[index])
        }
        setGaps(from: headerCount, in: blocks)
        setMarkers(in: blocks)
        appendTargets(targets)
        ofText = items.indices.filter { !items[$0].range.isEmpty }
    }

    private mutating func appendHeader(of article: Article) {
        if !article.kickers.isEmpty { items.append(PageItem(.kickers)) }
        items.append(PageItem(.title))
        if article.deck?.isEmpty == false { items.append(PageItem(.deck, gap: 1)) }
        items.append(PageItem(.byline, gap: 1))
    }

    private mutating func appendBlock(_ block: Block, at index: Int, range: Range<Int>) {
        for stretch in Self.stretches(of: block.text) {
            var item = PageItem(.block(index))
            item.stretch = stretch
            item.start = range.lowerBound + stretch.lowerBound
            items.append(item)
        }
    }

    private mutating func appendTargets(_ count: Int) {
        guard count > 0 else { return }
        items.append(PageItem(.linksHeading, gap: 2))
        for number in 1...count { items.append(PageItem(.linkTarget(number))) }
    }
}

// MARK: - Stretches

extension PageItems {
    /// Cuts a text where a line ends, else after a blank, else between two characters. At least one, empty in an empty
    /// text.
    static func stretches(of text: String) -> [Range<Int>] {
        guard text.utf8.count > longestStretch else { return [0..<text.utf8.count] }
        var text = text
        return text.withUTF8 { bytes in
            var stretches: [Range<Int>] = []
            var start = 0
            while bytes.count - start > longestStretch {
                let end = cut(bytes, from: start)
                stretches.append(start..<end)
                start = end
            }
            stretches.append(start..<bytes.count)
            return stretches
        }
    }

    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let limit = start + longestStretch
        let earliest = start + longestStretch / 2
        for sought in [UInt8(ascii: "\n"), UInt8(ascii: " ")] {
            if let place = bytes[earliest..<limit].lastIndex(of: sought) { return place + 1 }
        }
        var end = limit
        while end > earliest, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

// MARK: - Neighbours

extension PageItems {
    private mutating func setGaps(from first: Int, in blocks: [Block]) {
        for index in first..<max(first, items.count) {
            guard let block = items[index].block else { continue }
            guard index > first, let previous = items[index - 1].block else {
                items[index].gap = 2
                continue
            }
            guard previous != block else { continue }
            items[index].gap = Self.gap(between: blocks[previous], and: blocks[block])
            items[index].joinedBars = Self.joinedBars(blocks[previous], blocks[block])
        }
    }

    /// Headings of the upper levels stand apart; items of a list, and a caption and what it belongs to, together.
    private static func gap(between previous: Block, and block: Block) -> Int {
        switch (previous.kind, block.kind) {
        case (.listItem, .listItem), (.table, .caption), (.code, .caption): 0
        case (.heading, .heading): 1
        case (_, .heading): (block.level ?? 1) <= 2 ? 2 : 1
        case (_, _): 1
        }
    }

    private static func joinedBars(_ previous: Block, _ block: Block) -> Int {
        guard previous.kind == .quotation, block.kind == .quotation else { return 0 }
        return min(previous.level ?? 1, block.level ?? 1)
    }

    /// Gives the items of a list the same hanging indent.
    private mutating func setMarkers(in blocks: [Block]) {
        var run: [Int] = []
        var widest = 0
        var level: Int?
        func isSameList(_ block: Block) -> Bool { block.kind == .listItem && block.level == level }
        for index in items.indices {
            guard let block = items[index].block, blocks[block].kind == .listItem else {
                closeRun(&run, &widest)
                continue
            }
            if !isSameList(blocks[block]) { closeRun(&run, &widest) }
            level = blocks[block].level
            run.append(index)
            widest = max(widest, ListMarker.columns(of: blocks[block].marker))
        }
        closeRun(&run, &widest)
    }

    private mutating func closeRun(_ run: inout [Int], _ widest: inout Int) {
        for index in run { items[index].markerColumns = widest }
        run.removeAll()
        widest = 0
    }
}

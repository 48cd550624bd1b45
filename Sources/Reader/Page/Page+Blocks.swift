import Articles

extension Page {
    /// The place, among the article's blocks, of the one that holds the byte at `offset`, or of the nearest before it;
    /// nothing in an article without text. Costs the logarithm of their number.
    public func block(at offset: Int) -> Int? {
        let textual = layout.items.ofText
        let after = textual.indices.partition { items[textual[$0]].start > offset }
        return textual.isEmpty ? nil : items[textual[max(0, after - 1)]].block
    }

    /// The block of the line at `place`: the one it belongs to, or, outside of all, the nearest with text.
    public func block(at place: PagePlace) -> Int? {
        if items.indices.contains(place.item), let block = items[place.item].block { return block }
        return block(at: offset(at: place))
    }

    /// The next passage after `block`, or before it; nothing where it is the last, or first.
    public func block(after block: Int) -> Int? {
        layout.ranges.indices.dropFirst(max(0, block + 1)).first(where: isPassage)
    }

    public func block(before block: Int) -> Int? {
        layout.ranges.indices.prefix(max(0, block)).last(where: isPassage)
    }

    /// Whether a block is what a cursor stops on: it has text, and is no advertising.
    public func isPassage(_ block: Int) -> Bool {
        layout.ranges.indices.contains(block) && !layout.ranges[block].isEmpty
            && article.blocks[block].kind != .promotion
    }

    /// `block` if it is a passage, else the next one that is, else the last one before it.
    public func passage(near block: Int) -> Int? {
        isPassage(block) ? block : self.block(after: block) ?? self.block(before: block)
    }

    /// The first line of a block, the blank lines before it not counted.
    public func place(ofBlock block: Int) -> PagePlace {
        guard layout.ranges.indices.contains(block) else { return .start }
        let first = items.indices.partition { items[$0].isNot(before: block) }
        guard first < items.count else { return end }
        return PagePlace(item: first, line: items[first].gap)
    }

    /// The last line of a block.
    public func lastPlace(ofBlock block: Int) -> PagePlace {
        let next = items.indices.partition { items[$0].isNot(before: block + 1) }
        guard next > 0 else { return .start }
        return PagePlace(item: next - 1, line: max(0, lines(ofItem: next - 1).count - 1))
    }
}

extension PageItem {
    /// Whether it stands for `block` or for what comes after it.
    fileprivate func isNot(before block: Int) -> Bool {
        switch kind {
        case .kickers, .title, .deck, .byline: false
        case .block(let index): index >= block
        case .linksHeading, .linkTarget: true
        }
    }
}

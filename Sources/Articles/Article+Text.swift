extension Article {
    /// What separates two blocks in the canonical text.
    static let blockSeparator = "\n\n"

    /// The canonical text: the blocks' texts joined by blank lines. Every passage is a range of it, in UTF-8 offsets.
    /// Blocks without text take no part.
    public var text: String {
        var text = ""
        text.reserveCapacity(blocks.reduce(0) { $0 + $1.text.utf8.count + 2 })
        for block in blocks where !block.text.isEmpty {
            if !text.isEmpty { text += Self.blockSeparator }
            text += block.text
        }
        return text
    }

    /// Where each block stands in the canonical text, in UTF-8 offsets: one range a block, empty for one without text.
    public var blockRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(blocks.count)
        var end = 0
        var isFirst = true
        for block in blocks {
            guard !block.text.isEmpty else {
                ranges.append(end..<end)
                continue
            }
            let start = isFirst ? end : end + Self.blockSeparator.utf8.count
            end = start + block.text.utf8.count
            ranges.append(start..<end)
            isFirst = false
        }
        return ranges
    }

    /// The number of words, as runs of bytes between white space; what reading time is reckoned from.
    public var wordCount: Int {
        blocks.reduce(0) { $0 + Self.words(in: $1.text) }
    }

    private static func words(in text: String) -> Int {
        var count = 0
        var isInside = false
        for byte in text.utf8 {
            let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
            if !isSpace && !isInside { count += 1 }
            isInside = !isSpace
        }
        return count
    }
}

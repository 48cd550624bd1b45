import Articles

extension Page {
    /// The addresses that the article links to, in the order of their numbers, the first of which is 1.
    public var linkTargets: [LinkTarget] { layout.links.targets }

    /// The words of the first link to each address, by its number.
    var linkWords: [Int: String] {
        var words: [Int: String] = [:]
        for link in links {
            guard case .address(_, let number) = link.destination, words[number] == nil else { continue }
            let start = blockRanges[link.block].lowerBound
            words[number] = article.blocks[link.block].text.bytes(link.range.lowerBound - start..<link.range.upperBound - start)
        }
        return words
    }

    /// The number of the first link in a block or after it.
    func firstLink(from block: Int) -> Int? {
        for link in links where link.block >= block {
            if case .address(_, let number) = link.destination { return number }
        }
        return nil
    }
}

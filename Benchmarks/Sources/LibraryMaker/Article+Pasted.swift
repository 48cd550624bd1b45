import Articles

extension Article {
    /// The article as a page that was copied into a text file: kickers between lone commas, the deck, a line a paragraph.
    public var pasted: String {
        var lines = [kickers.joined(separator: "\n,\n")]
        if let deck { lines.append(deck) }
        if let published { lines.append(published.withoutTime.description) }
        lines += blocks.map(\.text)
        return lines.joined(separator: "\n")
    }
}

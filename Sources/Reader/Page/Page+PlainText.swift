import Articles

extension Page {
    /// The page as text, line by line: header, blocks and the targets of the links, safe for a terminal, no line wider
    /// than the page. Laid out as it is read, a part at a time.
    public var plainLines: some Sequence<String> {
        items.indices.lazy.flatMap { layout.lines(of: items[$0]).lazy.map(\.text) }
    }

    /// All of ``plainLines``, each ended by a line feed.
    public var plainText: String {
        plainLines.reduce(into: "") { text, line in
            text += line
            text += "\n"
        }
    }

    /// An article as the reading view shows it, as text of so many columns. Tables that are too wide are stacked, and what is
    /// written from right to left stands in the order in which it is read: so does every text that leaves the screen.
    public static func plainText(
        of article: Article, width: Int, header: PageHeader = PageHeader(), glyphs: Glyphs = .unicode
    ) -> String {
        Page(article, width: width, header: header, glyphs: glyphs, wideTables: .stacked, ordersRightToLeft: false).plainText
    }
}

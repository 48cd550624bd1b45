import Articles
import Library

/// An article laid out at a width: what the reading view shows, without the marks on it.
///
/// A value: the same article at the same width has the same lines, and copies share what was laid out. Making one
/// costs a step for each block; a block is laid out when one of its lines is first asked for. Whatever names a line by
/// its ``PagePlace`` costs the parts it touches, however long the article; what counts lines from the top
/// (``lineCount``, ``line(at:)``…) has to lay out all that stands before, once.
public struct Page: Sendable {
    /// What becomes of a table that is wider than the page even with its cells wrapped.
    public enum WideTables: Hashable, Sendable {
        /// It goes on beyond the right edge, and is scrolled sideways.
        case scrolled
        /// Its cells stand one under the other, each under the head of its column.
        case stacked
    }

    let layout: PageLayout
    let cache = PageCache()

    /// - Parameters:
    ///   - width: the columns for the text, at least 1; see ``PageGeometry``.
    ///   - header: what the head of the page says beyond what stands in the article.
    ///   - wrapsCode: whether code that is too long for a line goes on in the next; else it is scrolled sideways.
    ///   - ordersRightToLeft: whether what is written from right to left is laid out as it is seen, for a terminal that does
    ///     not do so itself.
    public init(
        _ article: Article, width: Int, header: PageHeader = PageHeader(), glyphs: Glyphs = .unicode,
        wideTables: WideTables = .scrolled, wrapsCode: Bool = true, ordersRightToLeft: Bool = true
    ) {
        layout = PageLayout(
            article: article, header: header, width: width, glyphs: glyphs, tables: wideTables, wrapsCode: wrapsCode,
            ordersRightToLeft: ordersRightToLeft)
    }

    /// The page of an article of a library.
    public init(
        _ stored: StoredArticle, width: Int, dates: DateStyle = .iso, glyphs: Glyphs = .unicode, wideTables: WideTables = .scrolled,
        wrapsCode: Bool = true, ordersRightToLeft: Bool = true
    ) {
        self.init(
            stored.article, width: width, header: PageHeader(of: stored, dates: dates), glyphs: glyphs, wideTables: wideTables,
            wrapsCode: wrapsCode, ordersRightToLeft: ordersRightToLeft)
    }

    public var article: Article { layout.article }

    /// The columns for the text.
    public var width: Int { layout.width }

    public var glyphs: Glyphs { layout.glyphs }

    public var wrapsCode: Bool { layout.wrapsCode }
    public var ordersRightToLeft: Bool { layout.ordersRightToLeft }

    /// Links and references in the order of the text.
    public var links: [PageLink] { layout.links.links }

    /// Where each block stands in the canonical text, in UTF-8 offsets.
    public var blockRanges: [Range<Int>] { layout.ranges }

    /// How many parts were laid out so far.
    var layouts: Int { cache.layouts }

    var items: [PageItem] { layout.items.items }

    /// All lines of a part.
    func lines(ofItem item: Int) -> [PageLine] {
        cache.lines(of: item) { layout.lines(of: items[item]) }
    }
}

extension Page: Hashable {
    public static func == (left: Page, right: Page) -> Bool {
        left.cache === right.cache || left.layout == right.layout
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(layout) }
}

import Articles
import Formats

/// Reads HTML.
public enum HTMLReader {
    /// All of a piece of HTML as blocks: headings, paragraphs, quotations, items of lists, tables, code, captions and
    /// rules, with links, emphasis, strong type, code and struck-out text as spans. What is hidden, and what is no text
    /// (scripts, styles, controls, pictures), is left out. Links lead to http, https and mailto only.
    ///
    /// `bytes` are UTF-8; what is no UTF-8 in them becomes U+FFFD. `base` is the address that relative links start from,
    /// unless the piece names one itself; without any they are no links. Linear in the length of `bytes`; no depth of
    /// nesting reaches the call stack. A piece whose tree would take too much memory is read without its markup.
    public static func content(_ bytes: [UInt8], base: String? = nil, limits: FormatLimits = FormatLimits())
        -> HTMLContent
    {
        guard let tree = HTMLTree(bytes, limits: HTMLLimits()) else {
            return HTMLContent(blocks: HTMLPlain.blocks(bytes, limits: limits), isSimplified: true)
        }
        let head = HTMLHead(tree)
        let start = WebAddress(base)
        let address = head.base.flatMap { WebAddress.resolve($0, base: start) }.flatMap { WebAddress($0) } ?? start
        let blocks = HTMLBlocks.blocks(of: tree, in: 0..<tree.nodes.count, base: address, limits: limits) {
            HTMLHiding.isHidden($0, in: tree)
        }
        return HTMLContent(
            blocks: blocks, title: head.title, language: head.language.flatMap { LanguageTag.normalised($0) })
    }

    /// The article of a whole page, with what the page says of it: title, deck, kickers, bylines, publisher, dates,
    /// language, address and tags.
    ///
    /// `charset` is the encoding that came with the page and `address` where it came from, where that is known. A page
    /// whose tree would take too much memory is read without its markup, with a note. Throws where the page is empty, too
    /// large, or holds no text. Linear in the size of the page, and so is the memory; no depth of nesting reaches the
    /// call stack.
    public static func page(
        _ file: SourceFile, charset: String? = nil, address: String? = nil, limits: FormatLimits = FormatLimits()
    ) throws(FormatError) -> Reading {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
        let text = HTMLDecoding(file.bytes, charset: charset)
        var notes = text.notes
        let address = address ?? HTMLSavedFrom.address(text.bytes)
        let article: Article
        if let page = HTMLPage(text.bytes, name: file.name, address: address, limits: limits) {
            article = page.article()
        } else {
            notes.append(.pageAsText)
            article = plain(text.bytes, name: file.name, address: address, limits: limits)
        }
        guard !article.blocks.isEmpty else { throw FormatError(file: file.name, reason: .pageWithoutText) }
        return Reading(article: article, notes: notes.map { FormatNote(file: file.name, reason: $0) })
    }

    private static func plain(_ bytes: [UInt8], name: String, address: String?, limits: FormatLimits) -> Article {
        let blocks = HTMLPlain.blocks(bytes, limits: limits)
        return Article(
            title: TitleFromName.title(of: name, deck: nil, blocks: blocks), published: FileName.stemAndDate(of: name).date,
            language: LanguageGuess.language(of: blocks), url: address, blocks: blocks)
    }
}

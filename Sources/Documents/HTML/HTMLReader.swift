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

    /// The article of a whole page, with what the page says of it.
    static func page(_ file: SourceFile, limits: FormatLimits) throws(FormatError) -> Reading {
        guard let page = HTMLPage(file.bytes, name: file.name, address: HTMLSavedFrom.address(file.bytes), limits: limits) else {
            return Reading(article: Article(title: "", blocks: HTMLPlain.blocks(file.bytes, limits: limits)))
        }
        return Reading(article: page.article())
    }
}

import CCmark
import Synchronization

/// A Markdown text parsed by cmark-gfm, whose tree lives as long as this does.
struct MarkdownDocument: ~Copyable {
    let root: OpaquePointer

    /// The extensions of GitHub's Markdown that are used.
    enum Extension: String, CaseIterable {
        case table, strikethrough, autolink, tasklist
    }

    /// cmark-gfm keeps its extensions, and the table of characters that the one at work reacts to, in variables of the
    /// process (github/cmark-gfm pull request 176): one parse at a time. It is a small part of the work of reading a
    /// file.
    private static let parsing = Mutex(false)

    /// Parses UTF-8. Nothing where memory runs out.
    init?(_ bytes: ArraySlice<UInt8>, extensions: [Extension]) {
        let tree = bytes.withUnsafeBufferPointer { text in
            Self.parsing.withLock { isReady in
                if !isReady { cmark_gfm_core_extensions_ensure_registered() }
                isReady = true
                return MarkdownTree(Self.parse(text, extensions))
            }
        }
        guard let root = tree.root else { return nil }
        self.root = root
    }

    deinit { cmark_node_free(root) }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>, _ extensions: [Extension]) -> OpaquePointer? {
        let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
        guard let parser = cmark_parser_new(Int32(options)) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in extensions {
            if let found = cmark_find_syntax_extension(name.rawValue) {
                cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        return cmark_parser_finish(parser)
    }
}

/// Carries the tree out of the lock. Nothing else refers to it.
private struct MarkdownTree: @unchecked Sendable {
    let root: OpaquePointer?

    init(_ root: OpaquePointer?) { self.root = root }
}

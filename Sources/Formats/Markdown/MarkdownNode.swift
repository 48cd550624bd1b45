import CCmark

/// A node of the tree and what it is.
struct MarkdownNode {
    /// Every kind of node that the parser makes with our extensions.
    enum Kind: Hashable {
        case document, quotation, list, item, code, htmlBlock, paragraph, heading, rule, footnoteDefinition
        case table, tableRow, tableCell
        case text, softBreak, hardBreak, codeSpan, html, emphasis, strong, link, image, footnoteReference, strikethrough
        case other
    }

    let pointer: OpaquePointer
    let kind: Kind

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        kind = Self.kind(of: pointer)
    }

    private static func kind(of pointer: OpaquePointer) -> Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quotation
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .hardBreak
        case CMARK_NODE_CODE: .codeSpan
        case CMARK_NODE_HTML_INLINE: .html
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        default: extensionKind(of: pointer)
        }
    }

    /// Nodes of extensions have types that are made when they are registered, so that only their names are fixed.
    private static func extensionKind(of pointer: OpaquePointer) -> Kind {
        guard let name = cmark_node_get_type_string(pointer) else { return .other }
        return switch String(cString: name) {
        case "table": .table
        case "table_row", "table_header": .tableRow
        case "table_cell": .tableCell
        case "strikethrough": .strikethrough
        case "tasklist": .item
        default: .other
        }
    }

    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

    var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

    var firstNumber: Int { Int(cmark_node_get_list_start(pointer)) }

    var isInParentheses: Bool { cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM }

    /// Whether the item of a task list is ticked; nothing where it is no such item.
    var isTicked: Bool? {
        guard let name = cmark_node_get_type_string(pointer), String(cString: name) == "tasklist" else { return nil }
        return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
    }
}

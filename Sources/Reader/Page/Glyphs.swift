/// The signs that the reader draws of its own accord, in two sets: with Unicode, and in ASCII for terminals without.
/// Each takes one column in both, so the set never changes a layout.
public enum Glyphs: Hashable, Sendable, CaseIterable {
    case unicode, ascii

    /// A sign of the set.
    public subscript(glyph: Glyph) -> String {
        switch self {
        case .unicode: glyph.unicode
        case .ascii: glyph.ascii
        }
    }
}

/// The signs, by what they say.
public enum Glyph: Hashable, Sendable, CaseIterable {
    /// Beside the block under the cursor.
    case cursorBar
    case bookmark
    case note
    case userTag
    /// The bar beside a passage with a topic: as a person confirmed it, as the engine thinks, and as it thinks possible; and
    /// the sign of a provision that is cited.
    case confirmedBar, engineBar, possibleBar, citedBar
    /// The passage is written from right to left; a terminal cannot be relied on to show it so.
    case rightToLeft
    case quotationBar
    case bullet
    /// Between the parts of a line, as in «Reuters · 12 Aug 2024».
    case separator
    /// A line of code goes on.
    case continuation
    case tableRule
    case ornament
    /// More of a table lies to the left, to the right.
    case moreLeft, moreRight
    case ellipsis

    var unicode: String {
        switch self {
        case .cursorBar: "▌"
        case .bookmark: "◆"
        case .note: "✎"
        case .userTag: "#"
        case .confirmedBar: "┃"
        case .engineBar: "┊"
        case .possibleBar: "·"
        case .citedBar: "§"
        case .rightToLeft: "←"
        case .quotationBar: "▎"
        case .bullet: "•"
        case .separator: "·"
        case .continuation: "↪"
        case .tableRule: "─"
        case .ornament: "∗"
        case .moreLeft: "‹"
        case .moreRight: "›"
        case .ellipsis: "…"
        }
    }

    var ascii: String {
        switch self {
        case .cursorBar: ">"
        case .bookmark: "*"
        case .note: "n"
        case .userTag: "#"
        case .confirmedBar: "|"
        case .engineBar: ":"
        case .possibleBar: "."
        case .citedBar: "="
        case .rightToLeft: "<"
        case .quotationBar: "|"
        case .bullet: "*"
        case .separator: "-"
        case .continuation: "\\"
        case .tableRule: "-"
        case .ornament: "*"
        case .moreLeft: "<"
        case .moreRight: ">"
        case .ellipsis: "~"
        }
    }
}

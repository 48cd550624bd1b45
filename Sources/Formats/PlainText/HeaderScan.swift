/// The first paragraphs of a text, sorted into header lines, captions and those that may be title or deck.
struct HeaderScan {
    var lines: [(index: Int, line: HeaderLine)] = []
    var captions: [(index: Int, text: String)] = []
    /// The places of what may be title or deck.
    var heads: [Int] = []

    var hasTitle: Bool {
        lines.contains { if case .field(.title, _) = $0.line { true } else { false } }
    }

    /// Stops at the first paragraph that can be none of them.
    init(_ paragraphs: ArraySlice<TextParagraph>, longestHead: Int) {
        var headsSinceLine = 0
        for (index, paragraph) in paragraphs.enumerated() {
            guard Self.isPlain(paragraph), !Promotion.isPromotion(paragraph.text) else { return }
            if paragraph.lineCount == 1, let line = HeaderLine(paragraph.text) {
                lines.append((index, line))
                headsSinceLine = 0
            } else if CaptionLine.isCaption(paragraph.text) {
                captions.append((index, paragraph.text))
            } else if headsSinceLine < 2, paragraph.text.utf8.count <= longestHead {
                heads.append(index)
                headsSinceLine += 1
            } else {
                return
            }
        }
    }

    private static func isPlain(_ paragraph: TextParagraph) -> Bool {
        switch paragraph.kind {
        case .text, .underlined: true
        case .item, .quotation, .rule: false
        }
    }
}

import Articles

/// Makes blocks of the paragraphs below the header.
struct PlainBlocks {
    private let paragraphs: ArraySlice<TextParagraph>
    private let limits: FormatLimits

    static func blocks(of paragraphs: ArraySlice<TextParagraph>, limits: FormatLimits) -> [Block] {
        let maker = PlainBlocks(paragraphs: paragraphs, limits: limits)
        return paragraphs.indices.flatMap { maker.blocks(at: $0) }
    }

    private func blocks(at index: Int) -> [Block] {
        let paragraph = paragraphs[index]
        switch paragraph.kind {
        case .rule: return [Block(.rule, "")]
        case .underlined(let level): return [block(.heading, paragraph.text, level: level)]
        case .quotation(let depth):
            return block(.quotation, paragraph.text, level: depth).parts(limit: limits.blockSize)
        case .item(let marker, let indent): return item(at: index, marker, indent: indent)
        case .text: return text(at: index)
        }
    }

    private func text(at index: Int) -> [Block] {
        let text = paragraphs[index].text
        if Promotion.isPromotion(text) { return [block(.promotion, text)] }
        if CaptionLine.isCaption(text) { return [block(.caption, text)] }
        if isHeading(at: index) { return [block(.heading, text, level: 2)] }
        return block(.paragraph, text).parts(limit: limits.blockSize)
    }

    private func block(_ kind: Block.Kind, _ text: String, level: Int? = nil, marker: String? = nil) -> Block {
        Block(kind, text, level: level, marker: marker, spans: InlineMarks.spans(in: text))
    }

    // MARK: Lists

    private func item(at index: Int, _ marker: ListMarker, indent: Int) -> [Block] {
        let text = paragraphs[index].text
        switch marker {
        case .dash where !isBesideDash(index): return block(.paragraph, "– " + text).parts(limit: limits.blockSize)
        case .ordered(let number) where isHeading(at: index, numbered: true):
            return [block(.heading, number + " " + text, level: 2)]
        case .bullet, .dash, .ordered: break
        }
        return block(.listItem, text, level: depth(at: index, indent), marker: marker.text).parts(
            limit: limits.blockSize)
    }

    private func isBesideDash(_ index: Int) -> Bool {
        [index - 1, index + 1].contains { place in
            guard paragraphs.indices.contains(place), case .item(.dash, _) = paragraphs[place].kind else {
                return false
            }
            return true
        }
    }

    /// From 1: one more for each smaller indentation among the items above it in the same list.
    private func depth(at index: Int, _ indent: Int) -> Int {
        var smaller: [Int] = []
        var least = indent
        var place = index - 1
        while place >= paragraphs.startIndex, index - place < 200, case .item(_, let other) = paragraphs[place].kind {
            if other < least {
                smaller.append(other)
                least = other
            }
            place -= 1
        }
        return min(smaller.count + 1, 9)
    }

    // MARK: Headings

    /// A short line without the end of a sentence, above longer text: between empty lines, or between long paragraphs
    /// in a text without empty lines.
    private func isHeading(at index: Int, numbered: Bool = false) -> Bool {
        let paragraph = paragraphs[index]
        let size = paragraph.text.utf8.count
        guard paragraph.lineCount == 1, size <= 100, !SentenceEnd.isAtEnd(of: Array(paragraph.text.utf8)[...]) else {
            return false
        }
        guard let first = paragraph.text.first, !first.isLowercase, let last = paragraph.text.last,
            !",;–—-".contains(last)
        else { return false }
        guard paragraph.text.split(separator: " ").count <= 14, index + 1 < paragraphs.endIndex else { return false }
        let next = paragraphs[index + 1]
        let isBetweenBlanks = paragraph.isAfterBlank && paragraph.isBeforeBlank
        switch next.kind {
        case .text: break
        case .item(_, _): return isBetweenBlanks && !numbered
        case .quotation: return isBetweenBlanks
        case .underlined, .rule: return false
        }
        let nextSize = next.text.utf8.count
        if isBetweenBlanks {
            return nextSize > 100 || (nextSize > size && SentenceEnd.isAtEnd(of: Array(next.text.utf8)[...]))
        }
        let isAfterLong = index > paragraphs.startIndex && paragraphs[index - 1].text.utf8.count > 120
        return !numbered && size <= 80 && isAfterLong && nextSize > 120 && !paragraph.isBeforeBlank
    }
}

import Articles

/// Reads text as people have it: pasted from a page, wrapped at some width, with a title line or without.
struct PlainTextReader {
    private let text: SourceText
    private let limits: FormatLimits
    private var notes: [FormatNote]

    init(_ text: SourceText, limits: FormatLimits, notes: [FormatNote] = []) {
        self.text = text
        self.limits = limits
        self.notes = text.notes + notes
    }

    func reading() throws(FormatError) -> Reading {
        let lines = try TextLine.lines(of: text, limit: limits.lines)
        let kickers = KickerLines(lines, in: text.bytes)
        let before = ParagraphGatherer.paragraphs(of: lines[..<(kickers?.lines.lowerBound ?? 0)], in: text.bytes)
        let paragraphs =
            before + ParagraphGatherer.paragraphs(of: lines[(kickers?.lines.upperBound ?? 0)...], in: text.bytes)
        // Above categories stands a title, and what is below them then needs no guess.
        let isBelowKickers = kickers != nil && before.isEmpty
        let header = PlainHeader(paragraphs, hasKickers: isBelowKickers, fileWords: FileName.words(of: text.name))
        return Reading(article: article(header, kickers?.names ?? [], paragraphs[header.count...]), notes: notes)
    }

    private func article(_ header: PlainHeader, _ kickers: [String], _ body: ArraySlice<TextParagraph>) -> Article {
        let captions = header.captions.map { Block(.caption, $0, spans: InlineMarks.spans(in: $0)) }
        let blocks = captions + PlainBlocks.blocks(of: body, limits: limits)
        let title =
            header.title.map { Field.text($0, limits) }
            ?? TitleFromName.title(of: text.name, deck: header.deck, blocks: blocks)
        return Article(
            title: title, deck: header.deck, kickers: kickers + header.kickers, bylines: header.bylines,
            publisher: header.publisher,
            published: header.published ?? FileName.stemAndDate(of: text.name).date, updated: header.updated,
            language: header.language ?? LanguageGuess.language(of: blocks), url: header.url, tags: header.tags,
            blocks: blocks)
    }
}

/// The values of single fields, held to their limit.
package enum Field {
    /// On one line, without blanks at the ends, and no longer than a field may be.
    package static func text(_ value: String, _ limits: FormatLimits) -> String {
        let line =
            value.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 })
            ? value.split(whereSeparator: \.isWhitespace).joined(separator: " ") : value
        let trimmed = line.trimmingBlanks
        guard trimmed.utf8.count > limits.fieldSize else { return trimmed }
        let bytes = Array(trimmed.utf8)
        return Bytes.string(bytes[..<Bytes.boundary(atOrBefore: limits.fieldSize, in: bytes)])
    }
}

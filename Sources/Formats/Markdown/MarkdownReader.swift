import Articles

/// Reads Markdown, with what stands above it.
///
/// Every block of the text stays in the article, its first heading too: a view that shows the title leaves a heading
/// out that repeats it.
struct MarkdownReader {
    private let text: SourceText
    private let limits: FormatLimits

    init(_ text: SourceText, limits: FormatLimits) {
        self.text = text
        self.limits = limits
    }

    func reading() throws(FormatError) -> Reading {
        var frontMatter = FrontMatter(text.bytes, limits: limits)
        let body = text.bytes[(frontMatter?.end ?? 0)...]
        let check = MarkdownGuard(body, limits: limits)
        guard check.isParsable, let document = MarkdownDocument(body, extensions: check.extensions) else {
            return try plainReading(body, frontMatter)
        }
        let blocks = MarkdownBlocks.blocks(of: document, limits: limits).flatMap { $0.parts(limit: limits.blockSize) }
        var article = Article(title: "", blocks: blocks)
        article.published = FileName.stemAndDate(of: text.name).date
        takeLinesUnderTitle(&article)
        frontMatter?.apply(to: &article, limits: limits)
        if article.title.isEmpty { article.title = title(of: article) }
        article.language = article.language ?? LanguageGuess.language(of: article.blocks)
        return Reading(article: article, notes: text.notes + notes(frontMatter))
    }

    private func notes(_ frontMatter: FrontMatter?) -> [FormatNote] {
        frontMatter?.notes.map { FormatNote(file: text.name, reason: $0) } ?? []
    }

    private func plainReading(_ body: ArraySlice<UInt8>, _ frontMatter: FrontMatter?) throws(FormatError) -> Reading {
        var frontMatter = frontMatter
        let rest = SourceText(name: text.name, bytes: Array(body), notes: text.notes, modified: text.modified)
        var reading = try PlainTextReader(
            rest, limits: limits, notes: [FormatNote(file: text.name, reason: .markdownAsText)]
        ).reading()
        frontMatter?.apply(to: &reading.article, limits: limits)
        reading.notes += notes(frontMatter)
        return reading
    }

    /// The first heading of the first level, else what the file is called.
    private func title(of article: Article) -> String {
        let heading = article.blocks.first { $0.kind == .heading && $0.level == 1 }
        let title = heading.map { Field.text($0.text, limits) } ?? ""
        return title.isEmpty ? TitleFromName.title(of: text.name, deck: article.deck, blocks: article.blocks) : title
    }

    /// A date or a byline directly under a title that opens the text, each in a paragraph of its own, is no part of the
    /// text.
    private func takeLinesUnderTitle(_ article: inout Article) {
        guard let first = article.blocks.first, first.kind == .heading, first.level == 1 else { return }
        for _ in 0..<3 {
            guard article.blocks.count > 2, article.blocks[1].kind == .paragraph,
                let line = HeaderLine(article.blocks[1].text)
            else { return }
            switch line {
            case .published(let date): article.published = date
            case .updated(let date): article.updated = date
            case .credit(let names, let published, let updated):
                article.bylines += names
                article.published = published ?? article.published
                article.updated = updated ?? article.updated
            case .field, .url, .furniture: return
            }
            article.blocks.remove(at: 1)
        }
    }
}

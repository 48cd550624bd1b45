import Articles

/// A work as a list of references names it, whatever the list's format.
struct Reference {
    var title = ""
    var authors: [String] = []
    /// The journal, the book, the site.
    var container: String?
    var publisher: String?
    var date: ArticleDate?
    var language: String?
    var doi: String?
    var url: String?
    var tags: [String] = []
    /// The abstract and notes, in their order.
    var texts: [String] = []

    /// Nothing where neither a title nor a text is known. Without an abstract the text is the reference itself, so that the
    /// article can be found by its authors.
    func article(_ limits: FormatLimits) -> Article? {
        let paragraphs = texts.flatMap { HTMLText.paragraphs(of: $0) }.filter { !$0.isEmpty }
        guard !title.isEmpty || !paragraphs.isEmpty else { return nil }
        let doi = doi.map(Self.bare)
        let address = url.flatMap { SafeAddress.isSafe($0) ? $0 : nil } ?? doi.map { "https://doi.org/" + $0 }
        let blocks = (paragraphs.isEmpty ? [sentence] : paragraphs).flatMap { Block(.paragraph, $0).parts(limit: limits.blockSize) }
        return Article(
            id: doi, title: clipped(title.isEmpty ? paragraphs[0] : title, limits), bylines: list(authors, limits),
            publisher: (container ?? publisher).map { clipped($0, limits) }, published: date,
            language: language.flatMap { LanguageTag.normalised($0) }, url: address, tags: list(tags, limits), blocks: blocks)
    }

    /// `Title. Author, Author. Journal, 2024.`
    private var sentence: String {
        let place = [container ?? publisher, date?.description].compactMap { $0 }.joined(separator: ", ")
        return [title, authors.joined(separator: ", "), place].filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
            .joined(separator: " ")
    }

    private func list(_ values: [String], _ limits: FormatLimits) -> [String] {
        var seen: Set<String> = []
        return values.prefix(limits.listedValues).map { clipped($0, limits) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private func clipped(_ text: String, _ limits: FormatLimits) -> String {
        let bytes = Array(text.utf8)
        return Bytes.string(Bytes.trimmed(bytes[..<Bytes.boundary(atOrBefore: limits.fieldSize, in: bytes)]))
    }

    /// Without the address or the word that a DOI is often written behind.
    private static func bare(_ doi: String) -> String {
        let lower = doi.lowercased()
        for start in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"] where lower.hasPrefix(start) {
            return String(doi.dropFirst(start.count)).trimmingBlanks
        }
        return doi.trimmingBlanks
    }

    /// A date as these lists write it: ISO 8601, a year alone among it, or as people do.
    static func date(_ text: String) -> ArticleDate? { ArticleDate(iso8601: text) ?? DateText.date(text) }

    /// `Given Family` of `Family, Given`.
    static func name(_ name: String) -> String {
        let parts = name.split(separator: ",", maxSplits: 1).map { String($0).trimmingBlanks }
        return parts.count == 2 ? parts[1] + " " + parts[0] : name.trimmingBlanks
    }
}

import Articles
import Text

/// The sources for programs that cite.
extension BriefingPage {
    /// CSL-JSON 1.0.2.
    var csl: JSONValue {
        .array(sources.map { source in
            .object(present: [
                ("id", .string(source.key)), ("type", .string("article-newspaper")), ("title", .string(source.source.title)),
                ("author", source.source.authors.isEmpty ? nil : .array(source.source.authors.map { .object([("literal", .string($0))]) })),
                ("container-title", source.source.publisher.map { .string($0) }), ("issued", source.source.published.map(Self.parts)),
                ("accessed", Self.parts(date)), ("URL", source.source.url.map { .string($0) }), ("language", source.source.language.map { .string($0) }),
                ("citation-number", .string(String(source.number))), ("note", source.citesDraft ? .string(PageWords.draft) : nil),
            ])
        })
    }

    private static func parts(_ date: ArticleDate) -> JSONValue {
        .object([("date-parts", .array([.array([date.year, date.month, date.day].compactMap { $0.map { .number($0) } })]))])
    }

    var bibtex: String {
        sources.map { source in
            var fields = [("title", "{" + Escaping.bibtex(source.source.title) + "}")]
            if !source.source.authors.isEmpty {
                // Each in braces, so that no comma and no «and» in a name parts it.
                fields.append(("author", source.source.authors.map { "{" + Escaping.bibtex($0) + "}" }.joined(separator: " and ")))
            }
            if let publisher = source.source.publisher { fields.append(("journal", Escaping.bibtex(publisher))) }
            if let published = source.source.published {
                fields.append(("year", String(published.year)))
                if let month = published.month { fields.append(("month", String(month))) }
                fields.append(("date", published.withoutTime.description))
            }
            if let url = source.source.url.flatMap({ Escaping.address($0) }) { fields.append(("url", url)) }
            fields.append(("urldate", date.withoutTime.description))
            if let language = source.source.language { fields.append(("langid", Escaping.bibtex(language))) }
            if source.citesDraft { fields.append(("note", Escaping.bibtex(PageWords.draft))) }
            return "@article{\(source.key),\n" + fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n") + "\n}\n"
        }.joined(separator: "\n")
    }

    var ris: String {
        sources.map { source in
            var lines = [("TY", "NEWS"), ("ID", source.key), ("TI", source.source.title)]
            lines += source.source.authors.map { ("AU", $0) }
            if let publisher = source.source.publisher { lines.append(("T2", publisher)) }
            if let published = source.source.published {
                lines.append(("PY", String(published.year)))
                lines.append(("DA", Self.slashed(published)))
            }
            if let url = source.source.url { lines.append(("UR", url)) }
            lines.append(("Y2", Self.slashed(date)))
            if let language = source.source.language { lines.append(("LA", language)) }
            if source.citesDraft { lines.append(("N1", PageWords.draft)) }
            lines.append(("ER", ""))
            return lines.map { "\($0.0)  - \(Escaping.line($0.1))\r\n" }.joined()
        }.joined(separator: "\r\n")
    }

    /// `2026/11/24/`, with nothing between the slashes for what is not known.
    private static func slashed(_ date: ArticleDate) -> String {
        let padded = { (number: Int?) in number.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
        return "\(date.year)/\(padded(date.month))/\(padded(date.day))/"
    }
}

extension BriefingPage.Source {
    /// The same in every list of the same briefing, and of every briefing that cites the article.
    var key: String { "dossier-" + source.identity.prefix(12) }
}

import Articles
import Text
import Topics

/// A page as plain text, wrapped at a width.
struct TextPage {
    static let narrowest = 20

    let page: BriefingPage
    let width: Int

    init(_ page: BriefingPage, width: Int) {
        self.page = page
        self.width = max(Self.narrowest, width)
    }

    var text: String {
        var parts = [wrapped(page.title) + "\n" + rule("="), page.date.withoutTime.description]
        if let query = page.query { parts.append(wrapped("Search: " + query)) }
        if let introduction = page.introduction { parts.append(wrapped(introduction)) }
        parts += page.pieces.map(piece)
        if !page.sources.isEmpty { parts += [heading(PageWords.sources), page.sources.map(source).joined(separator: "\n")] }
        if !page.provisions.isEmpty { parts += [heading(PageWords.provisions)] + page.provisions.map(provisions) }
        parts += page.maps.flatMap { [heading(PageWords.map($0))] + map($0) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func rule(_ sign: String) -> String { String(repeating: sign, count: min(width, 60)) }

    private func heading(_ text: String) -> String { wrapped(text) + "\n" + rule("-") }

    private func piece(_ piece: BriefingPage.Piece) -> String {
        switch piece {
        case .heading(let text): heading(text)
        case .paragraph(let text), .comment(let text): wrapped(text)
        case .quote(let text, let source, let place):
            wrapped("“\(text)” [\(source)]" + (place.isEmpty ? "" : ", \(place)"), first: "    ", rest: "    ")
        case .story(let title, let source, let others):
            wrapped("* \(title) [\(source)]", rest: "  ") + (others.isEmpty ? "" : "\n" + wrapped(PageWords.also(others), first: "  ", rest: "  "))
        }
    }

    private func source(_ source: BriefingPage.Source) -> String {
        let number = "[\(source.number)] "
        var line = PageWords.line(source.source).joined(separator: ". ")
        if let url = source.source.url { line += ". \(url)" }
        if source.citesDraft { line += " (\(PageWords.draft))" }
        return wrapped(line, first: number, rest: String(repeating: " ", count: number.count))
    }

    private func provisions(_ treaty: BriefingPage.TreatyProvisions) -> String {
        ([wrapped(treaty.name)] + treaty.entries.map { entry in
            wrapped(
                "\(entry.citation), \(entry.title) \(PageWords.citations(entry.sources))" + (entry.status == .checked ? "" : " (\(PageWords.recalled))"),
                first: "  ", rest: "    ")
        }).joined(separator: "\n")
    }

    func map(_ map: TreatyMap) -> [String] {
        map.chapters.map { chapter in
            ((chapter.title.isEmpty ? [] : [wrapped(chapter.title)]) + chapter.rows.map { row in
                let beside = row.beside.map { " " + PageWords.beside($0, map.other) }.joined()
                return wrapped(
                    "\(map.treaty.citation(of: row.provision.id.article)), \(row.provision.title): \(PageWords.counts(row)) \(Sparkline.text(row.history))\(beside)",
                    first: "  ", rest: "    ")
            }).joined(separator: "\n")
        }
    }

    /// In lines no wider than the page, what cannot be broken aside.
    private func wrapped(_ text: String, first: String = "", rest: String = "") -> String {
        let text = Printable.stripped(text, keeping: [.lineBreaks])
        let bytes = Array(text.utf8)
        let lines = Wrapping.lines(of: text, width: width - max(first.count, rest.count))
        return lines.enumerated().map { index, line in
            (index == 0 ? first : rest) + String(decoding: bytes[line.range], as: UTF8.self).trimmedEnd + (line.endsInSoftHyphen ? "-" : "")
        }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

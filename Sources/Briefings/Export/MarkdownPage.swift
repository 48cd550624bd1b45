import Articles
import Topics

/// A page as CommonMark with pipe tables.
struct MarkdownPage {
    let page: BriefingPage

    init(_ page: BriefingPage) { self.page = page }

    var text: String {
        var parts = ["# \(Escaping.markdown(page.title))", "*\(page.date.withoutTime)*"]
        if let query = page.query { parts.append("Search: " + Escaping.markdown(query)) }
        if let introduction = page.introduction { parts.append(paragraphs(introduction)) }
        parts += page.pieces.map(piece)
        if !page.sources.isEmpty { parts += ["## \(PageWords.sources)", page.sources.map(source).joined(separator: "\n")] }
        if !page.provisions.isEmpty { parts += ["## \(PageWords.provisions)"] + page.provisions.flatMap(provisions) }
        parts += page.maps.flatMap(map)
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func piece(_ piece: BriefingPage.Piece) -> String {
        switch piece {
        case .heading(let text): return "## \(Escaping.markdown(text))"
        case .paragraph(let text), .comment(let text): return paragraphs(text)
        case .quote(let text, let source, let place):
            return lines(text).map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n") + "\n>\n> \(reference(source, place))"
        case .story(let title, let source, let others):
            return "### \(Escaping.markdown(title)) \(cite([source]))" + (others.isEmpty ? "" : "\n\nalso in \(cite(others))")
        }
    }

    private func reference(_ source: Int, _ place: String) -> String { cite([source]) + (place.isEmpty ? "" : ", " + place) }

    private func cite(_ numbers: [Int]) -> String { numbers.map { "\\[\($0)\\]" }.joined(separator: " ") }

    private func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Escaping.markdown(String($0.drop(while: \.isWhitespace))) }
    }

    private func paragraphs(_ text: String) -> String {
        let kept = lines(text)
        return kept.enumerated().map { index, line in
            index + 1 < kept.count && !line.isEmpty && !kept[index + 1].isEmpty ? line + "\\" : line
        }.joined(separator: "\n")
    }

    private func source(_ source: BriefingPage.Source) -> String {
        var line = "\(source.number). " + PageWords.line(source.source).map { Escaping.markdown($0) }.joined(separator: "\\. ")
        if let url = source.source.url.flatMap({ Escaping.address($0) }) { line += "\\. <\(url)>" }
        if source.citesDraft { line += " \\(\(Escaping.markdown(PageWords.draft))\\)" }
        return line
    }

    private func provisions(_ treaty: BriefingPage.TreatyProvisions) -> [String] {
        let lines = treaty.entries.map { entry in
            "- \(Escaping.markdown(entry.citation)), \(Escaping.markdown(entry.title)) \(cite(entry.sources))"
                + (entry.status == .checked ? "" : " (\(PageWords.recalled))")
        }
        return ["### \(Escaping.markdown(treaty.name))", lines.joined(separator: "\n")]
    }

    private func map(_ map: TreatyMap) -> [String] {
        var parts = ["## \(Escaping.markdown(PageWords.map(map)))"]
        for chapter in map.chapters {
            if !chapter.title.isEmpty { parts.append("### \(Escaping.markdown(chapter.title))") }
            var rows = ["| provision | title | articles | unread | passages | over time |" + (map.other == nil ? "" : " beside |")]
            rows.append("|---|---|--:|--:|--:|---|" + (map.other == nil ? "" : "---|"))
            for row in chapter.rows {
                let cells = [
                    map.treaty.citation(of: row.provision.id.article), row.provision.title, String(row.articles), String(row.unread),
                    row.passages.map(String.init) ?? "", Sparkline.text(row.history),
                ] + (map.other == nil ? [] : [row.beside.map { PageWords.beside($0, map.other) }.joined(separator: "; ")])
                rows.append("| " + cells.map { Escaping.markdown($0) }.joined(separator: " | ") + " |")
            }
            parts.append(rows.joined(separator: "\n"))
        }
        return parts
    }
}

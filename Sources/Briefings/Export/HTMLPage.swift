import Articles
import Topics

/// A page as one HTML file without a script, which stands alone and prints well.
struct HTMLPage {
    let page: BriefingPage

    init(_ page: BriefingPage) { self.page = page }

    private static let style = """
        body{font:1rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        h1,h2,h3{line-height:1.2;break-after:avoid}blockquote{margin:1rem 0 1rem 1rem;padding-left:1rem;border-left:3px solid #888;break-inside:avoid}
        blockquote footer,.date,.also{font-size:.875rem;color:#444}.comment{white-space:pre-line}
        table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;vertical-align:top;padding:.2rem .5rem;border-bottom:1px solid #ccc}
        td.n{text-align:right}tr{break-inside:avoid}a{color:#0645ad;overflow-wrap:anywhere}
        @media(prefers-color-scheme:dark){body{color:#eee;background:#181818}a{color:#8ab4f8}blockquote footer,.date,.also{color:#bbb}}
        @media print{body{max-width:none;margin:0;color:#000;background:#fff}a{color:#000;text-decoration:none}}
        """

    var text: String {
        var body = ["<h1>\(Escaping.html(page.title))</h1>", "<p class=\"date\">\(page.date.withoutTime)</p>"]
        if let query = page.query { body.append("<p class=\"date\">Search: \(Escaping.html(query))</p>") }
        if let introduction = page.introduction { body.append("<p class=\"comment\">\(Escaping.html(introduction))</p>") }
        body += page.pieces.map(piece)
        if !page.sources.isEmpty { body += ["<h2>\(PageWords.sources)</h2>", "<ol>"] + page.sources.map(source) + ["</ol>"] }
        if !page.provisions.isEmpty { body += ["<h2>\(PageWords.provisions)</h2>"] + page.provisions.map(provisions) }
        body += page.maps.map(map)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Escaping.html(page.title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            \(body.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private func piece(_ piece: BriefingPage.Piece) -> String {
        switch piece {
        case .heading(let text): return "<h2>\(Escaping.html(text))</h2>"
        case .paragraph(let text), .comment(let text): return "<p class=\"comment\">\(Escaping.html(text))</p>"
        case .quote(let text, let source, let place):
            let reference = cite([source]) + (place.isEmpty ? "" : ", " + Escaping.html(place))
            return "<blockquote><p class=\"comment\">\(Escaping.html(text))</p><footer>\(reference)</footer></blockquote>"
        case .story(let title, let source, let others):
            return "<h3>\(Escaping.html(title)) \(cite([source]))</h3>" + (others.isEmpty ? "" : "\n<p class=\"also\">also in \(cite(others))</p>")
        }
    }

    private func cite(_ numbers: [Int]) -> String { numbers.map { "<a href=\"#source-\($0)\">[\($0)]</a>" }.joined(separator: " ") }

    private func source(_ source: BriefingPage.Source) -> String {
        var line = PageWords.line(source.source).map { Escaping.html($0) }.joined(separator: ". ")
        if let url = source.source.url.flatMap({ Escaping.address($0) }) {
            line += ". <a href=\"\(Escaping.html(url))\" rel=\"noreferrer\">\(Escaping.html(url))</a>"
        }
        if source.citesDraft { line += " (\(Escaping.html(PageWords.draft)))" }
        return "<li id=\"source-\(source.number)\">\(line)</li>"
    }

    private func provisions(_ treaty: BriefingPage.TreatyProvisions) -> String {
        let items = treaty.entries.map { entry in
            "<li>\(Escaping.html(entry.citation)), \(Escaping.html(entry.title)) \(cite(entry.sources))"
                + (entry.status == .checked ? "" : " (\(PageWords.recalled))") + "</li>"
        }
        return "<h3>\(Escaping.html(treaty.name))</h3>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private func map(_ map: TreatyMap) -> String {
        var parts = ["<h2>\(Escaping.html(PageWords.map(map)))</h2>"]
        let head = ["provision", "title", "articles", "unread", "passages", "over time"] + (map.other == nil ? [] : ["beside"])
        for chapter in map.chapters {
            if !chapter.title.isEmpty { parts.append("<h3>\(Escaping.html(chapter.title))</h3>") }
            parts.append("<table>\n<thead><tr>" + head.map { "<th>\($0)</th>" }.joined() + "</tr></thead>\n<tbody>")
            parts += chapter.rows.map { row(map, $0) }
            parts.append("</tbody>\n</table>")
        }
        return parts.joined(separator: "\n")
    }

    private func row(_ map: TreatyMap, _ row: TreatyMap.Row) -> String {
        let numbers = [String(row.articles), String(row.unread), row.passages.map(String.init) ?? ""].map { "<td class=\"n\">\($0)</td>" }.joined()
        let beside = map.other == nil ? "" : "<td>\(Escaping.html(row.beside.map { PageWords.beside($0, map.other) }.joined(separator: "; ")))</td>"
        return "<tr><td>\(Escaping.html(map.treaty.citation(of: row.provision.id.article)))</td><td>\(Escaping.html(row.provision.title))</td>\(numbers)"
            + "<td>\(Sparkline.text(row.history))</td>\(beside)</tr>"
    }
}

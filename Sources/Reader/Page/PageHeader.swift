import Articles
import Library
import Text

/// What the head of a page says of an article beyond what stands in it.
public struct PageHeader: Hashable, Sendable {
    /// Shown, and named as such, where the article has no date.
    public var fileDate: ArticleDate?
    /// What the reading time is reckoned from; counted when it is first drawn where it is not known.
    public var wordCount: Int?
    public var dates: DateStyle

    public init(fileDate: ArticleDate? = nil, wordCount: Int? = nil, dates: DateStyle = .iso) {
        self.fileDate = fileDate
        self.wordCount = wordCount
        self.dates = dates
    }

    /// What the library knows of it.
    public init(of stored: StoredArticle, dates: DateStyle = .iso) {
        self.init(fileDate: stored.row.sortDate, wordCount: stored.row.wordCount, dates: dates)
    }

    /// Words read in a minute: what adults read of non-fiction in silence, after Brysbaert, «How many words do we read
    /// per minute?», Journal of Memory and Language 109 (2019).
    static let wordsPerMinute = 238
    /// Bytes of Chinese, Japanese or Korean read in a minute, at about 400 characters of three bytes.
    static let denseBytesPerMinute = 1_200

    /// The minutes that reading takes, at least 1.
    public func minutes(of article: Article) -> Int {
        if let language = article.language, ["zh", "ja", "ko"].contains(language.prefix(2).lowercased()) {
            let bytes = article.blocks.reduce(0) { $0 + $1.text.utf8.count }
            return max(1, (bytes + Self.denseBytesPerMinute / 2) / Self.denseBytesPerMinute)
        }
        let words = wordCount ?? article.wordCount
        return max(1, (words + Self.wordsPerMinute / 2) / Self.wordsPerMinute)
    }

    /// Who, where, when and how long.
    func facts(of article: Article) -> [String] {
        var facts: [String] = []
        if !article.bylines.isEmpty { facts.append(article.bylines.joined(separator: ", ")) }
        if let publisher = article.publisher, !publisher.isEmpty { facts.append(publisher) }
        facts.append(date(of: article))
        if let updated = article.updated, updated.withoutTime != article.published?.withoutTime {
            facts.append("updated \(dates.words(updated))")
        }
        facts.append("\(minutes(of: article)) min read")
        if let url = article.url, case let host = LinkTarget(url).host, !host.isEmpty { facts.append(host) }
        return facts
    }

    private func date(of article: Article) -> String {
        if let published = article.published { return dates.words(published) }
        return fileDate.map { "no date (file of \(dates.words($0)))" } ?? "no date"
    }
}

extension PageLayout {
    func headerLines(_ kind: PageItem.Kind) -> [PageLine] {
        switch kind {
        case .kickers: return flowing(article.kickers, kind: .kickers, role: .kicker)
        case .title: return lines(of: article.title.isEmpty ? "Untitled" : article.title, kind: .title, role: .title)
        case .deck: return lines(of: article.deck ?? "", kind: .deck, role: .deck)
        case .byline: return flowing(header.facts(of: article), kind: .byline, role: .byline)
        case .block, .linksHeading, .linkTarget: return []
        }
    }

    /// The parts with separators between them, broken between two parts wherever one fits on a line.
    private func flowing(_ parts: [String], kind: PageLine.Kind, role: Role) -> [PageLine] {
        let separator = " \(glyphs[.separator]) "
        var rows: [String] = []
        var room = 0
        for part in parts {
            let columns = DisplayWidth.of(Printable.visible(part))
            if !rows.isEmpty, columns + 3 <= room {
                rows[rows.count - 1] += separator + part
                room -= columns + 3
            } else {
                rows.append(part)
                room = width - columns
            }
        }
        return rows.flatMap { lines(of: $0, kind: kind, role: role) }
    }

    func linksHeading() -> [PageLine] {
        lines(of: "Links", kind: .linksHeading, role: .minorHeading)
    }

    /// The host, then the whole address, under its number.
    func targetLines(_ number: Int) -> [PageLine] {
        guard links.targets.indices.contains(number - 1) else { return [] }
        let target = links.targets[number - 1]
        let label = "[\(number)]"
        let columns = "[\(links.targets.count)]".utf8.count
        let lead = PageSegment(
            text: label, column: columns - label.utf8.count, columns: label.utf8.count, role: .linkNumber)
        var lines: [PageLine] = []
        if !target.host.isEmpty, target.host != target.address {
            lines = self.lines(of: target.host, kind: .linkTarget, role: .linkHost, indent: columns + 1, lead: [lead])
        }
        lines += self.lines(
            of: target.address, kind: .linkTarget, role: .linkTarget, indent: columns + 1,
            lead: lines.isEmpty ? [lead] : [])
        return lines
    }
}

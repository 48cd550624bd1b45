import Articles
import Formats

/// What a page says of its article: in JSON-LD, in `<meta>`, in its elements, and in the lines around the text.
struct HTMLMetadata {
    private let tree: HTMLTree
    private let measures: HTMLMeasures
    private let limits: FormatLimits
    private let linked: HTMLLinkedData
    private let meta: HTMLMeta
    private let head: HTMLHead
    private let address: String?

    let title: String?
    let site: String?
    /// The page's own address.
    let url: String?
    /// What relative links start from.
    let base: WebAddress?

    /// `address` is where the page was saved from, where that is known.
    init(_ tree: HTMLTree, _ measures: HTMLMeasures, address: String?, limits: FormatLimits) {
        self.tree = tree
        self.measures = measures
        self.limits = limits
        self.address = address
        head = HTMLHead(tree)
        meta = HTMLMeta(tree)
        linked = HTMLLinkedData(meta.scripts)
        let start = WebAddress(address)
        let found = [meta.canonical, meta.first(HTMLMetaField.url.names), linked.url].lazy.compactMap { $0 }
            .compactMap { WebAddress.resolve(Array($0.utf8), base: start) }.first { WebAddress($0) != nil }
        url = found ?? start?.text
        let page = start ?? WebAddress(url)
        base = head.base.flatMap { WebAddress.resolve($0, base: page) }.flatMap { WebAddress($0) } ?? page
        site = [meta.first(HTMLMetaField.publisher.names), linked.publisher].lazy.compactMap { $0 }
            .map { Field.text($0, limits) }.first { !$0.isEmpty && $0.utf8.count <= 80 && !$0.hasPrefix("http") }
        title = HTMLTitle.title(
            linked: linked.title, meta: meta.first(HTMLMetaField.title.names), headings: Self.headings(tree, measures),
            document: head.title, site: site
        ).map { Field.text($0, limits) }
    }

    /// What the first headings of the first level say.
    private static func headings(_ tree: HTMLTree, _ measures: HTMLMeasures) -> [String] {
        tree.nodes.indices.lazy.filter { tree.nodes[$0].tag == .h1 && measures.isShown[$0] }.prefix(4)
            .map { tree.line(of: $0, limit: 1_000) }.filter { !$0.isEmpty }
    }

    /// Whether the page calls itself an article.
    var isArticle: Bool { linked.isArticle || meta.first(["og:type"])?.lowercased() == "article" }

    /// What is said of the article in short: a candidate for its deck.
    var summary: String? { meta.first(HTMLMetaField.summary.names) ?? linked.summary }

    // MARK: The article

    /// The article of `blocks`, which were found in `root`; `lines` are what stood above and below them.
    func article(blocks: [Block], root: Int?, trim: HTMLTrim, name: String) -> Article {
        var article = Article(title: title ?? "", blocks: blocks)
        article.deck = trim.deck ?? deck(above: root)
        if article.title.isEmpty {
            let heading = blocks.first { $0.kind == .heading }.map { Field.text($0.text, limits) }
            article.title = heading ?? TitleFromName.title(of: name, deck: article.deck, blocks: blocks)
        }
        article.kickers = kickers()
        article.bylines = bylines(root, trim)
        article.publisher = site ?? WebAddress(url)?.host
        article.published = published(root, trim) ?? FileName.stemAndDate(of: name).date
        article.updated = updated(trim, published: article.published)
        article.language = language(blocks)
        article.url = url
        article.tags = tags()
        return article
    }

    private func kickers() -> [String] {
        let sections = meta.all(HTMLMetaField.section.names) + linked.sections
        let trail = linked.trail.filter { name in
            !["home", "homepage", "accueil", "startseite", "inicio"].contains(name.lowercased())
                && !HTMLTitle.areAlike(name, title ?? "")
        }
        let found = sections.isEmpty ? trail : sections
        return Array(HTMLBylines.unique(found.map { Field.text($0, limits) }.filter { !$0.isEmpty && $0.utf8.count <= 80 }).prefix(8))
    }

    private func tags() -> [String] {
        var found = meta.all(HTMLMetaField.tags.names)
        if found.isEmpty { found = linked.keywords }
        if found.isEmpty { found = Array(meta.all(HTMLMetaField.keywords.names).prefix(1)) }
        if found.count == 1, found[0].contains(",") || found[0].contains(";") {
            found = found[0].split { $0 == "," || $0 == ";" }.map(String.init)
        }
        let tags = found.map { Field.text($0, limits) }.filter { !$0.isEmpty && $0.utf8.count <= 100 }
        return Array(HTMLBylines.unique(tags).prefix(limits.listedValues))
    }

    private func language(_ blocks: [Block]) -> String? {
        [head.language, meta.first(HTMLMetaField.language.names), linked.language].lazy.compactMap { $0 }
            .compactMap { LanguageTag.normalised(String($0.split(separator: ",").first ?? "")) }.first
            ?? LanguageGuess.language(of: blocks)
    }

    // MARK: Authors

    private func bylines(_ root: Int?, _ trim: HTMLTrim) -> [String] {
        let declared = [linked.authors, meta.all(HTMLMetaField.author.names)].lazy
            .map { $0.flatMap { HTMLBylines.names($0) } }.first { !$0.isEmpty }
        var found = declared ?? trim.bylines ?? marked()
        // A desk or an account where the page also names a person.
        if !found.contains(where: { $0.contains(" ") }), let person = trim.bylines ?? [marked()].first(where: { !$0.isEmpty }),
            person.contains(where: { $0.contains(" ") })
        {
            found = person
        }
        return Array(HTMLBylines.unique(found.map { Field.text($0, limits) }.filter { !$0.isEmpty }).prefix(20))
    }

    /// Those in elements that are marked as the author or the byline.
    private func marked() -> [String] {
        for index in tree.nodes.indices where !tree.nodes[index].isText && measures.isShown[index] {
            let isAuthor =
                tree.nodes[index].tag == .a && tree.string("rel", of: index)?.lowercased().contains("author") == true
                || tree.string("itemprop", of: index) == "author"
            let hints = measures.hints[index]
            guard isAuthor || (hints.contains(.byline) && hints.isDisjoint(with: [.comments, .biography])),
                (1..<120).contains(Int(measures.counts[index].text)), !isAside(index) || isAuthor
            else { continue }
            let line = tree.line(of: index, limit: 400)
            let names = Self.names(inLine: line)
            if isAuthor, !names.isEmpty { return names }
            if !names.isEmpty, names.allSatisfy({ Byline.names($0) != nil }) { return names }
        }
        return []
    }

    private static func names(inLine line: String) -> [String] {
        if case .credit(let names, _, _)? = HeaderLine(line), !names.isEmpty { return names }
        if DateLine.isDate(line) { return [] }
        return HTMLBylines.names(line)
    }

    // MARK: Dates

    private func published(_ root: Int?, _ trim: HTMLTrim) -> ArticleDate? {
        let declared = ([linked.published] + meta.all(HTMLMetaField.published.names)).compactMap { HTMLDates.date($0) }
        // Of two that mean the same moment, the one in the place's own time says more.
        let first = declared.first.map { first in
            declared.first { $0.timestamp == first.timestamp && ($0.time?.offset ?? 0) != 0 } ?? first
        }
        return first
            ?? dated(root, property: "datePublished")
            ?? trim.published
            ?? HTMLDates.date(inAddress: url)
            ?? HTMLDates.date(inAddress: address)
    }

    private func updated(_ trim: HTMLTrim, published: ArticleDate?) -> ArticleDate? {
        let found =
            HTMLDates.date(linked.updated)
            ?? meta.all(HTMLMetaField.updated.names).lazy.compactMap { HTMLDates.date($0) }.first ?? trim.updated
        guard let found, let published else { return found }
        return found.timestamp > published.timestamp ? found : nil
    }

    /// `<time>` and elements with a property of a date, the nearest to the article's beginning first.
    private func dated(_ root: Int?, property: String) -> ArticleDate? {
        var best: (distance: Int, date: ArticleDate)?
        let start = root ?? 0
        for index in tree.nodes.indices where !tree.nodes[index].isText {
            let isTime = tree.nodes[index].tag == .time
            guard isTime || measures.hints[index].contains(.date),
                measures.hints[index].isDisjoint(with: [.comments, .furniture]), !isAside(index)
            else { continue }
            let property = tree.string("itemprop", of: index)
            if property?.contains("dateModified") == true { continue }
            let isMarked = property?.contains("datePublished") == true || tree.attribute("pubdate", of: index) != nil
            guard isTime || isMarked || measures.counts[index].text < 80 else { continue }
            let text =
                tree.string("datetime", of: index) ?? tree.string("content", of: index)
                ?? tree.string("title", of: index)
            let date =
                HTMLDates.date(text) ?? (measures.isShown[index] ? DateLine.date(tree.line(of: index, limit: 200)) : nil)
            guard let date else { continue }
            let distance = isMarked ? -1 : abs(index - start)
            if best.map({ distance < $0.distance }) ?? true { best = (distance, date) }
        }
        return best?.date
    }

    /// Whether it stands in what is called furniture or comments.
    private func isAside(_ index: Int) -> Bool {
        var parent = tree.parent(of: index)
        while let place = parent {
            if !measures.hints[place].isDisjoint(with: [.comments, .role])
                || tree.nodes[place].tag == .aside || tree.nodes[place].tag == .nav
            {
                return true
            }
            parent = tree.parent(of: place)
        }
        return false
    }

    // MARK: Deck

    /// A line between title and text that calls itself the deck.
    private func deck(above root: Int?) -> String? {
        for index in 0..<min(root.map { Int(tree.nodes[$0].end) } ?? 0, tree.nodes.count) {
            let hints = measures.hints[index]
            guard hints.contains(.deck), measures.isShown[index], hints.isDisjoint(with: [.furniture, .comments]),
                (40...600).contains(Int(measures.counts[index].text)), !isAside(index), measures.counts[index].linked * 3 < measures.counts[index].text
            else { continue }
            let line = Field.text(tree.line(of: index, limit: 1_000), limits)
            if !HTMLTitle.areAlike(line, title ?? "") { return line }
        }
        return nil
    }
}

/// Lines that hold a date with little else.
enum DateLine {
    /// The date in a line such as «Posted on 12 March 2025, 10:30 by Editor».
    static func date(_ line: String) -> ArticleDate? {
        guard line.utf8.count <= 160 else { return nil }
        switch HeaderLine(line) {
        case .published(let date), .updated(let date): return date
        case .credit(_, let published, let updated): return published ?? updated
        case .field(_, let value): return DateText.date(value)
        case .url, .furniture, nil: return loose(line)
        }
    }

    static func isDate(_ line: String) -> Bool { date(line) != nil }

    /// The longest run of words that is a date of a day.
    private static func loose(_ line: String) -> ArticleDate? {
        let words = line.split { $0.isWhitespace || $0 == "|" || $0 == "•" }.map(String.init)
        guard words.count <= 24, line.utf8.contains(where: { Bytes.isDigit($0) }) else { return nil }
        for length in stride(from: min(words.count, 8), through: 1, by: -1) {
            for start in 0...(words.count - length) {
                let text = words[start..<(start + length)].joined(separator: " ")
                let bare = text.hasSuffix(":") || text.hasSuffix(",") || text.hasSuffix(".") ? String(text.dropLast()) : text
                if let date = DateText.date(bare), date.precision >= .day { return date }
            }
        }
        return nil
    }
}

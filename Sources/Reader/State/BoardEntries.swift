import Articles
import Briefings
import Library
import Search
import Topics

extension Board.Page {
    /// With marks of the set that the terminal shows.
    func entries(_ glyphs: Glyphs) -> [BoardEntry] {
        switch self {
        case .home(let today, let kept): Self.today(today, glyphs) + Self.kept(kept)
        case .outline(_, let briefing): Self.outline(briefing, glyphs)
        case .treaties(let lines): Self.treaties(lines, glyphs)
        case .map(let map): Self.map(map, glyphs)
        case .passages(_, _, let passages): Self.passages(passages)
        case .related(_, let related): Self.related(related)
        }
    }

    /// What the heading says.
    var title: String {
        switch self {
        case .home: "Today"
        case .outline(let document, _): "Briefings › \(document.title)"
        case .treaties: "Treaties"
        case .map(let map): map.other.map { "\(map.treaty.shortName) beside \($0.shortName)" } ?? map.treaty.name
        case .passages(_, let title, _): title
        case .related(let target, _): "Related to «\(target.title)»"
        }
    }

    var right: String {
        switch self {
        case .home(let today, _): today.map { $0.told < $0.count ? "\($0.told.grouped) of \($0.count.grouped) new" : "\($0.count.grouped) new" } ?? ""
        case .outline(_, let briefing): briefing.items.count.counted("item", "items")
        case .treaties(let lines): lines.count.counted("treaty", "treaties")
        case .map(let map): "\(map.articles.counted("article", "articles")), \(map.unread.grouped) unread"
        case .passages(_, _, let passages): passages.count.counted("passage", "passages")
        case .related(_, let related): related.count.counted("article", "articles")
        }
    }

    private static func today(_ today: Today?, _ glyphs: Glyphs) -> [BoardEntry] {
        guard let today, today.stories > 0 else {
            return [BoardEntry(text: "Nothing is new since your last visit on an earlier day.", look: .dimmed)]
        }
        return today.groups.flatMap { group -> [BoardEntry] in
            let usual = group.history.count > 1 ? "  usually \(rounded(group.usual)) a day" : ""
            let chart = group.topic == nil ? "" : Sparkline.text(group.history, style: glyphs.columns) + usual
            let weight = group.weight == 0 ? "" : "  (\(group.weight > 0 ? "+" : "")\(group.weight))"
            return [BoardEntry(target: .topic(group.topic), text: group.name + weight, right: chart, look: .heading, lines: 1)]
                + group.stories.flatMap { story($0, glyphs) }
        }
    }

    private static func rounded(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    private static func story(_ story: Today.Story, _ glyphs: Glyphs) -> [BoardEntry] {
        let head = BoardEntry(
            target: .article(story.head.id), text: (story.head.isRead ? "" : glyphs.unread + " ") + story.head.shownTitle,
            right: story.head.publisher ?? "", look: .title, indent: 1)
        let sentences = story.sentences.map {
            BoardEntry(target: .place($0.article, $0.range.lowerBound), text: $0.text, look: .quote, indent: 3, lines: 4)
        }
        let others = story.others.map {
            BoardEntry(target: .article($0.id), text: "also: \($0.shownTitle)", right: $0.publisher ?? "", look: .dimmed, indent: 3, lines: 1)
        }
        return [head] + sentences + others
    }

    private static func kept(_ documents: [StoredDocument]) -> [BoardEntry] {
        [BoardEntry(text: "Your briefings", look: .heading, lines: 1)]
            + (documents.isEmpty
                ? [BoardEntry(text: "None yet: C in a list, on notes or while reading makes one.", look: .dimmed, indent: 1)]
                : documents.reversed().map {
                    BoardEntry(target: .briefing($0.id), text: $0.title, right: $0.edited.withoutTime.description, look: .title, indent: 1, lines: 1)
                })
            + [
                BoardEntry(text: "Treaties", look: .heading, lines: 1),
                BoardEntry(target: .treaties, text: "What the library holds on each of their articles", look: .title, indent: 1, lines: 1),
            ]
    }

    private static func outline(_ briefing: Briefing, _ glyphs: Glyphs) -> [BoardEntry] {
        var entries: [BoardEntry] = []
        if let query = briefing.query { entries.append(BoardEntry(text: "Search: \(query)", look: .dimmed, lines: 1)) }
        if briefing.items.isEmpty { entries.append(BoardEntry(text: "It is empty.", look: .dimmed)) }
        for item in briefing.items {
            switch item.content {
            case .heading: entries.append(BoardEntry(target: .item(item.id), text: item.shownTitle, look: .heading))
            case .text(let text): entries.append(BoardEntry(target: .item(item.id), text: item.title ?? text, indent: 1, lines: 4))
            case .quote(let quote):
                entries.append(BoardEntry(target: .item(item.id), text: item.shownTitle, right: quote.source.publisher ?? "", look: .quote, indent: 1, lines: 3))
                entries.append(BoardEntry(text: quote.source.title, look: .dimmed, indent: 3, lines: 1))
            case .story(let story):
                entries.append(BoardEntry(target: .item(item.id), text: item.shownTitle, right: story.source.publisher ?? "", look: .title, indent: 1))
                entries += story.sentences.map { BoardEntry(text: $0.anchor.quote, look: .quote, indent: 3, lines: 3) }
                if !story.others.isEmpty {
                    entries.append(BoardEntry(text: "also: " + story.others.map(\.title).joined(separator: "; "), look: .dimmed, indent: 3, lines: 1))
                }
            }
            if let comment = item.comment { entries.append(BoardEntry(text: glyphs[.note] + " " + comment, indent: 3, lines: 4)) }
        }
        return entries
    }

    /// Where nothing is, nothing is counted.
    private static let nothing = "–"

    private static func treaties(_ lines: [Board.TreatyLine], _ glyphs: Glyphs) -> [BoardEntry] {
        lines.map { line in
            let counts = "\(line.articles.grouped) \(glyphs[.separator]) \(line.unread.grouped) unread"
            return BoardEntry(
                target: .treaty(line.treaty.id), text: "\(line.treaty.id)  \(line.treaty.name)", right: line.articles > 0 ? counts : nothing,
                look: line.articles > 0 ? .title : .dimmed, lines: 1)
        }
    }

    private static func map(_ map: TreatyMap, _ glyphs: Glyphs) -> [BoardEntry] {
        map.chapters.flatMap { chapter -> [BoardEntry] in
            (chapter.title.isEmpty ? [] : [BoardEntry(text: chapter.title, look: .heading, lines: 1)]) + chapter.rows.map { entry($0, map, glyphs) }
        }
    }

    private static func entry(_ row: TreatyMap.Row, _ map: TreatyMap, _ glyphs: Glyphs) -> BoardEntry {
        var entry = BoardEntry(
            target: .provision(row.provision.id, title: "\(map.treaty.citation(of: row.provision.id.article)), \(row.provision.title)"),
            text: "\(row.provision.id.article)  \(row.provision.title)", right: counts(of: row, glyphs, hasHistory: map.other == nil),
            look: row.articles > 0 ? .title : .dimmed, indent: 1, lines: 3)
        if map.other != nil { entry.beside = row.beside.map { beside($0) } }
        return entry
    }

    /// Articles, unread ones and passages, and their columns over time where there is room for them.
    private static func counts(of row: TreatyMap.Row, _ glyphs: Glyphs, hasHistory: Bool) -> String {
        guard row.articles > 0 || (row.passages ?? 0) > 0 else { return nothing }
        let history = hasHistory ? Sparkline.text(row.history, style: glyphs.columns) + " " : ""
        return history + "\(row.articles.grouped)/\(row.unread.grouped)" + (row.passages.map { " \(glyphs.passages)\($0.grouped)" } ?? "")
    }

    /// What corresponds, with its own count, and on what that rests.
    private static func beside(_ other: TreatyMap.Counterpart) -> BoardEntry.Beside {
        let count = other.articles > 0 ? "\(other.articles.grouped)/\(other.unread.grouped)" : nothing
        return BoardEntry.Beside(text: "\(other.provision.id.article)  \(other.provision.title)" + other.basis.remark, right: count)
    }

    private static func passages(_ passages: [LinkedPassage]) -> [BoardEntry] {
        guard !passages.isEmpty else { return [BoardEntry(text: "No passage is linked to it.", look: .dimmed)] }
        return passages.flatMap { passage in
            [
                BoardEntry(target: .place(passage.row.id, passage.range.lowerBound), text: passage.text, look: .quote, lines: 3),
                BoardEntry(text: passage.row.shownTitle + (passage.isCited ? "  (named)" : ""), look: .dimmed, indent: 2, lines: 1),
            ]
        }
    }

    private static func related(_ related: [Board.RelatedLine]) -> [BoardEntry] {
        guard !related.isEmpty else { return [BoardEntry(text: "Nothing is related to it.", look: .dimmed)] }
        return related.flatMap { line -> [BoardEntry] in
            let found = line.article.found
            let quotes = found.snippets.prefix(1).map { BoardEntry(target: .place(found.id, $0.start), text: $0.text, look: .quote, indent: 2, lines: 3) }
            return [
                BoardEntry(target: .article(found.id), text: found.row.shownTitle, right: found.row.publisher ?? "", look: .title),
                BoardEntry(text: line.reason, look: .dimmed, indent: 2, lines: 2),
            ] + quotes
        }
    }
}

extension Glyphs {
    /// What says that passages are counted.
    fileprivate var passages: String { self == .unicode ? "¶" : "p" }

    /// What small charts are made of.
    fileprivate var columns: Sparkline.Style { self == .unicode ? .blocks : .digits }
}

extension TreatyCorrespondences.Basis {
    /// Behind the title; nothing where the texts were compared.
    fileprivate var remark: String {
        switch self {
        case .compared: ""
        case .recalled: " (not compared)"
        case .topic: " (by topic)"
        }
    }
}

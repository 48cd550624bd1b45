import Articles

/// What stands above the text of an article: title, deck, date, bylines and the rest, in any of the orders in which
/// pages and people put them. It takes paragraphs only where they plainly are such things; in doubt they stay in the
/// text.
struct PlainHeader {
    var title: String?
    var deck: String?
    var kickers: [String] = []
    var bylines: [String] = []
    var published: ArticleDate?
    var updated: ArticleDate?
    var publisher: String?
    var url: String?
    var tags: [String] = []
    var language: String?
    /// Picture captions among the rest, which belong to the text.
    var captions: [String] = []
    /// How many paragraphs it takes.
    var count = 0

    private static let longestDeck = 420
    private static let mostParagraphs = 12

    /// `fileWords` are the words of the file's name; a line that has most of them is the title.
    init(_ paragraphs: [TextParagraph], hasKickers: Bool, fileWords: [String]) {
        let found = HeaderScan(paragraphs.prefix(Self.mostParagraphs), longestHead: Self.longestDeck)
        let judge = HeadJudge(paragraphs: paragraphs, fileWords: fileWords)
        let heads: [Head]
        if let lastLine = found.lines.last?.index,
            let early = judge.before(lastLine, found.heads, hasKickers: hasKickers, hasTitle: found.hasTitle)
        {
            let late = judge.after(
                lastLine, found.heads, hasKickers: hasKickers, earlier: early, hasTitle: found.hasTitle)
            heads = early + late
            take(found.lines)
            captions = found.captions.filter { $0.index < lastLine }.map(\.text)
            count = lastLine + 1
        } else {
            heads = judge.after(-1, found.heads, hasKickers: hasKickers, earlier: [], hasTitle: false)
        }
        for head in heads {
            switch head.role {
            case .title: title = title ?? paragraphs[head.index].text
            case .deck: deck = deck ?? paragraphs[head.index].text
            }
            count = max(count, head.index + 1)
        }
        takeCaptions(found.captions)
    }

    /// Captions directly behind what was taken go along with it.
    private mutating func takeCaptions(_ found: [(index: Int, text: String)]) {
        for caption in found where caption.index == count && count > 0 {
            captions.append(caption.text)
            count += 1
        }
    }

    private mutating func take(_ lines: [(index: Int, line: HeaderLine)]) {
        for (_, line) in lines {
            switch line {
            case .published(let date): published = published ?? date
            case .updated(let date): updated = updated ?? date
            case .credit(let names, let published, let updated):
                bylines += names
                self.published = self.published ?? published
                self.updated = self.updated ?? updated
            case .field(let field, let value): take(field, value)
            case .url(let address): url = url ?? address
            case .furniture: break
            }
        }
    }

    private mutating func take(_ field: HeaderField, _ value: String) {
        switch field {
        case .title: title = title ?? value
        case .deck: deck = deck ?? value
        case .author: bylines += Byline.names(value) ?? [value]
        case .published: published = published ?? DateText.date(value)
        case .updated: updated = updated ?? DateText.date(value)
        case .publisher: publisher = publisher ?? value
        case .url: url = url ?? InlineMarks.wholeLink(value)
        case .tags: tags += Self.list(value)
        case .kickers: kickers += Self.list(value)
        case .language: language = language ?? LanguageTag.normalised(value)
        }
    }

    private static func list(_ value: String) -> [String] {
        value.split { $0 == "," || $0 == ";" }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
}

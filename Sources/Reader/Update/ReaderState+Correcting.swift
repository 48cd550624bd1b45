import Articles
import Library

extension ReaderState {
    /// `g c`: which of title, date and byline is wrong.
    mutating func chooseCorrection() -> [Effect] {
        guard awaited == nil, let reading else { return [] }
        let article = reading.article.article
        let items = CorrectedField.allCases.map { field in
            Chooser.Item(.field(field), text: field.noun, note: Self.shown(field, article).flattened)
        }
        chooser = Chooser(
            .correct, title: "Correct what?", words: reading.article.row.shownTitle,
            items: items + [Chooser.Item(.field(nil), text: "nothing: take back all corrections")])
        return []
    }

    private static func shown(_ field: CorrectedField, _ article: Article) -> String {
        switch field {
        case .title: article.title.isEmpty ? "none" : article.title
        case .date: article.published?.description ?? "none"
        case .bylines: article.bylines.isEmpty ? "none" : article.bylines.joined(separator: "; ")
        }
    }

    /// Asks for what it should say, beginning with what it says now; nothing takes all corrections back.
    mutating func askCorrection(of field: CorrectedField?) -> [Effect] {
        guard let reading else { return [] }
        guard let field else { return [.correct(reading.id, nil)] }
        let article = reading.article.article
        let now = Self.shown(field, article)
        return ask(.correction(field, reading.id, title: reading.article.row.shownTitle), text: now == "none" ? "" : now)
    }

    mutating func keepCorrection(_ answer: String, _ field: CorrectedField, of id: ArticleID) -> [Effect] {
        guard let correction = try? ArticleCorrection(field, typed: answer) else { return [] }
        return [.correct(id, correction)]
    }

    // MARK: Going to a place

    /// `%`: asks for a share of the text, or the number of a line.
    mutating func askPlace() -> [Effect] {
        guard awaited == nil, let reading else { return [] }
        let percent = Int(reading.progress(rows: articleRows) * 100)
        return ask(.place(percent: percent))
    }

    mutating func go(to answer: String) -> [Effect] {
        guard let target = PlaceTarget(answer) else { return [] }
        withReading { $0.go(to: target, rows: $1) }
        return []
    }
}

/// Where a person wants to be in an article.
enum PlaceTarget: Hashable {
    /// From 0 on.
    case percent(Int)
    /// From 1 on, as the page is laid out now.
    case line(Int)

    /// «40%», «40 %» or «120».
    init?(_ text: String) {
        let words = text.trimmed
        let isPercent = words.hasSuffix("%")
        let digits = (isPercent ? String(words.dropLast()) : words).trimmed
        guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
        else { return nil }
        self = isPercent ? .percent(number) : .line(number)
    }
}

extension ReadingState {
    /// The line that is meant comes to stand first, as far as there is text below it.
    mutating func go(to target: PlaceTarget, rows: Int) {
        let place: PagePlace
        switch target {
        case .percent(let percent):
            let length = article.article.text.utf8.count
            place = percent <= 0 ? .start : percent >= 100 ? page.end : page.place(of: length * percent / 100)
        case .line(let number): place = page.place(ofLine: max(0, number - 1)) ?? page.end
        }
        setTop(min(place, page.lastTop(rows: rows)))
        block = page.block(at: place).flatMap(page.passage(near:)) ?? block
    }
}

extension Question {
    /// How the question was read, as a sentence: `articles that hold “fraud” and a word beginning with “extrad”, published in
    /// August 2024, newest first`.
    public var explanation: String {
        query.explanation + (order.map { ", " + $0.explanation } ?? "")
    }
}

extension SearchRequest.Order {
    /// As the end of a sentence.
    public var explanation: String {
        switch self {
        case .relevance: "best answers first"
        case .newest: "newest first"
        case .oldest: "oldest first"
        case .title: "by title"
        }
    }
}

extension Query {
    /// How the query was read, as a sentence.
    public var explanation: String {
        let query = normalised
        if query == .all { return "all articles" }
        let parts = if case .and(let parts) = query { parts } else { [query] }
        var clauses: [String] = []
        let held = Self.held(by: parts)
        let absent = Self.absent(from: parts)
        if !held.isEmpty {
            let without = absent.isEmpty ? "" : " but not " + Self.list(absent, "or")
            clauses.append("that hold " + Self.list(held, "and") + without)
        } else if !absent.isEmpty {
            clauses.append("that do not hold " + Self.list(absent, "or"))
        }
        clauses += parts.compactMap(\.condition)
        let first = clauses.removeFirst()
        return (["articles " + first] + clauses).joined(separator: ", ")
    }

    private static func held(by parts: [Query]) -> [String] { parts.compactMap(\.noun) }

    private static func absent(from parts: [Query]) -> [String] {
        parts.compactMap { if case .not(let inner) = $0 { inner.noun } else { nil } }
    }

    static func list(_ items: [String], _ word: String) -> String {
        guard let last = items.last else { return "" }
        if items.count == 1 { return last }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    /// What an article holds, where the query is of words.
    private var noun: String? {
        switch self {
        case .text(let text): text.noun
        case .near(let near): near.noun
        case .any(let parts): Self.list(parts.compactMap(\.grouped), "or")
        case .or(let parts) where isWords: Self.list(parts.compactMap(\.grouped), "or")
        case .and(let parts) where isWords: Self.list(parts.compactMap(\.grouped), "and")
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .and, .or, .not: nil
        }
    }

    /// The noun, in parentheses where it joins several.
    private var grouped: String? {
        switch self {
        case .and, .or, .any: noun.map { "(" + $0 + ")" }
        case .all, .text, .near, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .not: noun
        }
    }

    /// What follows the comma after `articles`, for a part that is not words, nor words that must not be there.
    private var condition: String? {
        switch self {
        case .text, .near, .any: nil
        case .not(let inner): inner.noun == nil ? "not " + inner.participle : nil
        case .and, .or: noun == nil ? participle : nil
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: participle
        }
    }

    /// What can stand behind `articles`, whatever the query.
    private var participle: String {
        switch self {
        case .all: "of any kind"
        case .text, .near, .any: "holding " + (noun ?? "")
        case .note(let text): "with a note that holds " + text.noun
        case .topic(let topic): topic.participle
        case .treaty(let treaty):
            "on " + (treaty.isPrefix ? "provisions whose name begins with " : "") + "“\(treaty.name)”"
        case .tag(let tag): "tagged " + (tag.isPrefix ? "with a tag beginning with " : "") + "“\(tag.name)”"
        case .state(let state): state.participle
        case .has(let part): "with " + part.noun
        case .dates(let span): span.participle
        case .language(let tag): "in the language “\(tag)”"
        case .file(let part): "from a file whose path holds “\(part)”"
        case .id(let id): "with the identifier “\(id)”"
        case .not(let inner): "not " + inner.participle
        case .and(let parts): "(" + Self.list(parts.map(\.participle), "and") + ")"
        case .or(let parts): "(" + Self.list(parts.map(\.participle), "or") + ")"
        }
    }
}

extension TextQuery {
    /// What is looked for, and in which field.
    fileprivate var noun: String { bare + (field.map { " in " + $0.noun } ?? "") }

    fileprivate var bare: String {
        let isPhrase = words.utf8.contains(0x20)
        switch match {
        case .stem: return isPhrase ? "the words “\(words)” in a row" : "“\(words)”"
        case .prefix: return isPhrase ? "words in a row beginning with “\(words)”" : "a word beginning with “\(words)”"
        case .fuzzy(let distance):
            let letters = distance == 1 ? "a letter" : "\(distance) letters"
            return isPhrase ? "words in a row like “\(words)”, each up to \(letters) off"
                : "a word like “\(words)”, up to \(letters) off"
        }
    }
}

extension NearQuery {
    fileprivate var noun: String {
        let words = distance == 0 ? "next to" : distance == 1 ? "at most one word from" : "at most \(distance) words from"
        let text = Query.list(left.map(\.bare), "or") + " " + words + " " + Query.list(right.map(\.bare), "or")
        return text + (field.map { " in " + $0.noun } ?? "")
    }
}

extension TextField {
    fileprivate var noun: String {
        switch self {
        case .title: "the title"
        case .deck: "the deck"
        case .kickers: "the kickers"
        case .bylines: "the byline"
        case .publisher: "the publisher's name"
        case .body: "the text"
        }
    }
}

extension TopicQuery {
    fileprivate var participle: String {
        if isPrefix { return "on topics whose name begins with “\(topic)”" }
        return "on the topic “\(topic)”" + (isExact ? " itself" : " or one below it")
    }
}

extension ArticleState {
    fileprivate var participle: String {
        switch self {
        case .unread: "not yet read"
        case .read: "read"
        case .starred: "with a star"
        case .bookmarked: "with a bookmark"
        case .noted: "with a note"
        case .highlighted: "with a highlight"
        case .trashed: "in the trash"
        case .gone: "whose file is gone"
        }
    }
}

extension ArticlePart {
    fileprivate var noun: String {
        switch self {
        case .notes: "notes"
        case .highlights: "highlights"
        case .tags: "tags of yours"
        case .bookmarks: "bookmarks"
        case .topics: "topics"
        case .date: "a date of publication"
        case .links: "links"
        case .deck: "a deck"
        case .kickers: "kickers"
        case .byline: "a byline"
        case .publisher: "a publisher"
        case .language: "a known language"
        }
    }
}

extension DateSpan {
    fileprivate var participle: String {
        switch self {
        case .since(.date(let date)): "published since \(date.words)"
        case .since(.ago(let count, let unit)): "published in the last \(unit.counted(count))"
        case .before(let bound): "published before \(bound.words)"
        case .through(let bound): "published until \(bound.words)"
        case .between(.date(let first), .date(let last)) where first == last:
            "published \(first.day == nil ? "in" : "on") \(first.words)"
        case .between(let first, let last): "published from \(first.words) to \(last.words)"
        }
    }
}

extension DateBound {
    fileprivate var words: String {
        switch self {
        case .date(let date): date.words
        case .ago(let count, let unit): unit.counted(count) + " ago"
        }
    }
}

extension DateBound.Unit {
    fileprivate func counted(_ count: Int) -> String {
        let word = switch self {
        case .days: "day"
        case .weeks: "week"
        case .months: "month"
        case .years: "year"
        }
        return count == 1 ? "1 \(word)" : "\(count) \(word)s"
    }
}

extension CalendarDate {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `2024`, `August 2024`, `12 August 2024`.
    fileprivate var words: String {
        guard let month else { return "\(year)" }
        return (day.map { "\($0) " } ?? "") + Self.months[month - 1] + " \(year)"
    }
}

/// What stands before the colon in a query. The one list of fields: parser, help, completion and manual are made from it.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
    case title, deck, kicker, text, by, from, note, tag, topic, treaty
    case state = "is"
    case has
    case date, since, before
    case language = "lang"
    case file, id, any, sort

    /// What a field's value is.
    enum Kind: Hashable {
        /// Words of an article or a note, each with a star or tilde where that is wanted.
        case words
        /// A name that may end in a star.
        case name
        /// One of a few words, a date, or a text taken as it is.
        case value
        /// Says how the rest is taken.
        case manner
    }

    var kind: Kind {
        switch self {
        case .title, .deck, .kicker, .text, .by, .from, .note: .words
        case .tag, .topic, .treaty: .name
        case .state, .has, .date, .since, .before, .language, .file, .id: .value
        case .any, .sort: .manner
        }
    }

    /// One line of help.
    public var help: String {
        switch self {
        case .title: "words of the title"
        case .deck: "words of the line under the title"
        case .kicker: "words of the category lines"
        case .text: "words of the article's text"
        case .by: "words of the byline"
        case .from: "words of the publisher's name"
        case .note: "words of your notes"
        case .tag: "a tag of your own, on the article or in it"
        case .topic: "a topic and all below it; topic:=name for the topic alone"
        case .treaty: "a treaty or law, or one provision of it"
        case .state: "what the article is: " + Self.list(ArticleState.allCases.map(\.rawValue))
        case .has: "what the article has: " + Self.list(ArticlePart.allCases.map(\.rawValue))
        case .date: "a day, month, year or span of publication, or the last days"
        case .since: "published then or later"
        case .before: "published earlier"
        case .language: "the article's language"
        case .file: "a part of the file's name or folder"
        case .id: "one article, by its identifier"
        case .any: "any of the words, the best answers first"
        case .sort: "the order of the answers: " + Self.list(SearchRequest.Order.allCases.map(\.rawValue))
        }
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

    /// A query that uses the field.
    public var example: String {
        switch self {
        case .title: "title:ransomware"
        case .deck: "deck:treaty"
        case .kicker: "kicker:fraud"
        case .text: "text:\"mutual legal assistance\""
        case .by: "by:smith"
        case .from: "from:reuters"
        case .note: "note:deadline"
        case .tag: "tag:hanoi"
        case .topic: "topic:extradition"
        case .treaty: "treaty:UNCC/7"
        case .state: "is:unread"
        case .has: "has:notes"
        case .date: "date:2024-08..2024-12"
        case .since: "since:7d"
        case .before: "before:2025"
        case .language: "lang:en"
        case .file: "file:2024/"
        case .id: "id:a1b2c3"
        case .any: "any:(how do states share evidence)"
        case .sort: "sort:relevance"
        }
    }

    /// The part of the article's words that the field looks in; nothing for a condition of another kind.
    public var textField: TextField? {
        switch self {
        case .title: .title
        case .deck: .deck
        case .kicker: .kickers
        case .text: .body
        case .by: .bylines
        case .from: .publisher
        case .note, .tag, .topic, .treaty, .state, .has, .date, .since, .before, .language, .file, .id, .any, .sort: nil
        }
    }

    /// The values that can follow, where there are few.
    public var values: [String] {
        switch self {
        case .state: ArticleState.allCases.map(\.rawValue)
        case .has: ArticlePart.allCases.map(\.rawValue)
        case .sort: SearchRequest.Order.allCases.map(\.rawValue)
        case .title, .deck, .kicker, .text, .by, .from, .note, .tag, .topic, .treaty, .date, .since, .before, .language,
            .file, .id, .any:
            []
        }
    }
}

/// What stands before the colon in a query. The one list of fields: parser, help and completion are made from it.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
    case title, deck, kicker, text, by, from, tag, topic
    case state = "is"
    case date, since, before
    case language = "lang"
    case file

    /// One line of help.
    public var help: String {
        switch self {
        case .title: "words of the title"
        case .deck: "words of the line under the title"
        case .kicker: "words of the category lines"
        case .text: "words of the article's text"
        case .by: "words of the byline"
        case .from: "words of the publisher's name"
        case .tag: "a tag of your own, on the article or in it"
        case .topic: "a topic and all below it; topic:=name for the topic alone"
        case .state: "what the article is: " + ArticleState.allCases.map(\.rawValue).joined(separator: ", ")
        case .date: "a day, month, year or span of publication"
        case .since: "published then or later"
        case .before: "published earlier"
        case .language: "the article's language"
        case .file: "a part of the file's name or folder"
        }
    }

    /// A query that uses the field.
    public var example: String {
        switch self {
        case .title: "title:ransomware"
        case .deck: "deck:treaty"
        case .kicker: "kicker:fraud"
        case .text: "text:\"mutual legal assistance\""
        case .by: "by:smith"
        case .from: "from:reuters"
        case .tag: "tag:hanoi"
        case .topic: "topic:extradition"
        case .state: "is:unread"
        case .date: "date:2024-08..2024-12"
        case .since: "since:7d"
        case .before: "before:2025"
        case .language: "lang:en"
        case .file: "file:2024/"
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
        case .tag, .topic, .state, .date, .since, .before, .language, .file: nil
        }
    }
}

/// The parts of an article that hold words, in the order in which an index keeps them.
public enum TextField: Int, Hashable, Sendable, CaseIterable {
    case title, deck, kickers, bylines, publisher, body

    /// What stands for it in a query.
    public var queryField: QueryField {
        switch self {
        case .title: .title
        case .deck: .deck
        case .kickers: .kicker
        case .bylines: .by
        case .publisher: .from
        case .body: .text
        }
    }
}

import Library
import Topics

/// What is kept of the view from one run to the next.
public struct Session: Hashable, Sendable {
    public var source: Source = .library
    public var filter = LibraryFilter()
    /// The article under the cursor of the library's list.
    public var selected: ArticleID?
    public var query = ""
    /// The branches of the tree of topics that are open; nothing where it was never seen.
    public var openTopics: [TopicID]?
    public var measure = PageGeometry.standardMeasure
    /// Whether code that is too long for a line goes on in the next.
    public var wrapsCode = true
    public var panes = PaneChoice()
    /// Whether topics that are only possible are shown.
    public var showsPossible = true
    /// Where the cursor was in the articles that were left last, the last one at the end.
    public internal(set) var cursors: [Cursor] = []

    /// What was done from the palette, the last one first.
    public var recentCommands: [String] = []
    /// The colour of the last highlight.
    public var colour = HighlightColour.yellow
    /// Under what the notes are listed.
    public var grouping = PassageList.Grouping.none
    /// A note that was being written.
    public var draft: Draft?

    /// The passage under the cursor of an article that was left.
    public struct Cursor: Hashable, Sendable {
        public var article: ArticleID
        /// Where the passage begins: a UTF-8 offset of the canonical text.
        public var offset: Int
    }

    /// How many articles' cursors are kept.
    static let mostCursors = 100

    /// Columns of text.
    static let widestMeasure = 80
    static let narrowestMeasure = 40

    public init() {}

    /// As it is kept: a line for each value, `name=value`, with `%`, line breaks and such in hexadecimal.
    public var encoded: String {
        var lines = ["source=\(source.rawValue)", "measure=\(measure)"]
        if let topic = filter.topic { lines.append("topic=" + Self.escaped(topic.rawValue)) }
        if filter.isUnreadOnly { lines.append("unread=1") }
        if let words = filter.words { lines.append("filter=" + Self.escaped(words)) }
        if let selected { lines.append("selected=\(selected.rawValue)") }
        if !query.isEmpty { lines.append("query=" + Self.escaped(query)) }
        if !wrapsCode { lines.append("wrap=0") }
        if !panes.closed.isEmpty {
            lines.append("closed=" + Pane.allCases.filter(panes.closed.contains).map(\.rawValue).joined(separator: ","))
        }
        if panes.shift != 0 { lines.append("shift=\(panes.shift)") }
        if !showsPossible { lines.append("possible=0") }
        if colour != .yellow { lines.append("colour=\(colour.rawValue)") }
        if grouping != .none { lines.append("grouping=\(grouping.rawValue)") }
        if let draft { lines.append("draft=" + draft.encoded(Self.escaped)) }
        if !cursors.isEmpty {
            lines.append("cursors=" + cursors.map { "\($0.article.rawValue):\($0.offset)" }.joined(separator: ","))
        }
        if !recentCommands.isEmpty { lines.append("recent=" + recentCommands.map(Self.escaped).joined(separator: ",")) }
        if let openTopics { lines.append("open=" + openTopics.map { Self.escaped($0.rawValue) }.joined(separator: ",")) }
        return lines.joined(separator: "\n")
    }

    /// Reads what ``encoded`` wrote; what it does not know, or what makes no sense, is passed over.
    public init(encoded: String) {
        for line in encoded.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let key = Key(rawValue: String(parts[0])) else { continue }
            take(key, String(parts[1]))
        }
    }

    private enum Key: String {
        case source, measure, topic, unread, filter, selected, query, open, cursors, possible, recent, wrap, closed, shift
        case colour, grouping, draft
    }

    private mutating func take(_ key: Key, _ value: String) {
        switch key {
        case .colour: colour = HighlightColour(rawValue: value) ?? colour
        case .grouping: grouping = PassageList.Grouping(rawValue: value) ?? grouping
        case .draft: draft = Draft(value, Self.unescaped)
        case .source: source = Source(rawValue: value) ?? source
        case .measure: measure = min(max(Int(value) ?? measure, Self.narrowestMeasure), Self.widestMeasure)
        case .topic: filter.topic = TopicID(Self.unescaped(value))
        case .unread: filter.isUnreadOnly = value == "1"
        case .filter: filter.words = Self.unescaped(value)
        case .selected: selected = Int64(value).map(ArticleID.init)
        case .query: query = Self.unescaped(value)
        case .wrap: wrapsCode = value != "0"
        case .possible: showsPossible = value != "0"
        case .closed: panes.closed = Set(value.split(separator: ",").compactMap { Pane(rawValue: String($0)) })
        case .shift: panes.shift = min(max(Int(value) ?? 0, -PaneChoice.furthest), PaneChoice.furthest)
        case .cursors: cursors = value.split(separator: ",").suffix(Self.mostCursors).compactMap(Self.cursor)
        case .recent: recentCommands = value.split(separator: ",").prefix(ReaderState.mostRecent).map { Self.unescaped(String($0)) }
        case .open: openTopics = value.split(separator: ",").map { TopicID(Self.unescaped(String($0))) }
        }
    }

    private static func cursor(_ text: Substring) -> Cursor? {
        let numbers = text.split(separator: ":").map { Int64($0) }
        guard numbers.count == 2, let article = numbers[0], let offset = numbers[1].flatMap({ Int(exactly: $0) }), offset >= 0
        else { return nil }
        return Cursor(article: ArticleID(article), offset: offset)
    }

    /// Notes where the cursor is in an article; nothing forgets it, where the cursor is where reading begins.
    mutating func setCursor(_ offset: Int?, in article: ArticleID) {
        cursors.removeAll { $0.article == article }
        guard let offset else { return }
        cursors.append(Cursor(article: article, offset: offset))
        if cursors.count > Self.mostCursors { cursors.removeFirst(cursors.count - Self.mostCursors) }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar == "%" || scalar == "," || scalar == ";" {
                result += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

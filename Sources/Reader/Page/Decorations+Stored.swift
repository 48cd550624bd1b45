import Articles
import Library
import Topics

extension Decorations {
    /// How a topic is named beside the text.
    public struct TopicName: Hashable, Sendable {
        /// At most six letters.
        public var code: String
        public var hue: TopicHue

        public init(code: String, hue: TopicHue) {
            self.code = code
            self.hue = hue
        }
    }

    /// What the library knows of an article's passages: topics, bookmarks and the user's tags. What belongs to the
    /// article as a whole, and what is orphaned, has no place in the text and is left out.
    /// - Parameter name: nothing for a topic that is not to be shown.
    public init(of stored: StoredArticle, showsPossible: Bool = true, name: (TopicID) -> TopicName?) {
        var decorations: [Decoration] = []
        for link in stored.links where !link.passage.range.isEmpty && (showsPossible || link.standing == .probable) {
            guard let name = name(link.topic) else { continue }
            let mark = TopicMark(
                code: name.code, hue: name.hue, standing: TopicMark.Standing(of: link), score: link.explanation.score)
            decorations.append(Decoration(.topic(mark), link.passage.range))
        }
        for passage in stored.passages {
            guard let range = passage.range else { continue }
            if passage.isBookmarked { decorations.append(Decoration(.bookmark, range)) }
            if let colour = passage.highlight { decorations.append(Decoration(.highlight(colour), range)) }
            if passage.note != nil { decorations.append(Decoration(.note(count: 1), range)) }
            if !passage.tags.isEmpty { decorations.append(Decoration(.userTag, range)) }
        }
        self.init(decorations)
    }
}

extension TopicMark.Standing {
    /// What a link's origin and score make of it.
    public init(of link: TopicLink) {
        switch link.origin {
        case .user: self = .confirmed
        case .kicker: self = .likely
        case .citation: self = link.standing == .probable ? .cited : .possible
        case .engine: self = link.standing == .probable ? .likely : .possible
        }
    }
}

extension Decoration {
    /// The words that speak for a link's topic.
    public static func evidence(of link: TopicLink) -> [Decoration] {
        link.explanation.evidence.map { Decoration(.evidence, $0.start..<max($0.start, $0.end)) }
    }
}

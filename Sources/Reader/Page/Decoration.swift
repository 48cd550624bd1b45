import Library

/// Something anchored to a range of an article's text. Whatever is shown of one, in the text, beside it or both, is drawn
/// by one mechanism, and moves with the text through every width.
public struct Decoration: Hashable, Sendable {
    /// What is anchored. Within one line, what comes later in ``Kind/layer`` lies over what comes before.
    public enum Kind: Hashable, Sendable {
        /// The block that keys act on. Its ground goes across the page, with a bar at the left.
        case passageCursor
        /// Bookmarked by the user.
        case bookmark
        /// Tagged by the user, with so many of their own tags.
        case userTag
        /// Highlighted by the user.
        case highlight(HighlightColour)
        /// Annotated, with so many notes.
        case note(count: Int)
        /// Linked to a topic: its code stands beside the block.
        case topic(TopicMark)
        /// Selected by the user.
        case selection
        /// Words that speak for the topic in focus.
        case evidence
        /// A «(see: …)» whose title the library holds.
        case resolvedReference
        case searchHit
        /// The hit that was stepped to.
        case currentHit
    }

    /// In UTF-8 offsets of the canonical text.
    public var range: Range<Int>
    public var kind: Kind

    public init(_ kind: Kind, _ range: Range<Int>) {
        self.range = range
        self.kind = kind
    }
}

extension Decoration.Kind {
    /// What lies over what. Grounds come first, then what changes letters, then hits, which are what was asked for last.
    /// Colours of a higher layer replace those below, attributes add up.
    var layer: Int {
        switch self {
        case .passageCursor: 0
        case .topic, .userTag, .note: 1
        case .bookmark, .highlight: 2
        case .selection: 3
        case .resolvedReference: 4
        case .evidence: 5
        case .searchHit: 6
        case .currentHit: 7
        }
    }

    /// What the text itself is overlaid with; nothing for what shows only beside it.
    var role: Role? {
        switch self {
        case .passageCursor: .passageCursor
        case .bookmark: .bookmarked
        case .highlight(let colour): colour.role
        case .selection: .selection
        case .resolvedReference: .resolvedReference
        case .evidence: .evidence
        case .searchHit: .searchHit
        case .currentHit: .currentHit
        case .topic, .userTag, .note: nil
        }
    }
}

/// A topic beside the text: how its code is shown.
public struct TopicMark: Hashable, Sendable {
    /// How sure it is.
    public enum Standing: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// The engine holds it possible: `MLA?·`, dimmed.
        case possible
        /// The engine thinks so: `MLA ┊`.
        case likely
        /// A provision that stands for it is cited, or a category line names it: `MLA §`.
        case cited
        /// A person said so: `MLA ┃`.
        case confirmed

        public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

        /// How sure: a citation is no surer than words.
        fileprivate var rank: Int {
            switch self {
            case .possible: 0
            case .likely, .cited: 1
            case .confirmed: 2
            }
        }
    }

    /// At most six letters.
    public var code: String
    public var hue: TopicHue
    public var standing: Standing
    /// In log-odds; decides the order among equals.
    public var score: Double

    public init(code: String, hue: TopicHue, standing: Standing, score: Double = 0) {
        self.code = code
        self.hue = hue
        self.standing = standing
        self.score = score
    }

    /// Whether it comes before `other`: the surer first, then the stronger, then by code.
    func precedes(_ other: TopicMark) -> Bool {
        if standing.rank != other.standing.rank { return standing.rank > other.standing.rank }
        if score != other.score { return score > other.score }
        return code < other.code
    }
}

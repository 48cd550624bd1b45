import Articles
import Library
import Search
import Topics

/// Choosing one of several by typing a part of it: a topic, or a word that was found.
public struct Chooser: Hashable, Sendable {
    /// What is done with what is chosen.
    public enum Purpose: Hashable, Sendable {
        /// Says of a topic that the passage is about it, or not.
        case judge(Verdict)
        /// The same of all passages of a list.
        case judgeAll(Verdict)
        /// Leaves a label, or a word, of the topic out.
        case exclude(LearningExclusion, TopicID)
        /// Orders a list.
        case sort(Source)
        /// Opens a link of the article.
        case link
        /// Corrects something of the article.
        case correct
        /// Says which of several passages is meant.
        case mark(MarkWish)
        /// The colour of a highlight.
        case colour
        /// Under what notes are listed.
        case group
        /// One of the feeds, or what is done with all.
        case feeds
        /// What is done with a feed.
        case feed(String)
    }

    /// Something to choose.
    public struct Item: Hashable, Sendable {
        public enum Value: Hashable, Sendable {
            case topic(TopicID)
            case word(String)
            case order(SearchRequest.Order)
            /// An address as the article has it.
            case address(String)
            /// Nothing stands for all, taken back.
            case field(CorrectedField?)
            case place(MarkTarget)
            case colour(HighlightColour)
            case grouping(PassageList.Grouping)
            case feed(FeedChoice)
        }

        public var value: Value
        /// A topic's code; nothing for a word.
        public var code: String
        public var hue: TopicHue
        public var text: String
        /// How it stands now: «probable».
        public var note: String

        public init(_ value: Value, code: String = "", hue: TopicHue = .other, text: String, note: String = "") {
            self.value = value
            self.code = code
            self.hue = hue
            self.text = text
            self.note = note
        }
    }

    public let purpose: Purpose
    public let title: String
    /// What it is chosen for: the passage's words.
    public let words: String
    public private(set) var field = Field()
    public private(set) var selection: Int
    /// Those that fit what was typed, the best first; all in their order while nothing is typed.
    public private(set) var choices: [Item]
    private let all: [Item]

    /// `selection` is the place of the one that is selected at first.
    public init(_ purpose: Purpose, title: String, words: String, items: [Item], selection: Int = 0) {
        self.selection = selection
        self.purpose = purpose
        self.title = title
        self.words = words
        all = items
        choices = items
    }

    public var selected: Item? { choices.indices.contains(selection) ? choices[selection] : nil }

    public mutating func edit(_ change: (inout Field) -> Void) {
        change(&field)
        selection = 0
        let typed = FuzzyMatch(field.text.trimmed)
        let fits = all.enumerated().compactMap { place, item in
            typed.rank(code: item.code, label: item.text).map { (rank: $0, place: place, item: item) }
        }
        choices = fits.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.item)
    }

    public mutating func select(by distance: Int) {
        selection = min(max(0, selection + distance), max(0, choices.count - 1))
    }
}

/// How well what was typed fits a code or a label. Case does not matter, nor do accents matter in what is shorter.
struct FuzzyMatch {
    private let typed: [UInt8]

    init(_ typed: String) { self.typed = Array(typed.lowercased().utf8) }

    /// The lower the better; nothing where it does not fit. In this order: the code, its beginning, the label's beginning,
    /// the beginning of one of its words, a part of it, its letters in their order with others between.
    func rank(code: String, label: String) -> Int? {
        guard !typed.isEmpty else { return 0 }
        let (code, label) = (Array(code.lowercased().utf8), Array(label.lowercased().utf8))
        if code == typed { return 0 }
        if code.starts(with: typed) { return 1 }
        if label.starts(with: typed) { return 2 }
        let places = places(in: label)
        if places.contains(where: { $0 == 0 || !Self.isLetter(label[$0 - 1]) }) { return 3 }
        if !places.isEmpty { return 4 }
        return isSpread(over: label) || isSpread(over: code) ? 5 : nil
    }

    private func places(in text: [UInt8]) -> [Int] {
        guard text.count >= typed.count else { return [] }
        return (0...(text.count - typed.count)).filter { text[$0..<($0 + typed.count)].elementsEqual(typed) }
    }

    /// With the first letter at the beginning of a word, so that a few letters do not fit everything.
    private func isSpread(over text: [UInt8]) -> Bool {
        let starts = text.indices.filter { text[$0] == typed[0] && ($0 == 0 || !Self.isLetter(text[$0 - 1])) }
        return starts.contains { start in
            var rest = typed[...]
            for byte in text[start...] where byte == rest.first { rest.removeFirst() }
            return rest.isEmpty
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

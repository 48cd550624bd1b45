import Library

/// Choosing tags for a passage or an article: a line to type into, and below it the tags that fit.
public struct Picker: Hashable, Sendable {
    /// What is tagged.
    public struct Target: Hashable, Sendable {
        public var article: ArticleID
        /// A UTF-8 range of the article's canonical text; nothing for the article as a whole.
        public var range: Range<Int>?
        /// What the prompt calls it.
        public var words: String
        /// All that are tagged, where they are several.
        public var several: [ArticleID]
        /// The passage, where it is one; and several of the list of notes, by their numbers.
        public var mark: MarkTarget?
        public var numbers: [Int64]

        public init(
            article: ArticleID, range: Range<Int>?, words: String, several: [ArticleID] = [], mark: MarkTarget? = nil, numbers: [Int64] = []
        ) {
            self.mark = mark
            self.numbers = numbers
            self.article = article
            self.range = range
            self.words = words
            self.several = several
        }

        /// How many, where they are several; else which.
        var described: String {
            if several.count > 1 { return several.count.counted("article", "articles") }
            if numbers.count > 1 { return numbers.count.counted("passage", "passages") }
            return (range == nil && mark == nil ? "the article" : "the passage") + " «\(words.flattened)»"
        }
    }

    /// A row of the picker.
    public enum Choice: Hashable, Sendable {
        case create(String)
        case existing(TagCount)
    }

    public let target: Target
    public private(set) var field = Field()
    /// All tags of the library, as far as they are known.
    public private(set) var all: [TagCount] = []
    /// Those that the target has.
    public private(set) var chosen: Set<String>
    public private(set) var selection = 0

    public init(target: Target, chosen: Set<String>) {
        self.target = target
        self.chosen = chosen
    }

    /// What fits what was typed: first exactly that, be it a tag or a new name, since Enter must do what was typed; then
    /// tags that begin so, then those that contain it.
    public var choices: [Choice] {
        let name = field.text.trimmed
        let typed = name.lowercased()
        let known = all + chosen.subtracting(all.map(\.name)).sorted().map { TagCount(name: $0, articles: 0, passages: 1) }
        let others = known.filter { $0.name != name }
        let begins = others.filter { $0.name.lowercased().hasPrefix(typed) }
        let contains = others.filter { !$0.name.lowercased().hasPrefix(typed) && $0.name.lowercased().contains(typed) }
        let fitting = (begins + contains).map(Choice.existing)
        guard !name.isEmpty else { return fitting }
        return [known.first { $0.name == name }.map(Choice.existing) ?? .create(name)] + fitting
    }

    public var selected: Choice? {
        let choices = choices
        return choices.indices.contains(selection) ? choices[selection] : nil
    }

    public mutating func load(_ tags: [TagCount]) { all = tags }

    public mutating func setChosen(_ tags: Set<String>) { chosen = tags }

    public mutating func edit(_ change: (inout Field) -> Void) {
        change(&field)
        selection = 0
    }

    public mutating func select(by distance: Int) {
        selection = min(max(0, selection + distance), max(0, choices.count - 1))
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

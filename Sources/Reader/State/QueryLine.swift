import Search

/// A line that a query is typed into, and what could be written at its cursor.
///
/// What comes by itself never changes what a key does: fields, values and names are there at once with the key that was
/// typed, and Esc closes that list; words of the library come later, are only ever put behind them, and are no list that Esc
/// would have to close. Tab before they have come takes the first when it comes, unless another key was pressed since.
public struct QueryLine: Hashable, Sendable {
    /// What could be written.
    public struct Offers: Hashable, Sendable {
        public internal(set) var items: [Completion]
        /// How many of ``items``, the first ones, were there at once: they are listed in a box.
        public internal(set) var listed: Int
        /// Which of them stands in the line; nothing while the line is as it was typed.
        public internal(set) var selection: Int?
        /// Whether Tab steps through them.
        var isStepping = false
        /// Whether words are still on their way.
        var isAwaiting = false
        /// Of the words asked for.
        var generation = 0
        /// The line as it was typed.
        var typed: Field
    }

    public internal(set) var field: Field
    public internal(set) var offers: Offers?

    /// The most things that are offered.
    static let mostOffers = 24

    init(_ text: String = "") { field = Field(text) }

    /// Whether there is a list over what lies under the line. A function of the keys, and of nothing that comes by itself.
    public var isListOpen: Bool { offers.map { $0.listed > 0 || $0.isStepping } ?? false }

    /// The line was edited: offers what is known at once. Whether words are to be asked for, as `generation`.
    mutating func edited(names: QueryNames, generation: Int) -> Bool {
        let spaced = Self.spacedNames(at: field.offset, of: field.text, names: names)
        let items = spaced.isEmpty ? Self.offers(at: field.offset, of: field.text, names: names) : spaced
        let wantsWords = spaced.isEmpty && Self.endsInWord(field)
        guard !items.isEmpty || wantsWords else {
            offers = nil
            return false
        }
        offers = Offers(
            items: items, listed: items.count, isAwaiting: wantsWords, generation: generation, typed: field)
        return wantsWords
    }

    /// Words have come. Whether the line is another one now, since Tab was pressed before.
    mutating func take(_ words: [Completion], generation: Int) -> Bool {
        guard var offers, offers.generation == generation, offers.isAwaiting else { return false }
        offers.isAwaiting = false
        let known = Set(offers.items.map(\.text))
        let typed = offers.typed.text.bytes(words.first?.range ?? 0..<0)
        offers.items += words.filter { !known.contains($0.text) && ($0.text != typed) }.prefix(Self.mostOffers - offers.items.count)
        self.offers = offers
        guard offers.isStepping, offers.selection == nil, !offers.items.isEmpty else { return false }
        return select(0)
    }

    /// Tab: the first, and then the next; back to what was typed behind the last one. Whether the line is another one now.
    mutating func step(by distance: Int) -> Bool {
        guard var offers else { return false }
        offers.isStepping = true
        self.offers = offers
        guard !offers.items.isEmpty else { return false }
        // The line as it was typed is one of the steps.
        let count = offers.items.count + 1
        let place = ((offers.selection ?? offers.items.count) + distance % count + count) % count
        return select(place == offers.items.count ? nil : place)
    }

    private mutating func select(_ place: Int?) -> Bool {
        guard var offers else { return false }
        let before = field.text
        offers.selection = place
        field = place.map { offers.typed.replacing(offers.items[$0].range, with: offers.items[$0].text) } ?? offers.typed
        self.offers = offers
        return field.text != before
    }

    /// Whether the only thing there was to take was taken, so that what may follow it is to be offered.
    var isSettled: Bool { offers.map { $0.items.count == 1 && $0.selection == 0 && !$0.isAwaiting } ?? false }

    mutating func closeList() { offers = nil }

    // MARK: What fits

    private static func offers(at offset: Int, of text: String, names: QueryNames) -> [Completion] {
        Completion.at(offset, of: text, from: names, limit: mostOffers).filter { $0.text != text.bytes($0.range) }
    }

    /// Whether the cursor stands behind a letter or digit.
    private static func endsInWord(_ field: Field) -> Bool {
        field.head.unicodeScalars.last.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }

    /// The fields whose names may hold blanks.
    private static let spacedFields: [QueryField] = [.topic, .tag]

    /// Names with blanks that were typed without quotes: «tag:to ci», where a tag is called «to cite».
    private static func spacedNames(at offset: Int, of text: String, names: QueryNames) -> [Completion] {
        let head = text.bytes(0..<offset)
        for field in spacedFields {
            guard let start = valueStart(of: field, in: head) else { continue }
            let typed = head.bytes(start..<offset)
            guard typed.contains(" "), !typed.contains(where: { "\"():".contains($0) }) else { continue }
            let fits = names.names(of: field, beginningWith: typed, limit: mostOffers)
            return fits.map { Completion(QueryText.quotedIfNeeded($0.name), at: start..<offset, help: $0.help) }
        }
        return []
    }

    /// Where the value of the last `field:` begins, a UTF-8 offset; nothing where there is none.
    private static func valueStart(of field: QueryField, in head: String) -> Int? {
        let (bytes, name) = (Array(head.lowercased().utf8), Array((field.rawValue + ":").utf8))
        guard bytes.count == head.utf8.count, bytes.count >= name.count else { return nil }
        for start in (0...(bytes.count - name.count)).reversed() where bytes[start..<start + name.count].elementsEqual(name) {
            guard start == 0 || [UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "-")].contains(bytes[start - 1]) else { continue }
            return start + name.count
        }
        return nil
    }
}

/// The text of queries.
enum QueryText {
    /// A name as a query writes it: in quotes where it has signs or blanks.
    static func quotedIfNeeded(_ name: String) -> String {
        String(Query.tag(TagQuery(name)).description.dropFirst(QueryField.tag.rawValue.count + 1))
    }

    /// `text` with its order of answers changed: what `sort:` says there becomes `order`. Nothing where no `sort:` stands there.
    static func sorted(_ text: String, by order: SearchRequest.Order) -> String? {
        guard Query.typed(text, isTyping: false).order != nil else { return nil }
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let places = words.indices.filter { words[$0].lowercased().hasPrefix("sort:") }
        guard let first = places.first else { return nil }
        for place in places { words[place] = place == first ? "sort:" + order.rawValue : "" }
        return words.joined(separator: " ").trimmed
    }
}

extension Field {
    /// The cursor's place in the text, as a UTF-8 offset.
    var offset: Int { head.utf8.count }

    /// With other words in a UTF-8 range of its text, the cursor behind them.
    func replacing(_ range: Range<Int>, with words: String) -> Field {
        let length = text.utf8.count
        let range = range.clamped(to: 0..<length)
        var new = Field(text.bytes(0..<range.lowerBound))
        new.insert(words)
        let rest = text.bytes(range.upperBound..<length)
        let cursor = new.text.count
        new.insert(rest)
        new.moveCursor(to: cursor)
        return new
    }
}

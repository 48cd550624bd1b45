import Terminal
import Text

/// A line that is being typed. The cursor stands between characters (grapheme clusters).
public struct Field: Hashable, Sendable {
    /// The most characters of a query, a name or the like.
    public static let defaultLimit = 500

    /// The most characters that are taken; what is pasted beyond is dropped.
    public let limit: Int
    public private(set) var text: String
    /// How many characters stand before the cursor.
    public private(set) var cursor: Int
    /// Whether the whole text is selected: what is typed next takes its place.
    public private(set) var isSelected = false

    public init(_ text: String = "", limit: Int = Field.defaultLimit) {
        self.limit = limit
        self.text = text
        cursor = text.count
    }

    public var isEmpty: Bool { text.isEmpty }

    /// What stands before the cursor.
    public var head: String { String(text.prefix(cursor)) }

    public mutating func clear() { self = Field(limit: limit) }

    /// Selects the whole text.
    public mutating func select() {
        isSelected = !text.isEmpty
        cursor = text.count
    }

    /// Puts `new` in at the cursor; line breaks and tabs become blanks.
    public mutating func insert(_ new: String) {
        if isSelected { clear() }
        let flat = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        let taken = flat.prefix(max(0, limit - text.count))
        let head = String(text.prefix(cursor)) + taken
        let tail = text.dropFirst(cursor)
        text = head + tail
        // What was put in may have joined with its neighbours.
        cursor = min(head.count, text.count)
    }

    /// The keys that take away what is selected.
    private static let removing: Set<Key> = [
        .backspace, .delete, .control("h"), .control("k"), .control("u"), .control("w"),
    ]

    /// Edits as `key` says; false where it is no editing key.
    public mutating func edit(_ key: Key) -> Bool {
        let wasSelected = isSelected
        isSelected = false
        if wasSelected, Self.removing.contains(key) {
            clear()
            return true
        }
        switch key {
        case .character(let character):
            isSelected = wasSelected
            insert(String(character))
        case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
        case .delete: remove(cursor..<min(cursor + 1, text.count))
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): remove(0..<cursor)
        case .control("k"): remove(cursor..<text.count)
        case .control("w"): remove(wordStart..<cursor)
        default: return false
        }
        return true
    }

    /// Puts the cursor behind so many characters.
    mutating func moveCursor(to place: Int) { cursor = min(max(0, place), text.count) }

    private var wordStart: Int {
        let characters = Array(text.prefix(cursor))
        var index = characters.count
        while index > 0, characters[index - 1] == " " { index -= 1 }
        while index > 0, characters[index - 1] != " " { index -= 1 }
        return index
    }

    private mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let head = String(text.prefix(range.lowerBound))
        text = head + text.dropFirst(range.upperBound)
        cursor = min(head.count, text.count)
    }
}

extension Field {
    /// What is seen of ``head`` in a line of so many columns: its end, where it is too long.
    func seenHead(columns: Int) -> String {
        let head = Printable.visible(head)
        return DisplayWidth.of(head) < columns ? head : Clip.end(of: head, columns: columns - 1)
    }

    /// Puts the cursor before the character that stands at a column of the line as it is shown now.
    mutating func moveCursor(toColumn column: Int, columns: Int) {
        isSelected = false
        let head = seenHead(columns: columns)
        let first = cursor - Self.count(of: head, in: text.prefix(cursor))
        var used = 0
        var place = first
        for character in text.dropFirst(first) {
            used += DisplayWidth.of(Printable.visible(String(character)))
            guard used <= column else { break }
            place += 1
        }
        cursor = place
    }

    /// How many characters of the end of `text` `shown` shows.
    private static func count(of shown: String, in text: Substring) -> Int {
        var columns = DisplayWidth.of(shown)
        var count = 0
        for character in text.reversed() {
            columns -= DisplayWidth.of(Printable.visible(String(character)))
            guard columns >= 0 else { break }
            count += 1
        }
        return count
    }
}

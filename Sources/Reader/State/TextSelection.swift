/// A stretch of an article's text that is selected, in UTF-8 offsets of the canonical text: from where it was begun to where
/// its moving end stands. Both ends are whole units (a character, a sentence), which belong to it.
public struct TextSelection: Hashable, Sendable {
    /// Where it was begun.
    public internal(set) var anchor: Range<Int>
    /// The end that moves.
    public internal(set) var head: Range<Int>
    /// Whether keys move its end until it is used or given up; otherwise any other step of the cursor ends it.
    public internal(set) var isVisual: Bool

    public init(anchor: Range<Int>, head: Range<Int>, isVisual: Bool) {
        self.anchor = anchor
        self.head = head
        self.isVisual = isVisual
    }

    /// All of it.
    public var range: Range<Int> {
        min(anchor.lowerBound, head.lowerBound)..<max(anchor.upperBound, head.upperBound)
    }

    /// `o`: the other end moves from now on.
    mutating func swapEnds() { (anchor, head) = (head, anchor) }

    /// The same words in a text that changed.
    mutating func follow(_ offset: (Int) -> Int) {
        func moved(_ range: Range<Int>) -> Range<Int> {
            let start = offset(range.lowerBound)
            return start..<max(start, offset(range.upperBound))
        }
        (anchor, head) = (moved(anchor), moved(head))
    }
}

extension TextSelection {
    /// How its moving end goes on.
    public enum Motion: Hashable, Sendable, CaseIterable {
        case left, right, wordNext, wordBack, wordEnd, lineDown, lineUp
        case blockStart, blockEnd, sentenceNext, sentenceBack, paragraphNext, paragraphBack, sectionNext, sectionBack
        case start, end
    }
}

/// One line of a wrapped text.
public struct WrappedLine: Hashable, Sendable {
    /// Where the line stands in its text, in UTF-8 bytes, without the blanks and the line break at its end.
    public var range: Range<Int>
    /// The columns that it takes when ``Printable`` has made it visible, without its indent, with the hyphen where there
    /// is one. What is cut out of the text takes no more.
    public var width: Int
    /// The line was broken at a soft hyphen: a hyphen is to be drawn after it.
    public var endsInSoftHyphen: Bool
    /// The line break after it stands in the text (or the text ends there).
    public var endsParagraph: Bool

    public init(range: Range<Int>, width: Int, endsInSoftHyphen: Bool = false, endsParagraph: Bool) {
        self.range = range
        self.width = width
        self.endsInSoftHyphen = endsInSoftHyphen
        self.endsParagraph = endsParagraph
    }
}

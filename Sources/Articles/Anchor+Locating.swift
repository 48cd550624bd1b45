extension Anchor {
    /// Where the passage stands in `text` now, in UTF-8 offsets; nothing where it is gone, or where two places fit about equally
    /// well. ``AnchorFinder`` says how, and serves many passages of one text better.
    public func locate(in text: String, allowsErrors: Bool = true) -> Range<Int>? {
        AnchorFinder(text).locate(self, allowsErrors: allowsErrors)
    }
}

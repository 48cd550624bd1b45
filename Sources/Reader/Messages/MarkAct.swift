import Library

/// Something done to what the user made of passages; each is one action that can be taken back.
public enum MarkAct: Hashable, Sendable {
    /// Writes a note, changes it, or takes it away where the text is empty.
    case note(String, MarkTarget)
    /// In a colour, or no longer.
    case highlight(HighlightColour?, MarkTarget)
    /// Puts a tag on it, or takes it away where it has it.
    case tag(String, MarkTarget)
    /// Takes a passage away with all that it has.
    case remove(MarkTarget)
    /// Puts a passage to another place in its article.
    case attach(String, ArticleID, Range<Int>)
    /// The same done to several passages, by their numbers.
    case edit(PassageEdit, [Int64])
    /// Puts a tag on all of them, or takes it from all where all have it.
    case tagAll(String, [Int64])
    /// Writes it into a file. What is there is replaced only where that was agreed to.
    case export(ExportWish, path: String, replaces: Bool)
}

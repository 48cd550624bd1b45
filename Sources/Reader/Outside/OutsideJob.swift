/// Something that a program of the person's own is to do.
public enum OutsideJob: Hashable, Sendable {
    /// Show an address in the browser.
    case browse(OpenableAddress)
    /// Show a text in the pager. It must be safe for a terminal.
    case page(String)
    /// Let a text be edited.
    case edit(String, EditPurpose)
    /// Let a file of the person's own be edited, by its whole path.
    case editFile(String)
}

/// What a text that is edited outside is for; it comes back with what was made of it.
public enum EditPurpose: Hashable, Sendable {
    /// A note, known by what asked for it.
    case note(String)

    /// How the file is called while it is edited: the ending tells an editor what it is.
    var fileName: String {
        switch self {
        case .note: "note.md"
        }
    }
}

/// What came of an ``OutsideJob``.
public enum OutsideAnswer: Hashable, Sendable {
    /// A program was started that goes on by itself, or was left by the person: for the status line.
    case done(String)
    /// The text as the person left it.
    case edited(String, EditPurpose)
    /// It was left as it was, or given up.
    case unchanged(EditPurpose)
    case fileEdited(String)
    /// Nothing came of it; a sentence on why.
    case failed(String)
}

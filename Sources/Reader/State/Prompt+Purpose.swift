import Library

extension Prompt {
    /// What is asked for. Everything that differs between prompts is told from this.
    public enum Purpose: Hashable, Sendable {
        /// A note on a passage; an empty one takes it away.
        case note(MarkTarget)
        /// A folder or a file, to be copied into the library.
        case addFiles
        /// The name of a query that is to be saved.
        case saveSearch(String)
        case renameSearch(SavedSearch)
    }

    /// What completes the line.
    enum Completing: Hashable, Sendable {
        case nothing
        /// What the prompt was given.
        case items
        /// Files and folders, asked for as the line is typed.
        case paths
    }
}

extension Prompt.Purpose {
    /// The title of the box.
    public var title: String {
        switch self {
        case .note(let target): target.hasNote ? "Change the note" : "Note on the passage"
        case .addFiles: "Add a folder or files"
        case .saveSearch: "Save this search"
        case .renameSearch: "Rename the saved search"
        }
    }

    /// A sentence on what it is for; what it is about comes first, since it is what is cut where there is no room.
    public var sentence: String {
        switch self {
        case .note(let target): target.words.isEmpty ? "A note on these words" : "«\(target.words.flattened)»"
        case .saveSearch(let query): "/ \(query)"
        case .renameSearch(let search): "/ \(search.query)"
        case .addFiles: "They are copied into the library; the originals stay as they are. Tab completes."
        }
    }

    /// What stands in the empty line.
    public var placeholder: String {
        switch self {
        case .note(let target): target.hasNote ? "an empty note is taken away" : "what you think of it"
        case .addFiles: "the path of a folder or a file"
        case .saveSearch, .renameSearch: "what it is to be called"
        }
    }

    var completing: Prompt.Completing {
        switch self {
        case .note: .nothing
        case .addFiles: .paths
        case .saveSearch: .items
        case .renameSearch: .nothing
        }
    }

    /// The most characters that the line takes.
    var limit: Int {
        switch self {
        case .note: 20_000
        case .addFiles: 4_096
        case .saveSearch, .renameSearch: 100
        }
    }

    /// Why `answer` cannot be taken, and what to do; nothing where it can.
    func problem(with answer: String) -> String? {
        switch self {
        case .note: nil
        case .saveSearch, .renameSearch: answer.isEmpty ? "give it a name" : nil
        case .addFiles: answer.isEmpty ? "type the path of a folder or a file" : nil
        }
    }
}

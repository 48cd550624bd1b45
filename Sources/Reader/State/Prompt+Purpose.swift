extension Prompt {
    /// What is asked for. Everything that differs between prompts is told from this.
    public enum Purpose: Hashable, Sendable {
        /// A note on a passage; an empty one takes it away.
        case note(MarkTarget)
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
        }
    }

    /// A sentence on what it is for; what it is about comes first, since it is what is cut where there is no room.
    public var sentence: String {
        switch self {
        case .note(let target): target.words.isEmpty ? "A note on these words" : "«\(target.words.flattened)»"
        }
    }

    /// What stands in the empty line.
    public var placeholder: String {
        switch self {
        case .note(let target): target.hasNote ? "an empty note is taken away" : "what you think of it"
        }
    }

    var completing: Prompt.Completing {
        switch self {
        case .note: .nothing
        }
    }

    /// The most characters that the line takes.
    var limit: Int {
        switch self {
        case .note: 20_000
        }
    }

    /// Why `answer` cannot be taken, and what to do; nothing where it can.
    func problem(with answer: String) -> String? {
        switch self {
        case .note: nil
        }
    }
}

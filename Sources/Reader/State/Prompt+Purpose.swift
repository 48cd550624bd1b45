import Library

extension Prompt {
    /// What is asked for. Everything that differs between prompts is told from this.
    public enum Purpose: Hashable, Sendable {
        /// A note on a passage; an empty one takes it away.
        case note(MarkTarget)
        /// Where passages are exported to, by their numbers; nothing for all that a person made.
        case export([Int64]?, count: Int)
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
        case .export: "Export to a file"
        }
    }

    /// A sentence on what it is for; what it is about comes first, since it is what is cut where there is no room.
    public var sentence: String {
        switch self {
        case .note(let target): target.words.isEmpty ? "A note on these words" : "«\(target.words.flattened)»"
        case .export(nil, _): "All that you made; the ending says the form: \(ExportFormat.endings)"
        case .export(_, let count): "\(count.counted("passage", "passages")); the ending says the form: \(ExportFormat.endings)"
        }
    }

    /// What stands in the empty line.
    public var placeholder: String {
        switch self {
        case .note(let target): target.hasNote ? "an empty note is taken away" : "what you think of it"
        case .export: "~/notes.md"
        }
    }

    var completing: Prompt.Completing {
        switch self {
        case .note: .nothing
        case .export: .paths
        }
    }

    /// The most characters that the line takes.
    var limit: Int {
        switch self {
        case .note: 20_000
        case .export: 4_000
        }
    }

    /// Why `answer` cannot be taken, and what to do; nothing where it can.
    func problem(with answer: String) -> String? {
        switch self {
        case .note: nil
        case .export:
            if answer.isEmpty { "type where the file is to be" } else if ExportFormat(path: answer) == nil { "end it with \(ExportFormat.endings)" } else { nil }
        }
    }
}

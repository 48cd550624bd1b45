/// A short tour inside the real screens: one sentence at a time, each asking for a key that then does what it does.
public struct Tour: Hashable, Sendable {
    /// What is said, and the command that leads on.
    struct Step: Hashable, Sendable {
        var command: Command
        /// What its key does here. «KEY» stands for the key.
        var words: String
    }

    private(set) var index = 0

    init() {}

    /// In their order: each can be taken from where the one before leads to.
    static let steps: [Step] = [
        Step(command: .down, words: "These are the articles, the newest first. KEY goes down; all moving is as in vi, or by the arrows."),
        Step(command: .star, words: "KEY gives the article a star, and the same key takes it away again."),
        Step(command: .undo, words: "Whatever you do can be taken back: KEY takes back the star."),
        Step(command: .selectRow, words: "KEY selects rows; what you do then is done with all of them. Esc lets go of them."),
        Step(command: .open, words: "KEY reads the article under the cursor."),
        Step(command: .nextTagged, words: "In the margin stand the topics that a passage is about. KEY goes to the next passage that has one."),
        Step(command: .nextPane, words: "KEY leads to the panel that says why a topic stands there, word by word."),
        Step(command: .acceptTopic, words: "KEY says that the topic is right, - that it is wrong; Dossier learns from it."),
        Step(command: .bookmark, words: "KEY bookmarks the passage; 4 lists all that you marked."),
        Step(command: .goLibrary, words: "KEY shows the library again, from wherever you are."),
        Step(command: .search, words: "KEY searches every word of every article as you type."),
        Step(command: .accept, words: "Type «extradition»; KEY opens the article at the passage that answers best."),
        Step(command: .historyBack, words: "KEY goes back through everything that you visited; L forward again."),
        Step(command: .goTopics, words: "KEY shows the topics of the treaties as a tree; Enter lists what is about one."),
        Step(command: .topicPage, words: "KEY opens the topic's own page: provisions, neighbours, passages, and articles over time."),
        Step(command: .help, words: "KEY shows every key of the view that you are in. Type there to filter; Enter does it."),
    ]

    var step: Step? { Self.steps.indices.contains(index) ? Self.steps[index] : nil }

    /// A command was given: where it is the one asked for, the tour goes on. Whether it is over then.
    mutating func note(_ command: Command) -> Bool {
        if step?.command == command { index += 1 }
        return step == nil
    }
}

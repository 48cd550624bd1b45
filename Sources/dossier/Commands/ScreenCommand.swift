import ArgumentParser
import Library
import Reader
import Text

/// `dossier screen NAME`: what a screen of the reader says, to be read aloud.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Print a screen of the reader as lines of plain text, for a screen reader.",
        discussion: """
            The screens are library, search QUERY, topics, notes and article ID. Lists come without columns, an article with the \
            topics of each passage and what speaks for them; signs are words, and there is no colour.
            """)

    /// The screens, as they are named.
    enum Name: String, CaseIterable, ExpressibleByArgument { case library, search, topics, notes, article }

    @Argument(help: ArgumentHelp("One of \(Name.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "screen"))
    var name = Name.library

    @Argument(help: ArgumentHelp("What is searched for, or the article's id.", valueName: "query or id"))
    var words: [String] = []

    @Option(name: .long, help: ArgumentHelp("The most rows of a list.", valueName: "number"))
    var limit = 100

    @Flag(name: .long, help: "As it is always printed here.")
    var plain = false

    @OptionGroup var libraryArguments: LibraryArguments

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 500") }
        switch name {
        case .search: if words.isEmpty { throw ValidationError("say what to search for: dossier screen search WORDS") }
        case .article: if words.count != 1 { throw ValidationError("name one article by its id: dossier screen article ID") }
        case .library, .topics, .notes: if !words.isEmpty { throw ValidationError("the screen «\(name.rawValue)» takes no more words") }
        }
    }

    func run() throws {
        let library = try libraryArguments.open()
        try Self.print(try screen(library), of: library, limit: limit)
        try library.close()
    }

    private func screen(_ library: Library) throws -> PlainScreen.Name {
        switch name {
        case .library: .library
        case .topics: .topics
        case .notes: .notes
        case .search: .search(words.joined(separator: " "))
        case .article: .article(try library.article(named: words[0]).id)
        }
    }

    static func print(_ screen: PlainScreen.Name, of library: Library, limit: Int) throws {
        let vocabulary = CurrentVocabulary(environment: Environment.variables)
        vocabulary.settle(at: library.location)
        for line in PlainScreen(library, vocabulary: vocabulary).lines(of: screen, limit: limit) {
            Output.line(Printable.visible(line))
        }
    }
}

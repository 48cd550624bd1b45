import ArgumentParser
import Configuration
import Library
import Reader
import Sync
import Text
import Topics

/// Which library a command works on.
struct LibraryArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The library's folder; else DOSSIER_LIBRARY, else the last one opened.", valueName: "folder"))
    var library: String?

    /// The folder that the argument, the environment or the last use names.
    var folder: String { Preferences.folder(named: library, Preferences.load()) }

    /// Opens the library that the argument, the environment or the last use names.
    func open() throws -> Library {
        let environment = Environment.variables
        let preferences = Preferences.load(environment)
        let folder = Preferences.folder(named: library, preferences)
        let vocabulary = CurrentVocabulary(environment: environment)
        let library = try Library.open(
            folder: folder,
            options: LibraryOptions(environment: environment, vocabulary: vocabulary.vocabulary).keeping(preferences))
        vocabulary.settle(at: library.location)
        if let damage = library.damage { Output.complain(damage.message) }
        return library
    }

    /// As ``open()``, and makes the library of a person who has chosen none.
    func openOrMake() throws -> Library {
        let choice = LibraryChoice(environment: Environment.variables)
        let folder = folder
        if choice.isDefault(folder) { choice.makeFolder(folder) }
        return try open()
    }

    /// What the library is tagged with.
    func vocabulary(of library: Library) -> Vocabulary {
        LibraryVocabulary(for: library.location, environment: Environment.variables).vocabulary
    }

    /// What tags for the library and learns from its decisions.
    func learning(_ library: Library) -> Learning { Learning(library, environment: Environment.variables) }
}

extension LibraryOptions {
    /// With the database where the person wants it.
    func keeping(_ preferences: Configuration) -> LibraryOptions {
        var options = self
        options.usesStateDirectory = preferences.text(.libraryData) == "state"
        return options
    }
}

/// How a command prints.
struct FormatArguments: ParsableArguments {
    @Flag(name: .long, help: "Print JSON Lines: one object a line, with stable field names.")
    var json = false
}

/// How wide a command prints.
struct WidthArguments: ParsableArguments {
    /// Beyond this, text is hard to read, and a mistyped number would only cost memory.
    private static let widths = 1...10_000

    @Option(name: .long, help: ArgumentHelp("The width of a line in columns.", valueName: "columns"))
    var width: Int?

    func validate() throws {
        guard let width, !Self.widths.contains(width) else { return }
        throw ValidationError("--width takes a number from \(Self.widths.lowerBound) to \(Self.widths.upperBound)")
    }
}

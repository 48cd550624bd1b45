import ArgumentParser
import Configuration
import Glibc
import Library
import Reader
import Search
import Sync
import Text
import Topics

/// `dossier [FOLDER]`: the reader, or a list where nobody looks.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the reader on a folder of articles. This is what happens without a subcommand.")

    @Argument(help: "The folder; else DOSSIER_LIBRARY, else the last one opened, else a library of your own.")
    var folder: String?

    @Option(name: .long, help: ArgumentHelp("The library's folder, as other commands name it.", valueName: "folder"))
    var library: String?

    @Option(name: .long, help: ArgumentHelp("A colour theme: \(Themes.names), terminal, or a base16 file.", valueName: "theme"))
    var theme: String?

    @Flag(name: .customLong("no-sync"), help: "Show what the library holds without looking at its files.")
    var leavesFiles = false

    @Option(name: .customLong("record-frame"), help: ArgumentHelp("Keep the last frame drawn in a file, for tests.", visibility: .hidden))
    var frameFile: String?

    @Flag(name: .long, help: "Print the list as JSON Lines instead of opening the reader.")
    var json = false

    @Flag(name: .long, help: "Print the library's list as lines of plain text, for a screen reader. `dossier screen` prints others.")
    var plain = false

    func validate() throws {
        if folder != nil && library != nil { throw ValidationError("name the folder once, not also with --library") }
        if let folder, !folder.contains("/"), access(folder, F_OK) != 0, let meant = Misspelling.command(folder) {
            throw ValidationError("«\(folder)» is neither a folder nor a command, «\(meant)» is one")
        }
    }

    func run() throws {
        let environment = Environment.variables
        let choice = LibraryChoice(environment: environment)
        var preferences = Preferences.load(environment)
        if let theme { preferences.take(theme, for: .theme, option: "--theme") }
        if leavesFiles { preferences.take("off", for: .readFolder, option: "--no-sync") }
        let path = Preferences.folder(named: folder ?? library, preferences)
        if choice.isDefault(path) { choice.makeFolder(path) }
        let vocabulary = CurrentVocabulary(environment: environment)
        let library = try Library.open(
            folder: path,
            options: LibraryOptions(environment: environment, vocabulary: vocabulary.vocabulary).keeping(preferences))
        vocabulary.settle(at: library.location)
        guard !plain else {
            try ScreenCommand.print(.library, of: library, limit: 100)
            return try library.close()
        }
        guard !json, Output.goesToTerminal, isatty(STDIN_FILENO) == 1 else { return try list(library, preferences) }
        choice.remember(path)
        try read(library, vocabulary, environment, preferences)
        CopyKeeping.keep(library)
        try library.close()
    }

    /// Where the output is no terminal: the list, after what is new was read.
    private func list(_ library: Library, _ preferences: Configuration) throws {
        if preferences.flag(.readFolder) != false {
            for problem in try FolderSync(library).run().problems where !problem.isKnown { Output.complain(problem.message) }
        }
        try Listing.print(library, Question(query: .all), limit: nil, asJSON: json)
    }

    private func read(_ library: Library, _ vocabulary: CurrentVocabulary, _ environment: [String: String], _ preferences: Configuration) throws {
        var preferences = preferences
        var options = ReaderOptions(environment: environment)
        options.vocabulary = vocabulary
        if preferences.flag(.readFolder) != false { options.keeper = { FolderKeeper($0) } }
        options.feedKeeper = { FeedKeeper($0) }
        options.apply(&preferences)
        try Themes.refuse(preferences.problems)
        if let first = preferences.problems.first {
            let more = preferences.problems.count > 1 ? " (\(preferences.problems.count) in all: dossier config)" : ""
            options.settings.notice = first.message + more
            for problem in preferences.problems { Output.complain(problem.message) }
        }
        if let frameFile { options.recorder = { FrameFile.write($0, to: frameFile) } }
        options.hasExamples = Examples.folder(environment: environment) != nil
        var end = try ReaderProgram.run(library, options: options)
        while case .explores(let isTour) = end {
            try Examples.explore(isTour: isTour, like: options, environment: environment)
            end = try ReaderProgram.run(library, options: options)
        }
        guard let signal = end.signal else { return }
        // Whatever ended it, what was done is kept.
        try library.close()
        throw ExitStatus(signal: signal)
    }
}

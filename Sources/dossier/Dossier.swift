import ArgumentParser

/// The program: arguments in, text or JSON out. What it does is decided elsewhere.
@main
struct Dossier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Read, tag and search a folder of articles on cybercrime, fraud and compliance.",
        usage: """
            dossier [<folder>] [--theme <theme>]
            dossier <subcommand>
            """,
        discussion: """
            Without a subcommand, `dossier [FOLDER]` opens the reader on a folder; where the output is no terminal, it \
            lists the folder's articles instead.

            Exit status: 0 done, 1 failed, 2 bad usage, 3 nothing found; 128 and the signal's number where a signal \
            ended the reader.
            """,
        version: "0.1.0",
        subcommands: [
            OpenCommand.self, ReadCommand.self, TopicsCommand.self, ListCommand.self, SearchCommand.self,
            ShowCommand.self, ScreenCommand.self, CorrectCommand.self, AddCommand.self, FeedCommand.self, SyncCommand.self, BookmarkCommand.self,
            BookmarksCommand.self, TagCommand.self, NoteCommand.self, HighlightCommand.self, StarCommand.self, UndoCommand.self,
            AttachCommand.self, ExportCommand.self, ImportCommand.self, RestoreCommand.self, DoctorCommand.self,
            DecideCommand.self, LearnCommand.self, VocabularyCommand.self, WrapCommand.self, IndexCommand.self,
            CheckCommand.self, ConfigCommand.self, KeysCommand.self, ThemesCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)

    /// Runs the command that the arguments name, and leaves with the status that the table of exit statuses gives.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            if status == .nothingFound, Output.goesToTerminal { Output.complain("nothing found") }
            Output.flush()
            exit(withCode: status)
        } catch {
            finish(with: error)
        }
        Output.flush()
    }
}

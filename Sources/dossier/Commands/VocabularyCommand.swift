import ArgumentParser

/// `dossier vocabulary`: the topics and labels that tag, and the person's own among them.
struct VocabularyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vocabulary", abstract: "List the topics and their labels, and add, remove or switch off some.",
        discussion: """
            Your own topics and labels are in a text file of the library, .dossier/vocabulary.txt, or, for all libraries, \
            in dossier/vocabulary.txt of the configuration folder; --global means the latter.
            """,
        subcommands: [
            VocabularyListCommand.self, VocabularyCheckCommand.self, VocabularyAddCommand.self, VocabularyRemoveCommand.self,
            VocabularySwitchOffCommand.self, VocabularySwitchOnCommand.self, VocabularyPathCommand.self,
            VocabularyEditCommand.self, VocabularyExportCommand.self,
        ],
        defaultSubcommand: VocabularyListCommand.self)
}

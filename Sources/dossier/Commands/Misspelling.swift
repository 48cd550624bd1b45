import ArgumentParser
import Text

/// What a person meant who mistyped a command.
enum Misspelling {
    /// The command that is at most two letters away from `word`, the nearest first; nothing where none is.
    static func command(_ word: String) -> String? {
        Nearest.name(to: word, among: Dossier.configuration.subcommands.compactMap { $0.configuration.commandName })
    }
}

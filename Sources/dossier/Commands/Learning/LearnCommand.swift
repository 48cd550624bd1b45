import ArgumentParser

/// `dossier learn`: what the library learns from decisions.
struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Learn from decisions, show what was learned, and say what is not to be.",
        subcommands: [RefitCommand.self, ShowLearnedCommand.self, ForgetCommand.self, NeverCommand.self])
}

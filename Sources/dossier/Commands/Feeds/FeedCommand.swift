import ArgumentParser

/// `dossier feed`: the feeds that a library follows.
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Follow feeds: add, list, refresh and remove them, import and export the list.",
        discussion: """
            What feeds bring is kept in the library and stays there, also where a feed is gone or there is no network.
            """,
        subcommands: [
            FeedListCommand.self, FeedAddCommand.self, FeedRemoveCommand.self, FeedRefreshCommand.self, FeedImportCommand.self,
            FeedExportCommand.self,
        ],
        defaultSubcommand: FeedListCommand.self)
}

import ArgumentParser

/// The commands of this part.
public enum SearchCommands {
    public static let all: [any ParsableCommand.Type] = [SearchCommand.self, SearchWorkerCommand.self, CorpusCommand.self, CorpusLibraryCommand.self]
}

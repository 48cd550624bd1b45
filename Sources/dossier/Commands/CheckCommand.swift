import ArgumentParser
import Library

/// `dossier check`: looks through the library's store for damage.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look through the library's store for damage: its pages, its references, its index, its counts.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let report = try library.check()
        report.print(asJSON: format.json)
        try library.close()
        if !report.isSound { throw ExitStatus.failed }
    }
}

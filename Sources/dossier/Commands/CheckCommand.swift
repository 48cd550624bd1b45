import ArgumentParser
import Library
import Text

/// `dossier check`: looks through the library's store for damage.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look through the library's store for damage: its pages, its references, its index, its counts.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let report = try library.check()
        for problem in report.problems {
            Output.line(format.json ? JSONValue.object([("problem", .string(problem))]).text : problem)
        }
        if !format.json { Output.line(report.isSound ? "no damage found" : "faults found: \(report.problems.count)") }
        try library.close()
        if !report.isSound { throw ExitStatus.failed }
    }
}

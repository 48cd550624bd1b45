import ArgumentParser
import Library
import Text

/// `dossier restore [DATE]`: brings back a copy of what you made.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put what you made back to what a daily copy says; the present state is copied first.",
        discussion: "Without a date, the last copy. One action, which the reader's undo takes back.")

    @Argument(help: "The copy's day, as --list prints it.")
    var date: String?

    @Flag(name: .long, help: "List the copies instead.")
    var list = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        if list { return try printCopies(of: library) }
        guard let restored = try library.restoreCopy(named: date) else { throw ExitStatus.nothingFound }
        if format.json {
            Output.line(JSONValue.object([("copy", .string(restored.copy.name)), ("saved", .string(restored.saved)), ("changes", restored.summary.json)]).text)
        } else {
            Output.line("restored the copy \(restored.copy.name): \(restored.summary.sentence); the state before is in \(restored.saved)")
        }
        try library.close()
    }

    private func printCopies(of library: Library) throws {
        let copies = try library.copies()
        guard !copies.isEmpty else { throw ExitStatus.nothingFound }
        for copy in copies {
            let json = JSONValue.object([("copy", .string(copy.name)), ("daily", .bool(copy.isDaily)), ("file", .string(copy.path)), ("bytes", .number(copy.size))])
            Output.line(format.json ? json.text : "\(copy.name)  \(copy.size) bytes")
        }
    }
}

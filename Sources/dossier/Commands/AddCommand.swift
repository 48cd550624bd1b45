import ArgumentParser
import Formats
import Library
import Sync
import Text

/// `dossier add FILE|FOLDER…`: copies files into the library's folder and reads them.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Copy files, or folders of them, into the library's folder, and read them.",
        discussion: """
            Nothing is overwritten: another file of the same name gets a number. A file whose content the library has \
            is not added again, so that what was interrupted goes on when it is given once more.
            """)

    @Argument(help: ArgumentHelp("Files and folders; - for standard input.", valueName: "file"))
    var files: [String]

    @Option(name: .long, help: ArgumentHelp("What to call the file that comes from standard input.", valueName: "name"))
    var name: String?

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if name != nil, files != ["-"] { throw ValidationError("--name is for standard input, which is named -") }
        if files.contains("-"), files.count > 1 { throw ValidationError("add standard input by itself") }
        if let name, name.isEmpty || name.contains("/") || name.hasPrefix(".") {
            throw ValidationError("--name takes the name of a file, which begins with no full stop")
        }
    }

    func run() throws {
        let interruption = Interruption()
        let library = try libraryArguments.openOrMake()
        var outcome = AddingOutcome(try copy(into: library, interruption))
        if !interruption.isCancelled {
            // What was copied before it was stopped is read the next time that the library is opened or synced.
            outcome.sync = try FolderSync(library).run(cancellation: interruption.cancellation)
            if outcome.sync?.isCancelled == false { try IndexKeeping.finish(library) }
        }
        outcome.print(asJSON: format.json)
        try library.close()
        if let status = interruption.status { throw status }
        if outcome.hasFailed { throw ExitStatus.failed }
    }

    private func copy(into library: Library, _ interruption: Interruption) throws -> AddingReport {
        let adding = Adding(library)
        if files == ["-"] { return try adding.put(try standardInput()) }
        let pace = StatusPace()
        return try adding.copy(files, cancellation: interruption.cancellation) { progress in
            pace.show { "copying \(progress.done) of \(progress.found)" + StatusPace.suffix(progress.rate, progress.remaining) }
        }
    }

    /// Named as asked, else by its content.
    private func standardInput() throws -> SourceFile {
        var file = try InputFile.read("-")
        file.modified = nil
        file.name = name ?? "standard-input"
        guard name == nil else { return file }
        let kind = try Formats.format(of: file)
        let hash = file.bytes.withUnsafeBytes { ContentHash(of: $0) }
        file.name = "added-\(hash.hexadecimal.prefix(8))" + (kind.suffixes.first.map { "." + $0 } ?? "")
        return file
    }
}

/// What adding came to, with the reading of what was added.
struct AddingOutcome {
    /// Files that were there already, as they are listed for a person.
    private static let most = 20

    private let adding: AddingReport
    var sync: SyncReport?

    init(_ adding: AddingReport) { self.adding = adding }

    /// Of the files that were added, those that could not be read; of the others there was word before.
    private var unread: [SyncProblem] {
        let copied = Set(adding.copied)
        return sync?.problems.filter { copied.contains($0.path) } ?? []
    }

    private var failures: Int { adding.failed.count + unread.count }

    var hasFailed: Bool { failures > 0 }

    private var isInterrupted: Bool { adding.isCancelled || sync?.isCancelled ?? true }

    private var changes: ApplyReport { sync?.changes ?? ApplyReport() }

    func print(asJSON: Bool) {
        for file in adding.failed { Output.complain(file.message) }
        for problem in unread { Output.complain(problem.message) }
        for note in sync?.notes ?? [] { Output.complain(note.description) }
        guard !asJSON else { return Output.line(json.text) }
        for file in adding.present.prefix(Self.most) { Output.line("\(file.file): already there as \(file.path)") }
        if adding.present.count > Self.most { Output.line("… and \(adding.present.count - Self.most) more that are already there") }
        Output.line(sentence)
    }

    /// `12 articles added, 3 files already there, 1 updated, 2 failed; 14 files copied`.
    private var sentence: String {
        let parts: [(Int, String)] = [
            (changes.added + changes.returned, "added"), (adding.present.count + changes.duplicates, "already there"),
            (changes.changed, "updated"), (sync?.waiting ?? 0, "waiting for their reader"), (failures, "failed"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let files = "\(adding.copied.count) of \(adding.found) file\(adding.found == 1 ? "" : "s") copied"
        let end = isInterrupted ? "; interrupted: give the command again to go on" : ""
        return (said.isEmpty ? "nothing added" : said.joined(separator: ", ")) + "; " + files + end
    }

    /// The object that `dossier add --json` prints.
    private var json: JSONValue {
        .object([
            ("files", .number(adding.found)), ("copied", .array(adding.copied.map { .string($0) })),
            ("added", .number(changes.added + changes.returned)),
            ("already", .array(adding.present.map { .object([("file", .string($0.file)), ("path", .string($0.path))]) })),
            ("duplicates", .number(changes.duplicates)), ("updated", .number(changes.changed)),
            ("waiting", .number(sync?.waiting ?? 0)),
            (
                "failed",
                .array(
                    adding.failed.map { .object([("file", .string($0.file)), ("message", .string($0.message))]) }
                        + unread.map { .object([("file", .string($0.path)), ("message", .string($0.message))]) })
            ),
            ("interrupted", .bool(isInterrupted)),
        ])
    }
}

import ArgumentParser
import Articles
import Formats
import Library
import Sync
import Text
import Topics
import Workers

/// `dossier sync`: brings the library in step with its folder.
struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Bring the library in step with its folder: read what is new or changed, note what is gone.")

    @Flag(name: .long, help: "Read every file again, changed or not.")
    var all = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let report = try FolderSync(library).run(rereadsAll: all)
        if !report.isCancelled { try IndexKeeping.finish(library) }
        try library.settleWaiting()
        CopyKeeping.keep(library)
        for problem in report.problems { Output.complain(problem.message) }
        for note in report.notes { Output.complain(note.description) }
        Output.line(format.json ? report.json.text : report.sentence)
        try library.close()
        if report.isCancelled { throw ExitStatus.failed }
    }
}

/// A sync with what the program tags with.
struct FolderSync {
    private let library: Library

    init(_ library: Library) { self.library = library }

    func run(rereadsAll: Bool = false, cancellation: SyncCancellation = SyncCancellation()) throws -> SyncReport {
        var options = SyncOptions()
        options.rereading = rereadsAll ? .all : .none
        options.processes = WorkerOptions(environment: Environment.variables)
        let vocabulary = LibraryVocabulary(for: library.location, environment: Environment.variables)
        for problem in vocabulary.problems { Output.complain(problem.message) }
        let learning = Learning(library, vocabulary: { vocabulary.vocabulary })
        return try learning.synchronise(options: options, cancellation: cancellation, progress: Self.showProgress)
    }

    private static func showProgress(_ progress: SyncProgress) {
        guard Output.errorsGoToTerminal else { return }
        let rate = StatusPace.suffix(progress.rate, progress.remaining)
        switch progress.phase {
        case .looking, .done: break
        case .tagging: Output.showProgress("tagging \(progress.done) of \(progress.toRead) articles anew")
        case .reading: Output.showProgress("reading \(progress.done) of \(progress.toRead)\(rate)")
        }
    }
}

extension SyncReport {
    /// The object that `dossier sync --json` prints.
    var json: JSONValue {
        .object([
            ("found", .number(found)), ("unchanged", .number(unchanged)), ("read", .number(read)),
            ("added", .number(changes.added)), ("changed", .number(changes.changed)),
            ("duplicates", .number(changes.duplicates)), ("moved", .number(changes.moved)),
            ("gone", .number(changes.gone)), ("returned", .number(changes.returned)),
            ("orphaned", .number(changes.orphaned)), ("failed", .number(problems.count)),
            ("waiting", .number(waiting)),
        ])
    }

    /// `24 added, 1 changed, 2 unreadable; 300 files`: what is none is left out.
    var sentence: String {
        let parts: [(Int, String)] = [
            (changes.added, "added"), (changes.changed, "changed"), (changes.duplicates, "already there"),
            (changes.moved, "moved"), (changes.gone, "gone"), (changes.returned, "back again"),
            (changes.orphaned, "passages without their place"), (problems.count - (waiting > 0 ? 1 : 0), "not read"), (waiting, "waiting for their reader"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return (said.isEmpty ? "nothing changed" : said.joined(separator: ", ")) + "; \(found) file\(found == 1 ? "" : "s")"
    }
}

import ArgumentParser
import Library
import Text

/// `dossier undo [--redo|--list|--forget]`: takes back the last change, also one of an earlier day.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back the last thing that you changed, or do it again.",
        discussion: "Every change that you make can be taken back, in any later run, until the history is emptied with --forget.")

    @Flag(name: .long, help: "Do again what was taken back last.")
    var redo = false

    @Flag(name: .long, help: "Only say what would be taken back.")
    var show = false

    @Flag(name: .long, help: "Empty the history: nothing done until now can be taken back any more. Asks first.")
    var forget = false

    @Flag(name: .long, help: "With --forget, do not ask.")
    var yes = false

    @OptionGroup var libraryArguments: LibraryArguments

    func validate() throws {
        if [redo, show, forget].count(where: { $0 }) > 1, !(redo && show) { throw ValidationError("ask for one thing at a time") }
        if yes && !forget { throw ValidationError("--yes goes with --forget") }
    }

    func run() throws {
        let library = try libraryArguments.open()
        defer { try? library.close() }
        if forget { return try forget(library) }
        if show {
            guard let words = try redo ? library.nextRedo() : library.nextUndo() else { throw ExitStatus.nothingFound }
            return Output.line("\(redo ? "redo" : "undo"): \(words)")
        }
        guard let words = try redo ? library.redo() : library.undo() else { throw ExitStatus.nothingFound }
        CopyKeeping.keep(library)
        Output.line("\(redo ? "done again" : "undone"): \(words)")
    }

    private func forget(_ library: Library) throws {
        let count = try library.actionCount()
        guard count > 0 else { throw ExitStatus.nothingFound }
        let these = count == 1 ? "1 change" : "\(count) changes"
        guard yes || Confirmation.isPossible && Confirmation.ask("Forget \(these), so that none can be taken back?") else {
            Output.complain("nothing was forgotten" + (yes || Confirmation.isPossible ? "" : "; --yes does it where nobody can be asked"))
            throw ExitStatus.failed
        }
        try library.forgetActions()
        Output.line("forgot \(these)")
    }
}

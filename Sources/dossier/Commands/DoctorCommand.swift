import ArgumentParser
import Library
import Sync
import Text

/// `dossier doctor`: says what is wrong with a library, and saves what can be saved.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is wrong with a library; with --repair, save what can be saved.",
        discussion: """
            A damaged database is put aside, never deleted. Articles come back from their files, what you made from what can still be read \
            and from the last daily copy.
            """)

    @Flag(name: .long, help: "Make a new database of what can be saved, where the old one is damaged.")
    var repair = false

    @Flag(name: .long, help: "Make a new database even where the old one seems sound.")
    var force = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let problems = try problems()
        if format.json {
            for problem in problems { Output.line(JSONValue.object([("problem", .string(problem))]).text) }
        } else {
            problems.forEach(Output.line)
            if problems.isEmpty { Output.line("sound") }
        }
        guard repair, !problems.isEmpty || force else {
            if !problems.isEmpty { throw ExitStatus.failed }
            return
        }
        try mend()
    }

    /// One sentence each. What a newer version wrote is not looked at: that error ends the command.
    private func problems() throws -> [String] {
        do {
            let library = try libraryArguments.open()
            var problems = library.damage.map { [$0.message] } ?? []
            do {
                problems += try library.check().problems
            } catch let error as LibraryError where !problems.contains(error.message) {
                problems.append(error.message)
            } catch is LibraryError {}
            if library.waiting > 0 { Output.complain("\(library.waiting) imported records wait for their articles") }
            try library.close()
            return problems
        } catch let error as LibraryError {
            if error.isRepairable { return [error.message] }
            throw error
        }
    }

    private func mend() throws {
        let rescue = try LibraryRescue(folder: libraryArguments.folder, options: LibraryOptions(environment: Environment.variables))
        try rescue.setAside()
        let library = try libraryArguments.open()
        let report = try FolderSync(library).run()
        for problem in report.problems { Output.complain(problem.message) }
        for file in rescue.files { _ = try library.importFile(file) }
        let feeds = try rescue.restoreFeedArticles(into: library)
        if feeds.count > 0 {
            // What was made of them waited for them, and their topics are to be found.
            try library.settleWaiting()
            _ = try FolderSync(library).run()
        }
        let counts = try library.counts()
        let passages = try library.passages().count
        try library.close()
        let ofFeeds = feeds.count > 0 ? ", \(feeds.count) of feeds" : ""
        let members: [(String, JSONValue)] = [
            ("articles", .number(counts.articles)), ("passages", .number(passages)), ("salvaged", .number(rescue.records)), ("feedArticles", .number(feeds.count)),
            ("notReadable", .array(rescue.losses.map { .string($0) })), ("aside", .string(rescue.aside)),
        ]
        var lost = rescue.losses.isEmpty ? "" : "; could not be read, and came from the last copy as far as it has them: " + rescue.losses.joined(separator: ", ")
        if !feeds.isWhole { lost += "; some articles of feeds could not be read: `dossier feed refresh` brings those that the feeds still have" }
        Output.line(
            format.json
                ? JSONValue.object(members).text
                : "repaired: \(max(0, counts.articles - feeds.count)) articles from their files\(ofFeeds), \(passages) passages\(lost); the damaged database is in \(rescue.aside)")
    }
}

extension Library {
    fileprivate var waiting: Int { (try? waitingCount()) ?? 0 }
}

extension LibraryError {
    /// Whether a new database would help.
    fileprivate var isRepairable: Bool {
        switch self {
        case .damaged, .refused(_, .notALibrary): true
        case .refused, .busy, .diskFull, .readOnly, .storage, .noArticle, .ambiguousName, .unknownArticle, .unknownPassage, .unknownDecision, .unknownDocument, .document,
            .emptyPassage, .noteTooLong, .closed: false
        }
    }
}

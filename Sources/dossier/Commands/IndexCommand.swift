import ArgumentParser
import Library
import Search
import Text

/// `dossier index`: the library's search index, which can always be made anew.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "See to the search index, which is made from the library and can always be made anew.",
        subcommands: [
            IndexStatusCommand.self, IndexRebuildCommand.self, IndexCheckCommand.self, IndexCompactCommand.self,
        ])
}

/// `dossier index status`: what the index consists of.
struct IndexStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say how many articles the index holds, in what parts, and what each takes.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let status = try library.indexStatus()
        IndexKeeping.tell(library)
        if format.json { Output.line(status.json.text) } else { status.lines.forEach(Output.line) }
        try library.close()
    }
}

/// `dossier index rebuild`: makes the index anew.
struct IndexRebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rebuild", abstract: "Make the index anew from the library.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        try library.rebuildIndex(progress: IndexKeeping.showProgress)
        // What was wrong with the one before does not matter any more.
        _ = library.takeIndexNotices()
        try library.printIndexed(asJSON: format.json)
        try library.close()
    }
}

/// `dossier index check`: verifies the index.
struct IndexCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Verify the index: checksums, order, counts, and that it agrees with the library.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let report = try library.checkIndex()
        report.print(asJSON: format.json)
        try library.close()
        if !report.isSound { throw ExitStatus.failed }
    }
}

/// `dossier index compact`: writes the index as one part.
struct IndexCompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "Merge the index into one part, without what was replaced.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        try library.compactIndex()
        IndexKeeping.tell(library)
        try library.printIndexed(asJSON: format.json)
        try library.close()
    }
}

extension IntegrityReport {
    /// Each problem on a line, and for people a last line that says how many there are.
    func print(asJSON: Bool) {
        for problem in problems {
            Output.line(asJSON ? JSONValue.object([("problem", .string(problem))]).text : problem)
        }
        if !asJSON { Output.line(isSound ? "no damage found" : "faults found: \(problems.count)") }
    }
}

extension Library {
    fileprivate func printIndexed(asJSON: Bool) throws {
        let status = try indexStatus()
        Output.line(asJSON ? status.json.text : status.summary)
    }
}

extension LibraryIndexStatus {
    /// `24 articles in 1 part, 120 kB`.
    fileprivate var summary: String {
        let parts = parts.segments.count
        let missing = missing > 0 ? "; \(missing) more are not in it yet" : ""
        return "\(self.parts.articles) articles in \(parts) part\(parts == 1 ? "" : "s"), \(Self.size(bytes))\(missing)"
    }

    fileprivate var lines: [String] {
        let segments = parts.segments.map { segment in
            "    \(segment.name): \(segment.articles) articles, \(segment.gone) replaced, \(segment.terms) terms, \(Self.size(segment.bytes))"
        }
        let sections = parts.bytes.filter { $0.bytes > 0 }.map { "    \($0.part): \(Self.size($0.bytes))" }
        return ["\(path): \(summary)" + (isWriter ? "" : " (another program writes to it)")] + segments + ["sizes:"] + sections
    }

    private var bytes: Int { parts.segments.reduce(0) { $0 + $1.bytes } }

    private static func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\((bytes + 999) / 1_000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }

    fileprivate var json: JSONValue {
        let segments = parts.segments.map { segment in
            JSONValue.object([
                ("name", .string(segment.name)), ("articles", .number(segment.articles)), ("replaced", .number(segment.gone)),
                ("terms", .number(segment.terms)), ("bytes", .number(segment.bytes)),
            ])
        }
        return .object([
            ("path", .string(path)), ("articles", .number(parts.articles)), ("missing", .number(missing)),
            ("change", .number(Int(change))), ("complete", .number(Int(parts.completeUpTo))),
            ("written", .number(Int(parts.writtenUpTo))), ("writer", .bool(isWriter)), ("segments", .array(segments)),
            ("bytes", .object(parts.bytes.map { ($0.part, JSONValue.number($0.bytes)) })),
        ])
    }
}

import ArgumentParser
import Briefings
import Library
import Search
import Text
import Topics

/// `dossier treaty UNCC`: what the library holds on each provision of a treaty.
struct TreatyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "treaty", abstract: "Show a treaty's chapters and articles, with what the library holds on each.",
        discussion: """
            Counts are articles, unread ones and passages; the small columns are the last twelve months, of thirty days each. \
            With --beside, what corresponds in another treaty: (not compared) says that the texts were not, (by topic) that a topic \
            of the vocabulary stands for both.
            """)

    @Argument(help: "Its id or a word of its name, such as UNCC, Budapest; without one, all treaties are listed.")
    var treaty: String?

    @Option(name: .long, help: ArgumentHelp("Another treaty to set beside it.", valueName: "treaty"))
    var beside: String?

    @Option(name: .long, help: ArgumentHelp("Print the passages on one provision, such as 37.", valueName: "number"))
    var article: String?

    @Flag(name: .long, help: "Leave out provisions on which the library holds nothing.")
    var held = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let vocabulary = libraryArguments.vocabulary(of: library)
        let desk = BriefingDesk(library, vocabulary: vocabulary)
        guard let treaty else {
            try list(library, vocabulary)
            return try library.close()
        }
        let found = try TreatyArgument.treaty(treaty, in: vocabulary)
        if let article {
            try printPassages(ProvisionID(treaty: found.id, article: article), library, vocabulary)
        } else {
            let other = try beside.map { try TreatyArgument.treaty($0, in: vocabulary) }
            if let map = try desk.map(of: found.id, beside: other?.id, now: LibraryOptions.systemClock()) { print(map) }
        }
        IndexKeeping.tell(library)
        try library.close()
    }

    private func list(_ library: Library, _ vocabulary: Vocabulary) throws {
        let counts = try library.provisionCounts().filter { $0.provision == nil }
        for treaty in vocabulary.treaties {
            let count = counts.first { $0.treaty == treaty.id }
            if format.json {
                Output.line(
                    JSONValue.object([
                        ("treaty", .string(treaty.id.rawValue)), ("name", .string(treaty.name)), ("articles", .number(count?.articles ?? 0)),
                        ("unread", .number(count?.unread ?? 0)),
                    ]).text)
            } else {
                Output.row("\(treaty.id)  \(Self.counted(count?.articles ?? 0, "article")), \(count?.unread ?? 0) unread  \(treaty.name)")
            }
        }
    }

    private func print(_ map: TreatyMap) {
        guard !format.json else { return Output.line(map.json.text) }
        Output.row("\(map.treaty.name)  \(Self.counted(map.articles, "article")), \(map.unread) unread  \(Sparkline.text(map.history))")
        for chapter in map.chapters {
            let rows = held ? chapter.rows.filter { $0.articles > 0 } : chapter.rows
            guard !rows.isEmpty else { continue }
            if !chapter.title.isEmpty { Output.row("\n" + chapter.title) }
            for row in rows { Output.row(line(row, map)) }
        }
        if let looked = map.looked { Output.complain("passages were counted in the newest \(looked) of \(Self.counted(map.articles, "article"))") }
    }

    private func line(_ row: TreatyMap.Row, _ map: TreatyMap) -> String {
        let number = String(repeating: " ", count: max(0, 6 - row.provision.id.article.count)) + row.provision.id.article
        let counts = [Self.counted(row.articles, "article"), "\(row.unread) unread", row.passages.map { Self.counted($0, "passage") }].compactMap { $0 }.joined(separator: ", ")
        let beside = row.beside.map { "  " + $0.sentence(in: map) }.joined()
        return "\(number)  \(Sparkline.text(row.history))  \(row.provision.title): \(counts)\(beside)"
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private func printPassages(_ provision: ProvisionID, _ library: Library, _ vocabulary: Vocabulary) throws {
        let passages = try library.passages(linkedTo: provision)
        for passage in passages {
            if format.json {
                Output.line(passage.json.text)
            } else {
                Output.row("\(passage.row.name)  \(passage.row.title)")
                Output.line(PlainText.wrap(passage.text, width: min(Output.columns, 80) - 4).split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            }
        }
        if passages.isEmpty { throw ExitStatus.nothingFound }
    }
}

extension LinkedPassage {
    /// The object that `dossier treaty --article --json` prints.
    fileprivate var json: JSONValue {
        .object(present: row.members + [
            ("start", .number(range.lowerBound)), ("end", .number(range.upperBound)), ("text", .string(text)),
            ("because", .array(topics.map { .string($0.rawValue) })), ("cited", .bool(isCited)),
        ])
    }
}

/// A treaty that is named on the command line.
enum TreatyArgument {
    struct Unknown: ExplainedError {
        var name: String
        var known: [String]

        var what: String { "treaty «\(name)»" }
        var why: String { "the vocabulary has none of this name, or several" }
        var remedy: String { "name one of " + known.joined(separator: ", ") }
    }

    static func treaty(_ name: String, in vocabulary: Vocabulary) throws -> Treaty {
        guard let treaty = vocabulary.treaty(meant: name) else { throw Unknown(name: name, known: vocabulary.treaties.map(\.id.rawValue)) }
        return treaty
    }
}

import ArgumentParser
import Foundation
import Library
import PseudoTerminal
import Search
import Topics

/// What a person made: a hundred thousand passages, one article with five hundred of them.
struct AnnotationBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotations", abstract: "The list of notes over many passages, its filter, and an article full of marks.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many passages are made.")
    var passages: Int = 100_000

    func run() throws { try Workshop(options).annotations(passages) }
}

extension Workshop {
    private static let crowded = 500

    func annotations(_ count: Int) throws {
        let folder = try largeLibrary()
        try annotate(folder, count)
        try measureLists(folder)
        try measureScreens(folder)
    }

    private func open(_ folder: String) throws -> Library {
        try Library.open(folder: folder, options: LibraryOptions(environment: environment, vocabulary: .builtIn))
    }

    // MARK: Making

    /// Brings passages in as an export would, in turn on all articles; the newest has many.
    private func annotate(_ folder: String, _ count: Int) throws {
        let library = try open(folder)
        let ids = try library.order()
        try library.setStar(ids, true)
        var identities: [Substring: Substring] = [:]
        _ = try library.export(.jsonl) { line in
            guard line.hasPrefix(#"{"type":"article""#), let range = line.range(of: #""article":""#) else { return }
            let identity = line[range.upperBound...].prefix { $0 != "\"" }
            identities[identity.prefix(12)] = identity
        }
        var lines = [#"{"type":"dossier","version":1}"#]
        for (place, id) in ids.enumerated() {
            let stored = try library.article(id)
            guard let identity = identities[stored.row.name.prefix(12)] else { continue }
            let own = place == 0 ? Self.crowded : max(1, (count - Self.crowded) / max(1, ids.count - 1))
            lines += Self.records(own, place: place, identity: identity, text: stored.article.text)
        }
        let file = self.folder + "/made.jsonl"
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: file))
        let start = ContinuousClock.now
        let summary = try library.importFile(file)
        report("import of \(lines.count - 1) passages: \(Figures.rounded((ContinuousClock.now - start).seconds)) s, \(summary.added) added")
        try library.close()
    }

    private static let notes = ["compare the visa rules", "ask about the deadline", "cite in the brief", "hanoi talks, second day"]

    private static func records(_ count: Int, place: Int, identity: Substring, text: String) -> [String] {
        let bytes = Array(text.utf8)
        let colours = HighlightColour.allCases.map(\.rawValue)
        return (0..<count).compactMap { index in
            let start = bytes.count * index / max(1, count)
            guard let word = bytes[start...].firstIndex(of: 0x20), let end = bytes[min(bytes.count, word + 1 + 60 + index % 60)...].firstIndex(of: 0x20)
            else { return nil }
            let number = place * 1_000 + index
            let fields: [(String, Any)?] = [
                ("type", "passage"), ("id", "made-\(number)"), ("article", String(identity)), ("title", ""), ("start", word + 1), ("end", end),
                ("quote", String(decoding: bytes[(word + 1)..<end], as: UTF8.self)), ("prefix", ""), ("suffix", ""),
                index % 3 == 0 ? ("bookmarked", true) : nil, index % 3 != 0 || index % 2 == 0 ? ("highlight", colours[number % colours.count]) : nil,
                index % 4 == 0 ? ("note", notes[number % notes.count] + " \(number)") : nil,
                ("tags", index % 5 == 0 ? ["tag \(number % 40)"] : []), ("created", "2026-03-\(10 + number % 20)T10:00:00Z"),
                ("edited", "2026-03-\(10 + number % 20)T10:00:00Z"),
            ]
            let object = Dictionary(fields.compactMap { $0 }) { first, _ in first }
            return (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    // MARK: Inside

    private func measureLists(_ folder: String) throws {
        let library = try open(folder)
        let start = ContinuousClock.now
        _ = try library.passageOrder(PassageList(.note(TextQuery("visa"))), limit: 1)
        report("words of all passages read: \(Figures.rounded((ContinuousClock.now - start).milliseconds)) ms")
        for grouping in PassageList.Grouping.allCases {
            try measure("notes by \(grouping.rawValue)", library, PassageList(grouping: grouping))
        }
        for words in ["is:bookmarked", "tag:\"tag 7\"", "note:visa", "vis", "hanoi", "is:bookmarked topic:extradition note:visa"] {
            try measure("notes, \(words)", library, PassageList(Query.typed(words, isTyping: true).query))
        }
        try library.close()
    }

    private func measure(_ name: String, _ library: Library, _ list: PassageList) throws {
        var first = Figures()
        var whole = Figures()
        var count = 0
        for _ in 0..<20 {
            let start = ContinuousClock.now
            let order = try library.passageOrder(list, limit: 90)
            _ = try library.passages(numbered: order.entries.prefix(60).map(\.number))
            first.add((ContinuousClock.now - start).milliseconds)
            let again = ContinuousClock.now
            count = try library.passageOrder(list).entries.count
            whole.add((ContinuousClock.now - again).milliseconds)
        }
        report(first.line("\(name): first rows", unit: "ms"))
        report(whole.line("\(name): all \(count)", unit: "ms"))
    }

    // MARK: On the screen

    private func measureScreens(_ folder: String) throws {
        let terminal = try PseudoTerminal(
            program, arguments: ["--no-sync", folder], environment: environment, directory: self.folder, columns: 120, rows: 40)
        guard terminal.wait(timeout: .seconds(30), until: { $0.lines.last?.isEmpty == false }) else { throw NoScreen(shown: terminal.text) }
        terminal.waitForQuiet(.milliseconds(500))
        var opened = Figures()
        for _ in 0..<20 {
            let response = terminal.measure(quiet: .milliseconds(60), timeout: .milliseconds(2_000)) { $0.send("4") }
            if let time = response.first { opened.add(time.milliseconds) }
            terminal.send("1")
            terminal.waitForQuiet(.milliseconds(200))
        }
        report(opened.line("key to first byte, screen of notes", unit: "ms"))
        terminal.send("4")
        terminal.waitForQuiet(.milliseconds(500))
        terminal.send("f")
        terminal.waitForQuiet(.milliseconds(300))
        var typed = Figures()
        for letter in "note:visa" {
            let response = terminal.measure(quiet: .milliseconds(20), timeout: .milliseconds(1_000)) { $0.send(String(letter)) }
            if let time = response.last { typed.add(time.milliseconds) }
        }
        report(typed.line("key to last byte, filter of notes", unit: "ms"))
        terminal.press(.escape)
        terminal.send("\u{1B}")
        terminal.waitForQuiet(.milliseconds(300))
        terminal.send("1gg")
        terminal.waitForQuiet(.milliseconds(300))
        terminal.press(.enter)
        terminal.waitForQuiet(.milliseconds(500))
        var moved = Figures()
        for press in 0..<100 {
            let response = terminal.measure(quiet: .milliseconds(20), timeout: .milliseconds(500)) { $0.send(press % 20 < 10 ? "j" : "k") }
            if let time = response.first { moved.add(time.milliseconds) }
        }
        report(moved.line("key to first byte, article with \(Self.crowded) marks", unit: "ms"))
        terminal.signal(9)
    }
}

import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// `kill -9` at random moments while a person annotates, takes back and exports: what the screen had confirmed is there, and no
/// file is there by half.
@Suite struct AnnotatingKillTests {
    private static let rounds = Soak.pick(sample: 2, full: 100)

    /// What was confirmed so far, by the words of notes; the last act may have been done and not shown.
    private struct Book {
        var kept: Set<String> = []
        var gone: Set<String> = []
        var open: String?
    }

    @Test func whileAnnotatingAndTakingBack() throws {
        var generator = SplitMix64(seed: 20_261_124)
        let text = GeneratedArticle.text("harbour", paragraphs: 12 * Self.rounds, using: &generator)
        let bench = try Workbench(files: ["harbour.txt": text])
        try bench.run("sync")
        var book = Book()
        for round in 1...Self.rounds {
            let time = Duration.milliseconds(Int.random(in: 300...2_500, using: &generator))
            try annotate(bench, round, until: time, &book)
            try bench.expectSound()
            let csv = try bench.run("export", "--format", "csv")
            for note in book.kept where note != book.open { #expect(csv.contains(note), "round \(round): «\(note)» had been confirmed") }
            for note in book.gone where note != book.open { #expect(!csv.contains(note), "round \(round): «\(note)» had been taken back") }
            settle(&book, csv)
        }
        #expect(!book.kept.isEmpty || !book.gone.isEmpty || Self.rounds < 10)
    }

    /// What was not shown is from now on what it turned out to be.
    private func settle(_ book: inout Book, _ csv: String) {
        guard let open = book.open else { return }
        book.open = nil
        if csv.contains(open) {
            book.kept.insert(open)
            book.gone.remove(open)
        } else {
            book.gone.insert(open)
            book.kept.remove(open)
        }
    }

    private func annotate(_ bench: Workbench, _ round: Int, until time: Duration, _ book: inout Book) throws {
        let terminal = try bench.open()
        try #require(terminal.wait { $0.text.contains("harbour.txt") || $0.text.contains("note \(round - 1) of") }, "\(terminal.text)")
        _ = terminal.waitForQuiet()
        // A note that was being typed when the last one ended is there again, and is not wanted here.
        if terminal.text.contains("Note on the passage") {
            terminal.press(.escape)
            _ = terminal.waitForQuiet(.milliseconds(200))
        }
        terminal.press(.enter)
        try #require(terminal.wait { $0.lines.contains { $0.hasPrefix("▌") } }, "\(terminal.text)")
        terminal.send("gg" + String(repeating: "j", count: round * 3))
        _ = terminal.waitForQuiet()
        let end = ContinuousClock.now + time
        var number = 0
        while ContinuousClock.now < end {
            number += 1
            let note = "note \(round) of \(number);"
            book.open = note
            terminal.send("jv)a" + note)
            guard terminal.wait(timeout: end - .now, until: { $0.text.contains(note) }) else { break }
            terminal.press(.enter)
            guard terminal.wait(timeout: end - .now, until: { $0.text.contains("wrote a note") }) else { break }
            book.kept.insert(note)
            book.open = nil
            guard number % 2 == 0 else { continue }
            book.open = note
            terminal.send("u")
            guard terminal.wait(timeout: end - .now, until: { $0.text.contains("undone: note on") }) else { break }
            book.kept.remove(note)
            book.gone.insert(note)
            book.open = nil
        }
        terminal.signal(SIGKILL)
        #expect(terminal.exitStatus() == .signalled(SIGKILL))
    }

    @Test func whileExporting() throws {
        var generator = SplitMix64(seed: 20_261_125)
        let bench = try Workbench(files: ["harbour.txt": GeneratedArticle.text("harbour", paragraphs: 300, using: &generator)])
        try bench.run("sync")
        let id = try #require(try bench.objects("list").first?["id"] as? String)
        for number in 0..<Soak.pick(sample: 10, full: 100) {
            try bench.run("note", id, "note \(number)", "--quote", GeneratedArticle.passage(number + 1, of: "harbour"))
        }
        let whole = try bench.run("export", "--format", "jsonld")
        let file = bench.folder.appendingPathComponent("mine.jsonld")
        for round in 1...Soak.pick(sample: 6, full: 100) {
            try? FileManager.default.removeItem(at: file)
            let process = try bench.start(["export", "--format", "jsonld", "-o", file.path])
            usleep(useconds_t(Int.random(in: 0...80_000, using: &generator)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            #expect(try String(contentsOf: file, encoding: .utf8) == whole, "round \(round)")
        }
        // One that is left alone writes all of it, whatever those before left behind.
        try bench.run("export", "--format", "jsonld", "-o", file.path)
        #expect(try String(contentsOf: file, encoding: .utf8) == whole)
    }
}

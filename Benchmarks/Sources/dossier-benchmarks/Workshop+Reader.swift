import Foundation
import PseudoTerminal

extension Workshop {
    /// A made library of a size.
    struct MadeLibrary {
        var size: Int
        var folder: String

        /// It has no files to look for.
        var arguments: [String] { ["--no-sync", folder] }
    }

    /// What the reader may cost, by what was promised of it.
    private enum Promise {
        static let firstScreen = 40.0
        static let growth = 10.0
        static let key = 8.0
        static let scrolledBytes = 2_048.0
        /// Of private memory, in megabytes, for libraries up to so many articles.
        static let memory: [(articles: Int, megabytes: Double)] = [(100_000, 60), (1_000_000, 90)]
    }

    func readers(of sizes: [Int], keptIn kept: String?) throws {
        let libraries = try sizes.map { try madeLibrary(of: $0, keptIn: kept) }
        for (columns, rows) in [(80, 24), (200, 60)] { try firstScreens(of: libraries, columns: columns, rows: rows) }
        for library in libraries { try reading(in: library) }
    }

    /// The library of a size, with one article of 20,000 lines as the newest.
    private func madeLibrary(of size: Int, keptIn kept: String?) throws -> MadeLibrary {
        let library = MadeLibrary(size: size, folder: (kept ?? folder) + "/made-\(size)-of-\(options.words)-words")
        guard !FileManager.default.fileExists(atPath: library.folder) else { return library }
        let unfinished = library.folder + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        try FileManager.default.createDirectory(atPath: kept ?? folder, withIntermediateDirectories: true)
        let start = ContinuousClock.now
        try makeLibrary(of: size, in: unfinished)
        try LongArticle.add(lines: 20_000, to: unfinished, environment: environment)
        try FileManager.default.moveItem(atPath: unfinished, toPath: library.folder)
        report("made \(size) articles of about \(options.words) words in \(Figures.rounded((ContinuousClock.now - start).seconds)) s")
        return library
    }

    private func firstScreens(of libraries: [MadeLibrary], columns: Int, rows: Int) throws {
        // In turn, so that a slow moment of the machine meets all.
        var figures = libraries.map { _ in Figures() }
        for run in 0...30 {
            for (index, library) in libraries.enumerated() {
                let time = try firstScreen(library.arguments, columns: columns, rows: rows)
                if run > 0 { figures[index].add(time) }
            }
        }
        for (library, figures) in zip(libraries, figures) {
            report(figures.line("first screen, \(library.size) articles, \(columns)x\(rows)", unit: "ms"))
            tellVerdict("first screen, median", figures.percentile(0.5), atMost: Promise.firstScreen, "ms")
        }
        if let first = figures.first, let last = figures.last, figures.count > 1 {
            tellVerdict("more for the largest, median", last.percentile(0.5) - first.percentile(0.5), atMost: Promise.growth, "ms")
        }
    }

    // MARK: Using it

    private func reading(in library: MadeLibrary) throws {
        let terminal = try PseudoTerminal(
            program, arguments: library.arguments, environment: environment, directory: folder, columns: 200, rows: 60)
        guard terminal.wait(timeout: .seconds(20), until: Self.isFull) else { throw NoScreen(shown: terminal.text) }
        rest(terminal, .seconds(1))
        report("-- \(library.size) articles, 200x60")
        tellMemory("when it is open", of: terminal, library)
        lists(terminal)
        tellMemory("after moving in the list", of: terminal, library)
        terminal.send("gg")
        articles(terminal)
        tellMemory("after reading", of: terminal, library)
        searches(terminal)
        tellMemory("after searching", of: terminal, library)
        for key in ["3", "4", "1"] { measureOnce("view \(key)", terminal) { $0.send(key) } }
        tellMemory("after looking at every view", of: terminal, library)
        for _ in 0..<6 where terminal.exitStatus(timeout: .milliseconds(200)) == nil { terminal.send("q") }
        if terminal.exitStatus() == nil { terminal.signal(SIGKILL) }
    }

    private func lists(_ terminal: PseudoTerminal) {
        expectQuick("list: j", terminal, presses: 400) { terminal, _ in terminal.send("j") }
        let scrolled = expectQuick("list: Ctrl-E, a line", terminal, presses: 200) { terminal, _ in terminal.send("\u{5}") }
        tellVerdict("bytes for a line, 99 %", scrolled.percentile(0.99), atMost: Promise.scrolledBytes, "B")
        expectQuick("list: page down and up", terminal, presses: 200) { terminal, press in
            terminal.press(press % 4 < 2 ? .pageDown : .pageUp)
        }
        expectQuick("list: G and g g", terminal, presses: 60) { terminal, press in terminal.send(press % 2 == 0 ? "G" : "gg") }
    }

    private func articles(_ terminal: PseudoTerminal) {
        rest(terminal)
        measureOnce("open an article of 20,000 lines", terminal) { $0.press(.enter) }
        rest(terminal, .seconds(1))
        let scrolled = expectQuick("20,000 lines: Ctrl-E, a line", terminal, presses: 200) { terminal, _ in terminal.send("\u{5}") }
        tellVerdict("bytes for a line, 99 %", scrolled.percentile(0.99), atMost: Promise.scrolledBytes, "B")
        expectQuick("20,000 lines: j and k", terminal, presses: 200) { terminal, press in terminal.send(press % 20 < 10 ? "j" : "k") }
        expectQuick("20,000 lines: page down and up", terminal, presses: 100) { terminal, press in
            terminal.press(press % 4 < 2 ? .pageDown : .pageUp)
        }
        expectQuick("20,000 lines: G and g g", terminal, presses: 40) { terminal, press in terminal.send(press % 2 == 0 ? "G" : "gg") }
        expectQuick("20,000 lines: narrower and wider", terminal, presses: 20) { terminal, press in terminal.send(press % 2 == 0 ? "<" : ">") }
        terminal.send("/")
        rest(terminal)
        let word = Array("harbour")
        expectQuick("20,000 lines: find as you type", terminal, presses: word.count) { terminal, press in terminal.send(String(word[press])) }
        terminal.press(.enter)
        rest(terminal)
        expectQuick("20,000 lines: next hit", terminal, presses: 60) { terminal, _ in terminal.send("n") }
        terminal.press(.escape)
        rest(terminal)
        expectQuick("reading: next article", terminal, presses: 100) { terminal, _ in terminal.send("J") }
        expectQuick("reading: j and k", terminal, presses: 200) { terminal, press in terminal.send(press % 20 < 10 ? "j" : "k") }
        terminal.send("q")
        rest(terminal)
    }

    private func searches(_ terminal: PseudoTerminal) {
        terminal.send("/")
        rest(terminal)
        for word in ["the", "ransomware", "money laundering"] {
            let letters = Array(word)
            expectQuick("search as you type: \(word)", terminal, presses: letters.count) { terminal, press in
                terminal.send(String(letters[press]))
            }
            terminal.send("\u{15}")
            rest(terminal)
        }
        terminal.press(.escape)
        rest(terminal)
    }

    // MARK: Figures

    /// Measures and holds the time to the last byte against what was promised. The bytes of each answer.
    @discardableResult
    private func expectQuick(
        _ name: String, _ terminal: PseudoTerminal, presses: Int, _ press: (PseudoTerminal, Int) -> Void
    ) -> Figures {
        let (times, bytes) = measure(name, in: terminal, presses: presses, press)
        tellVerdict("\(name), 99 %", times.percentile(0.99), atMost: Promise.key, "ms")
        return bytes
    }

    private func measureOnce(_ name: String, _ terminal: PseudoTerminal, _ action: (PseudoTerminal) -> Void) {
        let response = terminal.measure(quiet: .milliseconds(200), action)
        report(name.padding(to: 52) + [response.first, response.last].map { $0.map { Figures.rounded($0.milliseconds) } ?? "–" }.joined(separator: " … ") + " ms")
    }

    private func rest(_ terminal: PseudoTerminal, _ quiet: Duration = .milliseconds(300)) {
        terminal.waitForQuiet(quiet)
    }

    private func tellMemory(_ moment: String, of terminal: PseudoTerminal, _ library: MadeLibrary) {
        guard let megabytes = ProcessMemory.anonymous(of: terminal.process).map({ Double($0) / 1_000_000 }) else { return }
        let name = "private memory \(moment), \(library.size) articles"
        guard let promise = Promise.memory.first(where: { library.size <= $0.articles }) else { return report(name.padding(to: 60) + Figures.rounded(megabytes) + " MB") }
        tellVerdict(name, megabytes, atMost: promise.megabytes, "MB")
    }

    private func tellVerdict(_ name: String, _ value: Double, atMost bound: Double, _ unit: String) {
        let isKept = value <= bound
        report("\(isKept ? "  kept  " : "  MISSED") \(name)".padding(to: 60) + "\(Figures.rounded(value)) of \(Figures.rounded(bound)) \(unit)")
    }
}

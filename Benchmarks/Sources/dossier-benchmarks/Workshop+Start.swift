import PseudoTerminal

extension Workshop {
    private static let runs = 30

    /// From the start of the process to the first full screen: rows of articles and the footer.
    func start() throws {
        let libraries = [("Articles, synced", try sampleLibrary()), ("\(options.size) articles", try largeLibrary())]
        for (columns, rows) in [(80, 24), (200, 60)] {
            // In turn, so that a slow moment of the machine meets both.
            var figures = libraries.map { _ in Figures() }
            for run in 0...Self.runs {
                for (index, library) in libraries.enumerated() {
                    let time = try firstScreen(arguments(for: library.1), columns: columns, rows: rows)
                    if run > 0 { figures[index].add(time) }
                }
            }
            for (index, library) in libraries.enumerated() {
                report(figures[index].line("first screen, \(library.0), \(columns)x\(rows)", unit: "ms"))
            }
        }
    }

    /// The milliseconds from the start of a process to its first full screen.
    func firstScreen(_ arguments: [String], columns: Int, rows: Int) throws -> Double {
        let start = ContinuousClock.now
        let terminal = try PseudoTerminal(
            program, arguments: arguments, environment: environment, directory: folder, columns: columns, rows: rows)
        // The footer is drawn last. Looking at the whole screen each time would make the program wait for us.
        guard terminal.wait(timeout: .seconds(20), until: Self.hasFooter), let last = terminal.arrivals.last,
            Self.isFull(terminal)
        else {
            throw NoScreen(shown: terminal.text)
        }
        let time = (last.time - start).milliseconds
        terminal.send("q")
        if terminal.exitStatus() == nil { terminal.signal(9) }
        return time
    }

    private static func hasFooter(_ terminal: PseudoTerminal) -> Bool {
        let footer = Array("help".utf8)
        let last = terminal.output.suffix(4_096)
        return last.indices.contains { last[$0...].starts(with: footer) }
    }

    /// Whether a full screen is shown: the name of the program above, the footer below, and rows with dates between them.
    static func isFull(_ terminal: PseudoTerminal) -> Bool {
        let lines = terminal.lines
        return lines.first?.contains("Dossier") == true && lines.last?.contains("help") == true
            && lines.count(where: { $0.contains("20") && $0.contains("-") }) >= min(10, lines.count / 3)
    }
}

struct NoScreen: Error {
    var shown: String
}

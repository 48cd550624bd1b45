import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// One journey being made.
final class JourneyRun {
    private let journey: Journey
    private let weather: JourneyWeather
    private let bench: Workbench
    private var terminal: PseudoTerminal
    private var before: TerminalModes
    private var generator: SplitMix64
    private var delivered = 0
    private let size: (columns: Int, rows: Int)

    private static let sizes = [(80, 24), (100, 30), (120, 40), (160, 45), (200, 60)]
    private static let atOnce = 60

    /// - Parameter seed: decides when the size changes, and to what.
    init(_ journey: Journey, _ weather: JourneyWeather, columns: Int = 80, rows: Int = 24, seed: UInt64) throws {
        self.journey = journey
        self.weather = weather
        size = (columns, rows)
        generator = SplitMix64(seed: seed)
        bench = try Workbench(copyOf: JourneyLibrary.shared.get())
        (terminal, before) = try Self.open(bench, columns, rows)
    }

    private static func open(_ bench: Workbench, _ columns: Int, _ rows: Int) throws -> (PseudoTerminal, TerminalModes) {
        let terminal = try PseudoTerminal(
            Workbench.program, arguments: [bench.library.path, "--record-frame", bench.frameFile],
            environment: bench.environment.merging(["BROWSER": "true", "EDITOR": "true", "PAGER": "true"]) { $1 },
            directory: bench.folder.path, columns: columns, rows: rows)
        return (terminal, try terminal.modes())
    }

    func make() throws {
        // Topics are named once the vocabulary is loaded.
        try expect("LAUNDR", after: "start")
        let turn = weather == .resizing ? Int.random(in: 0..<journey.steps.count, using: &generator) : nil
        for (index, step) in journey.steps.enumerated() {
            if weather == .importing { try deliver(index == 0 ? Self.atOnce : 4) }
            if index == turn, let (columns, rows) = Self.sizes.randomElement(using: &generator) {
                terminal.resize(columns: columns, rows: rows)
            }
            for key in step.keys.split(separator: " ") { try press(String(key)) }
            try expect(step.seen, after: step.keys)
            try expectFrame(after: step.keys)
        }
        try leave()
        for (command, text) in journey.found {
            let outcome = try bench.call(command.split(separator: " ").map(String.init))
            for line in text.split(separator: "\n") { #expect(outcome.output.contains(line), "\(journey.name), \(command): \(outcome)") }
        }
        try bench.expectSound()
    }

    private func deliver(_ count: Int) throws {
        for _ in 0..<count {
            delivered += 1
            let (name, text) = JourneyShelf.incoming(delivered)
            try bench.write(text, to: name, date: Date(timeIntervalSince1970: 946_684_800 + Double(delivered)))
        }
    }

    // MARK: Pressing

    private func press(_ word: String) throws {
        switch word {
        case "reopen": try reopen()
        case "stop":
            terminal.signal(SIGTSTP)
            _ = terminal.waitForQuiet(.milliseconds(150))
            terminal.signal(SIGCONT)
        case "wheel-down", "wheel-up":
            try expectMouse(word)
            terminal.click(word == "wheel-down" ? .wheelDown : .wheelUp, column: terminal.columns / 3, row: terminal.rows / 2)
        case _ where word.hasPrefix("@"):
            // Nobody clicks on what is about to move.
            try expectFrame(after: word)
            try expectMouse(word)
            let shown = String(word.dropFirst()).replacing("_", with: " ")
            try #require(terminal.wait { $0.place(of: shown) != nil }, "\(journey.name): «\(shown)» is not shown\n\(terminal.text)")
            if let place = terminal.place(of: shown) { terminal.click(.left, column: place.column, row: place.row) }
        case _: terminal.press(word: word)
        }
    }

    /// What is done with the mouse before the program has asked for it is told to nobody.
    private func expectMouse(_ word: String) throws {
        try #require(terminal.wait { $0.reportsMouse }, "\(journey.name), «\(word)»: the mouse is not listened to")
    }

    private func reopen() throws {
        try leave()
        (terminal, before) = try Self.open(bench, size.columns, size.rows)
        try expect("LAUNDR", after: "reopen")
    }

    private func leave() throws {
        terminal.send("\u{3}\u{3}")
        for _ in 0..<10 where terminal.exitStatus(timeout: .seconds(1)) == nil { terminal.send("\u{3}\u{3}") }
        #expect(terminal.exitStatus() == .exited(0), "\(journey.name): \(terminal.text)")
        #expect(try terminal.modes() == before, "\(journey.name)")
        let tail = String(decoding: terminal.output.suffix(120), as: UTF8.self).debugDescription
        #expect(!terminal.isAlternateScreen, "\(journey.name): \(tail)")
        #expect(terminal.isCursorVisible, "\(journey.name): \(tail)")
        #expect(!terminal.reportsMouse, "\(journey.name): \(tail)")
    }

    // MARK: Seeing

    private func expect(_ seen: String, after keys: String) throws {
        for line in seen.split(separator: "\n").map(String.init) {
            let isSeen = terminal.wait(timeout: .seconds(20)) { $0.shows(line) }
            try #require(isSeen, "\(journey.name), \(weather), after «\(keys)»: \(line) in\n\(terminal.text)")
        }
    }

    /// What the terminal shows is what was drawn.
    private func expectFrame(after keys: String) throws {
        let isSame = terminal.wait(timeout: .seconds(20)) { [bench] in $0.differences(from: bench.frame()).isEmpty }
        let differences = terminal.differences(from: bench.frame())
        try #require(isSame, "\(journey.name), \(weather), after «\(keys)»: \(differences.joined(separator: "\n"))\n\(terminal.text)")
    }
}

/// The library of ``JourneyShelf``, read once for all journeys, and gone when the tests end.
enum JourneyLibrary {
    static let shared = Result { try read() }

    private static func read() throws -> Workbench {
        let bench = try Workbench(files: JourneyShelf.files)
        try bench.run("sync")
        atexit { JourneyLibrary.remove() }
        return bench
    }

    private static func remove() {
        if let bench = try? shared.get() { try? FileManager.default.removeItem(at: bench.folder) }
    }
}

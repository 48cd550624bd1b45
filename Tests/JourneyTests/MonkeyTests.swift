import Foundation
import Glibc
import PseudoTerminal
import TestSupport
import Testing

/// Random keys, mouse events, pastes, resizes and signals in the real program, from a fixed seed: it does not crash, gives the terminal
/// back as it was however it ended, and the library is sound afterwards. In an optimised build it is never silent for longer
/// than a tenth of a second.
@Suite struct MonkeyTests {
    private static let actions = Soak.pick(sample: 2_000, full: 100_000)

    @Test func theRealProgram() throws {
        let bench = try Workbench(copyOf: JourneyLibrary.shared.get())
        var monkey = try TerminalMonkey(bench, seed: 2_026)
        for _ in 0..<Self.actions { try monkey.act() }
        try monkey.leave()
        try bench.expectSound()
        if Soak.isOn { #expect(monkey.slowest < Duration.milliseconds(100), "\(monkey.slowest)") }
        #expect(monkey.ends > 0)
    }
}

/// Drives the program at random, and opens it again whenever it has ended.
private struct TerminalMonkey {
    private let bench: Workbench
    private var random: SplitMix64
    private var terminal: PseudoTerminal
    private var before: TerminalModes
    private var size = (columns: 80, rows: 24)
    /// The signal that was sent, where one was that ends it.
    private var signal: Int32?
    private var done = 0
    private(set) var ends = 0
    /// The longest time from a change of size to the first byte of the new screen.
    private(set) var slowest = Duration.zero

    /// How many actions there are between two looks at whether it still answers.
    private static let pace = 25

    init(_ bench: Workbench, seed: UInt64) throws {
        self.bench = bench
        random = SplitMix64(seed: seed)
        (terminal, before) = try Self.open(bench, size)
    }

    private static func open(_ bench: Workbench, _ size: (columns: Int, rows: Int)) throws -> (PseudoTerminal, TerminalModes) {
        let terminal = try PseudoTerminal(
            Workbench.program, arguments: [bench.library.path],
            environment: bench.environment.merging(["BROWSER": "true", "EDITOR": "true", "VISUAL": "true", "PAGER": "true"]) { $1 },
            directory: bench.folder.path, columns: size.columns, rows: size.rows)
        let modes = try terminal.modes()
        try #require(terminal.wait(timeout: .seconds(20)) { $0.isAlternateScreen }, "it did not open")
        return (terminal, modes)
    }

    /// Letters that are commands, most of all; what is typed into prompts is made of them too. No name of a folder comes of them
    /// that could be added: none has a slash and then a letter.
    private static let keys = Array("jjjjkkkkhlgGnN]}[{+-tTbBrdduUz<>1234pysf/?&!mavxXwEMq\r\r\r\r\u{1B}\u{1B}\t \u{7F}\u{4}\u{15}\u{5}\u{19}\u{6}\u{2}\u{C}\u{12}\u{14}\u{17}é界:#\"").map(String.init)
    private static let sequences = ["\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}OP", "\u{1B}[Z", "\u{1B}b", "\u{1B}[1;5A", "\u{1B}[M", "\u{1B}]11;rgb:0/0/0\u{7}"]
    private static let pastes = ["marmalade", "topic:extradition", "a\nb\tc", "\u{1B}[2J\u{202E}x", String(repeating: "long ", count: 400), "((\""]

    mutating func act() throws {
        switch Int.random(in: 0..<200, using: &random) {
        case 0..<140: terminal.send(Self.keys.randomElement(using: &random) ?? "j")
        case 140..<160: terminal.send(Self.sequences.randomElement(using: &random) ?? "j")
        case 160..<176: click()
        case 176..<182: terminal.paste(Self.pastes.randomElement(using: &random) ?? "")
        case 182..<190: resize(to: (Int.random(in: 1...210, using: &random), Int.random(in: 1...62, using: &random)))
        case 190..<196: terminal.send(String(repeating: Self.keys.randomElement(using: &random) ?? "j", count: 30))
        case 196: stopAndGoOn()
        case 197: try bench.write("A delivery with the number \(done), which nobody waited for.\n", to: "delivery-\(done % 20).txt")
        case 198: sendSignal([SIGWINCH, SIGCONT].randomElement(using: &random) ?? SIGWINCH)
        default: if done % 10 == 0 { end(by: [SIGTERM, SIGINT, SIGQUIT].randomElement(using: &random) ?? SIGTERM) }
        }
        done += 1
        if terminal.hasEnded || signal != nil { return try comeBack() }
        if done % Self.pace == 0 { try look() }
    }

    private mutating func click() {
        let (column, row) = (Int.random(in: 0..<size.columns, using: &random), Int.random(in: 0..<size.rows, using: &random))
        let buttons: [PressedButton] = [.left, .left, .left, .right, .middle, .wheelUp, .wheelDown]
        terminal.click(buttons.randomElement(using: &random) ?? .left, column: column, row: row)
        if Int.random(in: 0..<4, using: &random) == 0 {
            terminal.drag(from: (column, row), to: (Int.random(in: 0..<size.columns, using: &random), Int.random(in: 0..<size.rows, using: &random)))
        }
    }

    private mutating func resize(to new: (columns: Int, rows: Int)) {
        size = new
        terminal.resize(columns: new.columns, rows: new.rows)
    }

    private func sendSignal(_ number: Int32) { terminal.signal(number) }

    private func stopAndGoOn() {
        terminal.signal(SIGTSTP)
        _ = terminal.waitForQuiet(.milliseconds(30), timeout: .seconds(1))
        terminal.signal(SIGCONT)
    }

    private mutating func end(by number: Int32) {
        signal = number
        terminal.signal(number)
    }

    /// It still answers: a change of size is drawn.
    private mutating func look() throws {
        _ = terminal.waitForQuiet(.milliseconds(20), timeout: .seconds(20))
        if terminal.hasEnded { return try comeBack() }
        let new = (columns: size.columns == 81 ? 80 : 81, rows: max(size.rows, 24))
        let count = terminal.output.count
        let time = terminal.measure(timeout: .seconds(20), until: { $0.output.count > count || $0.hasEnded }) {
            $0.resize(columns: new.columns, rows: new.rows)
        }
        size = new
        let answered = try #require(time, "it does not answer after \(done) actions:\n\(terminal.text)")
        if terminal.hasEnded { return try comeBack() }
        slowest = max(slowest, answered)
    }

    /// It ended, as it was told to: by keys, or by a signal. The terminal is as it was; it is opened again.
    private mutating func comeBack() throws {
        try expectEnd()
        (terminal, before) = try Self.open(bench, size)
    }

    private mutating func expectEnd() throws {
        let status = try #require(terminal.exitStatus(timeout: .seconds(30)), "it does not end after \(done) actions")
        // Who leaves by keys a moment before the signal comes has left.
        let expected = [0] + (signal.map { [128 + $0] } ?? [])
        try #require(expected.contains { status == .exited($0) }, "it ended with \(status) after \(done) actions")
        #expect(try terminal.modes() == before)
        #expect(!terminal.isAlternateScreen && terminal.isCursorVisible && !terminal.reportsMouse)
        signal = nil
        ends += 1
    }

    mutating func leave() throws {
        for _ in 0..<20 where terminal.exitStatus(timeout: .seconds(1)) == nil { terminal.send("\u{3}\u{3}") }
        try expectEnd()
    }
}

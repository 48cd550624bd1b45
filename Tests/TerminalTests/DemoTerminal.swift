import Foundation
import Glibc
import PseudoTerminal
import TestSupport
import Testing

/// Starts `terminal-demo` in a pseudo-terminal.
enum DemoTerminal {
    static let program = BuiltProgram.path("terminal-demo")

    static func environment(_ type: String?, _ more: [String: String] = [:]) -> [String: String] {
        var environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        environment["TERM"] = type
        return environment.merging(more) { $1 }
    }

    /// The demo, ready for keys.
    static func start(
        _ type: String = "xterm-256color", columns: Int = 80, rows: Int = 24, _ more: [String: String] = [:]
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            program, environment: environment(type, more), columns: columns, rows: rows)
        try #require(terminal.wait(for: "ready"), "\(terminal.text)")
        try #require(terminal.waitForQuiet())
        return terminal
    }

    /// A folder with the terminals that Debian lacks, for `TERMINFO`.
    static func withTerminals<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terminals-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try #require(Bundle.module.path(forResource: "terminals", ofType: "ti", inDirectory: "Fixtures"))
        let tic = try PseudoTerminal(
            "/usr/bin/tic", arguments: ["-x", "-o", folder.path, source], environment: environment("vt100"))
        try #require(tic.exitStatus() == .exited(0), "\(tic.text)")
        return try body(folder.path)
    }
}

extension PseudoTerminal {
    /// The first row below the title: the last event.
    var lastEvent: String { line(1) }

    func expectEvent(_ event: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(wait { $0.lastEvent == event }, "last event is “\(lastEvent)”", sourceLocation: location)
    }

    /// The terminal is as a shell wants to have it.
    func expectGivenBack(_ before: TerminalModes, _ location: SourceLocation = #_sourceLocation) throws {
        #expect(try modes() == before, sourceLocation: location)
        #expect(!isAlternateScreen, sourceLocation: location)
        #expect(isCursorVisible, sourceLocation: location)
        #expect(!reportsMouse, sourceLocation: location)
        let text = String(decoding: output, as: UTF8.self)
        if let on = text.range(of: "\u{1B}[?2004h", options: .backwards) {
            #expect(text[on.upperBound...].contains("\u{1B}[?2004l"), sourceLocation: location)
        }
    }
}

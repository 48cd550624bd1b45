import Foundation
import Glibc
import PseudoTerminal
import TestSupport
import Testing

/// A library in a folder of its own, and the built program on it, in a pseudo-terminal or without one.
final class Workbench: Sendable {
    /// What a run without a terminal gave.
    struct Outcome: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Gone with the bench; also the home of the program.
    let folder: URL
    var library: URL { folder.appendingPathComponent("Articles") }

    /// A library with a copy of the sample articles.
    init() throws {
        folder = try Self.makeFolder()
        try FileManager.default.copyItem(at: Self.project.appendingPathComponent("Articles"), to: library)
        try? FileManager.default.removeItem(at: library.appendingPathComponent(".dossier"))
        try settleDates()
    }

    /// A library with files of the test's own, by name.
    init(files: [String: String]) throws {
        folder = try Self.makeFolder()
        try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
        try settleDates()
    }

    /// The same library as in another bench, which must not be changed meanwhile.
    init(copyOf other: Workbench) throws {
        folder = try Self.makeFolder()
        let copying = Process()
        copying.executableURL = URL(fileURLWithPath: "/bin/cp")
        copying.arguments = ["-a", other.library.path, library.path]
        try copying.run()
        copying.waitUntilExit()
        guard copying.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program, built beside the test bundle.
    static var program: String { BuiltProgram.path("dossier") }

    var environment: [String: String] {
        [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "DOSSIER_LIBRARY": library.path,
        ]
    }

    private static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("dossier-journey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Articles without a date of their own are listed by their file's, which must be the same every day.
    private func settleDates() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: library.path).sorted()
        for (index, file) in files.enumerated() {
            let date = Date(timeIntervalSince1970: 1_768_435_200 + Double(index) * 3_600)
            try FileManager.default.setAttributes(
                [.modificationDate: date], ofItemAtPath: library.appendingPathComponent(file).path)
        }
    }
}

// MARK: Files

extension Workbench {
    func path(_ name: String) -> String { library.path + "/" + name }

    /// As editors write: a new file takes the place of the old one.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
    }

    /// The same, as if it had been written at a date.
    func write(_ text: String, to name: String, date: Date) throws {
        let unfinished = path(".unfinished")
        try Data(text.utf8).write(to: URL(fileURLWithPath: unfinished))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: unfinished)
        guard Glibc.rename(unfinished, path(name)) == 0 else { throw POSIXError(.EIO) }
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func rename(_ name: String, to new: String) throws {
        try FileManager.default.moveItem(atPath: path(name), toPath: path(new))
    }
}

// MARK: The program

extension Workbench {
    func open(columns: Int = 80, rows: Int = 24, environment more: [String: String] = [:]) throws -> PseudoTerminal {
        try PseudoTerminal(
            Self.program, arguments: [library.path], environment: environment.merging(more) { $1 }, directory: folder.path,
            columns: columns, rows: rows)
    }

    /// Opens the reader under a shell that waits for a line first, so that the modes before it can be seen.
    func openLater(
        columns: Int = 80, rows: Int = 24, environment more: [String: String] = [:]
    ) throws -> (terminal: PseudoTerminal, modes: TerminalModes) {
        let terminal = try PseudoTerminal(
            "/bin/sh", arguments: ["-c", "read line; exec \"$0\" \"$1\"", Self.program, library.path],
            environment: environment.merging(more) { $1 }, directory: folder.path, columns: columns, rows: rows)
        let modes = try terminal.modes()
        #expect(modes.isCooked)
        terminal.send("\n")
        return (terminal, modes)
    }

    /// Where the reader keeps its last frame, when it is told to.
    var frameFile: String { folder.path + "/frame" }

    /// The lines of that frame.
    func frame() -> [String] {
        let text = (try? String(contentsOfFile: frameFile, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Runs a command without a terminal; its standard output.
    @discardableResult
    func run(_ arguments: String..., expecting status: Int32 = 0, location: SourceLocation = #_sourceLocation) throws -> String {
        let outcome = try call(arguments)
        #expect(outcome.status == status, "dossier \(arguments): \(outcome.errors)", sourceLocation: location)
        return outcome.output
    }

    /// Runs a command without a terminal.
    /// - Parameter prefix: a program that runs it, with its arguments.
    func call(_ arguments: [String], through prefix: [String] = []) throws -> Outcome {
        let name = folder.appendingPathComponent("stream-\(UUID().uuidString)").path
        let streams = [name + ".out", name + ".err"]
        defer { for stream in streams { try? FileManager.default.removeItem(atPath: stream) } }
        let process = try start(arguments, through: prefix, output: streams[0], errors: streams[1])
        process.waitUntilExit()
        let texts = try streams.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        let ended = process.terminationReason == .exit
        return Outcome(
            status: process.terminationStatus + (ended ? 0 : 128), output: texts[0], errors: texts[1])
    }

    /// Starts a command without a terminal and returns at once.
    func start(
        _ arguments: [String], through prefix: [String] = [], output: String = "/dev/null", errors: String = "/dev/null"
    ) throws -> Process {
        let process = Process()
        let words = prefix + [Self.program] + arguments
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let handles = try [output, errors].map { path in
            if path != "/dev/null" { _ = FileManager.default.createFile(atPath: path, contents: nil) }
            return try #require(FileHandle(forWritingAtPath: path))
        }
        (process.standardOutput, process.standardError) = (handles[0], handles[1])
        try process.run()
        return process
    }

    /// The objects that a command prints with `--json`.
    func objects(_ arguments: String...) throws -> [[String: Any]] {
        let outcome = try call(arguments + ["--json"])
        #expect([0, 3].contains(outcome.status), "dossier \(arguments): \(outcome.errors)")
        return try outcome.output.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no JSON object: \(line)")
        }
    }

    /// The quotes of all bookmarks that the library holds.
    func bookmarkedQuotes() throws -> [String] {
        try objects("bookmarks").compactMap { $0["bookmarked"] as? Bool == true ? $0["quote"] as? String : nil }
    }

    /// The library opens and passes its integrity check.
    func expectSound(location: SourceLocation = #_sourceLocation) throws {
        let list = try call(["list"])
        #expect([0, 3].contains(list.status), "\(list.errors)", sourceLocation: location)
        let check = try call(["check"])
        #expect(check.status == 0, "\(check.output)\(check.errors)", sourceLocation: location)
    }
}

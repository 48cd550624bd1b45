import Foundation
import PseudoTerminal
import Testing

/// A copy of the sample library in a folder of its own, and the built program on it in a pseudo-terminal.
final class Workbench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("dossier-journey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.project.appendingPathComponent("Articles"), to: library)
        try? FileManager.default.removeItem(at: library.appendingPathComponent(".dossier"))
        try settleDates()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var library: URL { folder.appendingPathComponent("Articles") }

    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program, built beside the test bundle.
    static var program: String {
        get throws {
            var candidate = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
            while candidate.path != "/" {
                let program = candidate.appendingPathComponent("dossier").path
                if FileManager.default.isExecutableFile(atPath: program) { return program }
                candidate.deleteLastPathComponent()
            }
            return try #require(nil, "the program was not built beside the tests")
        }
    }

    var environment: [String: String] {
        ["HOME": folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
    }

    func open(columns: Int, rows: Int, environment more: [String: String] = [:]) throws -> PseudoTerminal {
        try PseudoTerminal(
            Self.program, arguments: [library.path], environment: environment.merging(more) { $1 }, directory: folder.path,
            columns: columns, rows: rows)
    }

    /// Runs a command without a terminal; its standard output.
    @discardableResult
    func run(_ arguments: String..., expecting status: Int32 = 0) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Self.program)
        process.arguments = arguments
        process.environment = environment.merging(["DOSSIER_LIBRARY": library.path]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == status, "dossier \(arguments)")
        return String(decoding: bytes, as: UTF8.self)
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

/// Screens kept as text files. One that is missing is recorded, and the test fails; `DOSSIER_RECORD=1` records all anew.
enum Snapshot {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Screens")

    /// What was made during the test bears its day; the screens bear one that is always the same.
    private static func withoutToday(_ text: String) -> String {
        let now = Date().timeIntervalSince1970
        return [now, now - 86_400].reduce(text) { text, time in
            text.replacingOccurrences(of: day(time), with: "2026-02-01")
        }
    }

    private static func day(_ time: Double) -> String {
        var seconds = time_t(time)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return String(format: "%04d-%02d-%02d", Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    static func expect(_ text: String, equals name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        let shown = Self.withoutToday(text) + "\n"
        let isRecording = ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1"
        guard !isRecording, let kept = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try shown.write(to: file, atomically: true, encoding: .utf8)
            if !isRecording { Issue.record("recorded \(name); look at it and run again", sourceLocation: location) }
            return
        }
        #expect(shown == kept, "the screen differs from \(name)", sourceLocation: location)
    }
}

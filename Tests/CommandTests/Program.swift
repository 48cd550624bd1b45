import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// The built program, run as a person runs it.
struct Program {
    /// What a run gave.
    struct Outcome: Equatable {
        var status: Int32
        var output: String
        var errors: String

        /// The lines of the output, each as a JSON object.
        func objects() throws -> [[String: Any]] {
            try output.split(separator: "\n").map { line in
                try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no JSON object: \(line)")
            }
        }
    }

    /// A folder that is gone when the test is over; also the home of the program.
    let folder: URL
    var environment: [String: String] = [:]

    /// The project's own folder.
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @discardableResult
    func run(_ arguments: String..., input: Data = Data()) throws -> Outcome {
        try run(list: arguments, input: input)
    }

    func run(list arguments: [String], input: Data) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path("dossier"))
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        ].merging(environment) { $1 }
        let scratch = folder.appendingPathComponent(".streams-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let names = ["input", "output", "errors"].map { scratch.appendingPathComponent($0) }
        try input.write(to: names[0])
        for name in names[1...] { _ = FileManager.default.createFile(atPath: name.path, contents: nil) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
}

/// Runs `body` with the program in a folder of its own, which holds a copy of the sample library where asked.
func withProgram(articles: Bool = false, _ body: (Program) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appendingPathComponent("dossier-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if articles {
        let copy = folder.appendingPathComponent("Articles")
        try FileManager.default.copyItem(at: Program.project.appendingPathComponent("Articles"), to: copy)
        try? FileManager.default.removeItem(at: copy.appendingPathComponent(".dossier"))
    }
    try body(Program(folder: folder))
}

/// Runs `body` with the program in a folder that holds the sample library, synced, as the one that is used.
func withSampleLibrary(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
        try FileManager.default.removeItem(at: program.folder)
        try SampleLibrary.synced.get().copy(to: program.folder)
        var program = program
        program.environment["DOSSIER_LIBRARY"] = "Articles"
        try body(program)
    }
}

/// The sample library, synced once for all tests that begin with one, and gone when they end.
private struct SampleLibrary {
    static let synced = Result { try SampleLibrary() }

    private let folder: TemporaryFolder

    private init() throws {
        folder = try TemporaryFolder()
        try withProgram(articles: true) { program in
            var program = program
            program.environment["DOSSIER_LIBRARY"] = "Articles"
            #expect(try program.run("sync").status == 0)
            try Self.copy(program.folder.path, folder.full("synced"))
        }
        atexit { if let library = try? SampleLibrary.synced.get() { try? FileManager.default.removeItem(atPath: library.folder.path) } }
    }

    func copy(to target: URL) throws { try Self.copy(folder.full("synced"), target.path) }

    /// With the times of the files, by which a sync knows them again.
    private static func copy(_ source: String, _ target: String) throws {
        let copying = Process()
        copying.executableURL = URL(fileURLWithPath: "/bin/cp")
        copying.arguments = ["-a", source, target]
        try copying.run()
        copying.waitUntilExit()
        guard copying.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}

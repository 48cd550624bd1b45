import Foundation
import Glibc
import PseudoTerminal
import TestSupport
import Testing

/// The program is killed at random moments of a sync: the store and the index are each sound afterwards, and agree once the
/// next command has run.
@Suite struct KillTests {
    private static let rounds = Soak.pick(sample: 8, full: 200)

    @Test func aKilledSyncLosesNothing() throws {
        try withProgram { program in
            let folder = program.folder.appendingPathComponent("lib")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var random = SplitMix64(seed: 11)
            var written = 0
            for round in 0..<Self.rounds {
                for _ in 0..<12 {
                    let text = "Article \(written)\n\nThe treaty on extradition, its number n\(written) and round r\(round).\n"
                    try Data(text.utf8).write(to: folder.appendingPathComponent("a\(written).txt"))
                    written += 1
                }
                try program.killed(after: .random(in: 5_000...350_000, using: &random), "sync", "--library", "lib")
                let check = try program.run("check", "--library", "lib")
                #expect(check.status == 0, "round \(round): \(check.output)\(check.errors)")
                guard round % 4 == 3 else { continue }
                #expect(try program.run("sync", "--library", "lib").status == 0)
                let count = try program.run("search", "treaty", "--count", "--library", "lib")
                #expect(count.output == "\(written)\n", "round \(round): \(count.errors)")
                #expect(try program.run("search", "n\(written - 1)", "--count", "--library", "lib").output == "1\n")
                #expect(try program.run("index", "check", "--library", "lib").status == 0)
            }
        }
    }
}

extension Program {
    /// Runs the program and kills it after so many microseconds, if it has not ended by then.
    fileprivate func killed(after microseconds: UInt32, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path("dossier"))
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["HOME": folder.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(microseconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

import Foundation
import Glibc
import PseudoTerminal
import TestSupport
import Testing

/// Export, import, copies, rescue and attaching from the command line.
@Suite struct PassageCommandTests {
    private static let quote = "Conduct is compared, not labels."

    private func withLibrary(_ body: (Program, String) throws -> Void) throws {
        try withSampleLibrary { program in
            let found = try program.run("search", "\"dual criminality\"", "title:extradition", "--json").objects()
            try body(program, try #require(found.first?["id"] as? String))
        }
    }

    @Test func whatIsExportedComesBack() throws {
        try withLibrary { program, id in
            #expect(try program.run("note", id, "A note", "--quote", Self.quote).status == 0)
            #expect(try program.run("tag", id, "hanoi").status == 0)
            #expect(try program.run("export", "-o", "all.jsonl").status == 0)
            let exported = try program.run("export").output
            #expect(exported == (try String(contentsOf: program.folder.appendingPathComponent("all.jsonl"), encoding: .utf8)))
            #expect(exported.split(separator: "\n").count == 3)
            #expect(try program.run("export", "tag:hanoi", "--format", "markdown").output.contains("> Conduct is compared, not labels"))
            #expect(try program.run("export", "tag:nowhere").status == 3)
            #expect(try program.run("export", "--format", "odt").status == 2)
            #expect(try program.run("export", "-o", "no/folder/x").errors.hasPrefix("dossier: no/folder/x: No such file"))
            #expect(try program.run("import", "all.jsonl", "--json").objects().first?["alreadyThere"] as? Int == 2)

            // Into a library of its own with the same articles.
            try FileManager.default.copyItem(at: program.folder.appendingPathComponent("Articles"), to: program.folder.appendingPathComponent("Other"))
            try FileManager.default.removeItem(at: program.folder.appendingPathComponent("Other/.dossier"))
            #expect(try program.run("import", "all.jsonl", "--library", "Other").output == "2 waiting for their articles\n")
            #expect(try program.run("sync", "--library", "Other").status == 0)
            #expect(try program.run("export", "--library", "Other").output == exported)
            #expect(try program.run("import", "-", "--library", "Other", input: Data("{\"type\":\"passage\"}\n".utf8)).status == 1)
        }
    }

    /// What the screen of notes takes as a filter: of each passage, its own topics among it.
    @Test func bookmarksTakeAQuery() throws {
        try withLibrary { program, id in
            #expect(try program.run("note", id, "Ask for visas", "--quote", Self.quote).status == 0)
            #expect(try program.run("tag", id, "hanoi", "--quote", Self.quote).status == 0)
            #expect(try program.run("bookmark", id, "--quote", Self.quote).status == 0)
            let found = try program.run("bookmarks", "is:bookmarked", "tag:hanoi", "note:visa", "--json").objects()
            #expect(found.count == 1)
            #expect(try program.run("bookmarks", "tag:nowhere").status == 3)
            #expect(try program.run("bookmarks", "(tag:hanoi").status != 0)
        }
    }

    @Test func copiesAreKeptAndRestored() throws {
        try withLibrary { program, id in
            #expect(try program.run("restore", "--list").status == 3)
            #expect(try program.run("highlight", id, "green", "--quote", Self.quote).status == 0)
            let copies = try program.run("restore", "--list", "--json").objects()
            #expect(copies.count == 1 && copies.first?["daily"] as? Bool == true)
            #expect(try program.run("highlight", id, "--remove", "--quote", Self.quote).status == 0)
            #expect(try program.run("bookmarks", "--highlights").status == 3)
            #expect(try program.run("restore").output.hasPrefix("restored the copy "))
            #expect(try program.run("bookmarks", "--highlights", "--json").objects().first?["highlight"] as? String == "green")
            #expect(try program.run("restore", "1999-01-01").status == 3)
        }
    }

    @Test func theDoctorSavesWhatCanBeSaved() throws {
        try withLibrary { program, id in
            #expect(try program.run("note", id, "A note", "--quote", Self.quote).status == 0)
            #expect(try program.run("doctor").output == "sound\n")
            let database = program.folder.appendingPathComponent("Articles/.dossier/library.sqlite")
            var bytes = try Data(contentsOf: database)
            for page in stride(from: 3, to: bytes.count / 4_096, by: 3) { bytes.replaceSubrange((page * 4_096)..<(page * 4_096 + 64), with: Data(repeating: 0xA5, count: 64)) }
            try bytes.write(to: database)
            let found = try program.run("doctor")
            #expect(found.status == 1 && !found.output.isEmpty)
            let mended = try program.run("doctor", "--repair")
            #expect(mended.status == 0 && mended.output.contains("repaired: 24 articles from their files, 1 passages"), "\(mended.output) \(mended.errors)")
            #expect(try program.run("bookmarks", "--notes", "--json").objects().first?["note"] as? String == "A note")
            #expect(try program.run("doctor").output == "sound\n")
            let aside = try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/Articles/.dossier").filter { $0.hasPrefix("damaged-") }
            #expect(aside.count == 1)
        }
    }

    @Test func aPassageIsAttachedByHand() throws {
        try withLibrary { program, id in
            let passage = try #require(try program.run("bookmark", id, "--quote", Self.quote, "--json").objects().first?["id"] as? String)
            #expect(try program.run("bookmarks", "--orphaned").status == 3)
            #expect(try program.run("attach", passage, "--block", "1", "--json").objects().first?["start"] as? Int == 0)
            #expect(try program.run("attach", passage).status == 2)
            #expect(try program.run("attach", "nobody", "--block", "1").status == 1)
        }
    }

    /// The program is killed at random moments while it notes, exports and copies: what it confirmed is there, and no half file.
    @Test func aKilledProgramLosesNothing() throws {
        try withLibrary { program, id in
            var random = SplitMix64(seed: 7)
            var confirmed: [String] = []
            for round in 0..<Soak.pick(sample: 6, full: 100) {
                let tag = "round \(round)"
                let delay = UInt32.random(in: 2_000...250_000, using: &random)
                if try program.isDone(within: delay, ["tag", id, tag]) { confirmed.append(tag) }
                _ = try program.isDone(within: .random(in: 2_000...150_000, using: &random), ["export", "-o", "out.jsonl"])
                let file = program.folder.appendingPathComponent("out.jsonl")
                if let text = try? String(contentsOf: file, encoding: .utf8) { #expect(text.hasSuffix("}\n")) }
                _ = try program.isDone(within: .random(in: 2_000...150_000, using: &random), ["restore", "--list"])
                for name in try program.copies() {
                    let text = try String(contentsOf: program.copiesFolder.appendingPathComponent(name), encoding: .utf8)
                    #expect(text.hasSuffix("}\n"), "round \(round): \(name)")
                }
                guard round % 5 == 4 else { continue }
                #expect(try program.run("check").status == 0)
                let exported = try program.run("export").output
                for tag in confirmed { #expect(exported.contains("\"\(tag)\""), "\(tag)") }
            }
        }
    }
}

extension Program {
    fileprivate var copiesFolder: URL { folder.appendingPathComponent("Articles/.dossier/backup") }

    fileprivate func copies() throws -> [String] {
        guard FileManager.default.fileExists(atPath: copiesFolder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: copiesFolder.path).filter { $0.hasSuffix(".jsonl") }
    }

    /// Runs the program and kills it after so many microseconds; whether it had ended well by then.
    fileprivate func isDone(within microseconds: UInt32, _ arguments: [String]) throws -> Bool {
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
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}

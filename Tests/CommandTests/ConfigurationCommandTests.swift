import Foundation
import Testing

/// What is configured, as the program prints it and goes by it.
@Suite struct ConfigurationCommandTests {
    private func configure(_ program: Program, _ text: String) throws {
        let folder = program.folder.appendingPathComponent(".config/dossier")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent("config.yaml"))
    }

    @Test func saysWhereEachValueIsFrom() throws {
        try withProgram { program in
            try configure(program, "measure: 60\nmeasuer: 3\nkeys:\n  undo: A-z\n  bogus: x\ntheme: nooon\n")
            var program = program
            program.environment["NO_COLOR"] = "1"
            let outcome = try program.run("config", "--json")
            #expect(outcome.status == 0)
            let objects = try outcome.objects()
            func value(_ name: String) -> [String: Any]? { objects.first { $0["setting"] as? String == name } }
            #expect(value("measure")?["value"] as? Int == 60)
            #expect((value("measure")?["from"] as? String)?.hasSuffix("/.config/dossier/config.yaml:1") == true)
            #expect(value("colours")?["from"] as? String == "environment NO_COLOR")
            #expect(value("mouse")?["origin"] as? String == "built-in")
            #expect(value("theme")?["value"] as? String == "auto")
            let errors = outcome.errors.split(separator: "\n").map { $0.split(separator: "config.yaml, ").last.map(String.init) ?? "" }
            #expect(errors.sorted() == [
                "line 2: “measuer” is no setting; perhaps “measure” was meant", "line 5: “bogus” is no command; `dossier keys` lists all",
                "line 6: there is no theme “nooon”; `dossier themes` lists all",
            ])
        }
    }

    /// Where the output is no terminal, too.
    @Test(arguments: [("", true), ("read-folder: off\n", false)]) func theFolderIsReadWhereItMayBe(_ file: String, _ isRead: Bool) throws {
        try withProgram { program in
            try configure(program, file)
            let folder = program.folder.appendingPathComponent("Fresh")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("# A fresh one\n\nIts text.\n".utf8).write(to: folder.appendingPathComponent("fresh.md"))
            let outcome = try program.run(folder.path)
            // A list of nothing has a status of its own.
            #expect(outcome.status == (isRead ? 0 : 3))
            #expect(outcome.output.contains("A fresh one") == isRead, "\(outcome.output)")
        }
    }

    @Test func keysAreThoseConfigured() throws {
        try withProgram { program in
            try configure(program, "keys:\n  library:\n    trash: none\n  undo: C-u\n")
            let objects = try program.run("keys", "--json").objects()
            let trash = objects.filter { $0["command"] as? String == "trash" }
            #expect(trash.contains { ($0["keys"] as? [String]) == [] && ($0["views"] as? [String]) == ["library"] })
            #expect(objects.contains { $0["command"] as? String == "undo" && ($0["keys"] as? [String]) == ["C-u"] })
        }
    }

    @Test func theExampleAndThePath() throws {
        try withProgram { program in
            #expect(try program.run("config", "--path").output == program.folder.path + "/.config/dossier/config.yaml\n")
            let example = try program.run("config", "--example").output
            try configure(program, example)
            let outcome = try program.run("config")
            #expect(outcome.errors.isEmpty)
            #expect(outcome.output.contains("popup-delay"))
        }
    }

    @Test func themesAreListed() throws {
        try withProgram { program in
            let names = try program.run("themes", "--json").objects().compactMap { $0["name"] as? String }
            #expect(names.count >= 13)
            #expect(names.contains("harbour-morning") && names.last == "terminal")
        }
    }

    @Test func dataAreKeptWhereTheyAreWanted() throws {
        try withProgram { program in
            try configure(program, "library-data: state\n")
            let articles = program.folder.appendingPathComponent("law")
            try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
            let outcome = try program.run("sync", "--library", "law")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: articles.appendingPathComponent(".dossier").path))
            #expect(FileManager.default.fileExists(atPath: program.folder.appendingPathComponent(".local/state/dossier").path))
        }
    }

    private static let hasGroff = FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")

    @Test(.enabled(if: hasGroff, "groff is not installed")) func theManualPageIsSoundTroff() throws {
        try withProgram { program in
            let page = try program.run("manual")
            #expect(page.status == 0)
            for heading in [".SH KEYS", ".SH CONFIGURATION", ".SH QUERIES", ".SH PALETTE", ".SH COMMANDS"] { #expect(page.output.contains(heading)) }
            let file = program.folder.appendingPathComponent("dossier.1")
            try Data(page.output.utf8).write(to: file)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
            process.arguments = ["-ww", "-Kutf8", "-Tutf8", "-man", file.path]
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(complaints == "")
        }
    }
}

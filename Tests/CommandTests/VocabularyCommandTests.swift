import Foundation
import Testing

@Suite struct VocabularyCommandTests {
    /// Runs `body` with a program that has an empty library, `lib`.
    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            var program = program
            program.environment = ["DOSSIER_LIBRARY": program.folder.appendingPathComponent("lib").path]
            try FileManager.default.createDirectory(at: program.folder.appendingPathComponent("lib"), withIntermediateDirectories: true)
            try body(program)
        }
    }

    private func own(_ program: Program) -> URL { program.folder.appendingPathComponent("lib/.dossier/vocabulary.txt") }

    private func text(_ program: Program) throws -> String { try String(contentsOf: own(program), encoding: .utf8) }

    @Test func listsTheTreeWithoutALibrary() throws {
        try withProgram { program in
            let outcome = try program.run("vocabulary")
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == 104)
            #expect(lines.first?.hasPrefix("CYBER   Cybercrime  — cybercrime, ") == true)
            #expect(lines.contains { $0.hasPrefix("BOTNET      Botnets  — botnets, ") == true })
            let objects = try program.run("vocabulary", "list", "--json").objects()
            #expect(objects.count == 104)
            #expect(objects.allSatisfy { $0["origin"] as? String == "built-in" && $0["off"] as? Bool == false })
            #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent(".local/share/dossier").path))
        }
    }

    @Test func showsAllOfATopic() throws {
        try withLibrary { program in
            try program.run("vocabulary", "add", "--topic", "EXTRAD", "--label", "handing over", "--related", "ransomware")
            try program.run("vocabulary", "switch-off", "--topic", "extradition", "--label", "extradite")
            let page = try program.run("vocabulary", "list", "--topic", "Extradition")
            #expect(page.status == 0 && page.errors.isEmpty)
            #expect(page.output.hasPrefix("Extradition  (extradition, EXTRAD)\n  broader: "))
            #expect(page.output.split(separator: "\n").contains { $0.hasPrefix("  related: ") && $0.hasSuffix("; ransomware") })
            #expect(page.output.contains("\n  switched off: extradite\n"))
            #expect(page.output.contains("\n    handing over  — by stem, \(own(program).path), line 3\n"))
            let object = try #require(try program.run("vocabulary", "list", "--topic", "extradition", "--json").objects().first)
            #expect(object["silenced"] as? [String] == ["extradite"])
            let labels = try #require(object["labels"] as? [[String: Any]])
            let added = try #require(labels.first { $0["text"] as? String == "handing over" })
            #expect(added["origin"] as? String == "library" && added["match"] as? String == "stem" && added["lang"] as? String == "en")
            #expect(labels.first?["origin"] as? String == "built-in")
        }
    }

    @Test func namesTheTopicThatWasMeant() throws {
        try withLibrary { program in
            for arguments in [["list"], ["switch-off"], ["switch-on"]] {
                let outcome = try program.run(list: ["vocabulary"] + arguments + ["--topic", "extraditon"], input: Data())
                #expect(
                    outcome == Program.Outcome(
                        status: 1, output: "",
                        errors: "dossier: topic «extraditon»: it does not exist; write «extradition», or see dossier vocabulary list\n"))
            }
            let outcome = try program.run("vocabulary", "add", "--topic", "extraditon", "--label", "handing over")
            #expect(
                outcome == Program.Outcome(
                    status: 1, output: "",
                    errors: "dossier: topic «extraditon»: it does not exist; write «extradition», or make a new topic with --name\n"))
            #expect(!FileManager.default.fileExists(atPath: own(program).path))
        }
    }

    @Test func addsAndRemovesATopic() throws {
        try withLibrary { program in
            let added = try program.run(
                "vocabulary", "add", "--topic", "sea-cables", "--label", "Submarine cables", "--label", "cable cut", "--broader",
                "critical-infrastructure", "--provision", "UNCC:10", "--kicker", "Marine News")
            #expect(added == Program.Outcome(status: 0, output: "sea-cables: 5 lines added to \(own(program).path)\n", errors: ""))
            try program.run("vocabulary", "add", "--topic", "SEACAB", "--label", "SEACOM", "--exact")
            try program.run("vocabulary", "add", "--topic", "sea-cables", "--name", "Câbles sous-marins", "--lang", "fr")
            #expect(
                try text(program) == """
                    topic: sea-cables
                      name: Submarine cables
                      broader: critical-infrastructure
                      label: cable cut
                      provision: UNCC:10
                      kicker: Marine News
                      exact: SEACOM
                      name fr: Câbles sous-marins

                    """)
            let again = try program.run("vocabulary", "add", "--topic", "sea-cables", "--label", "cable cut")
            #expect(again == Program.Outcome(status: 0, output: "sea-cables: all of it is there already\n", errors: ""))
            let check = try program.run("vocabulary", "check")
            #expect(check == Program.Outcome(status: 0, output: "1 topic and 4 labels of your own; no faults\n", errors: ""))
            let removed = try program.run("vocabulary", "remove", "--topic", "sea-cables", "--label", "seacom")
            #expect(removed == Program.Outcome(status: 0, output: "sea-cables: removed from \(own(program).path)\n", errors: ""))
            #expect(try !text(program).contains("SEACOM"))
            #expect(try program.run("vocabulary", "remove", "--topic", "sea-cables", "--label", "seacom").status == 3)
            #expect(try program.run("vocabulary", "remove", "--topic", "sea-cables").status == 0)
            #expect(try text(program) == "")
            #expect(try program.run("vocabulary", "remove", "--topic", "sea-cables").status == 3)
        }
    }

    /// «worm» is a label of malware, and its code could be another topic's id.
    @Test func aNameMakesANewTopicWhateverLabelsThereAre() throws {
        try withLibrary { program in
            let added = try program.run("vocabulary", "add", "--topic", "worm", "--name", "Earthworms")
            #expect(added.status == 0)
            #expect(try text(program) == "topic: worm\n  name: Earthworms\n")
            #expect(try program.run("vocabulary", "list", "--topic", "malware").output.hasPrefix("Malware  (malware, MALWAR)\n"))
        }
    }

    @Test func writesNothingThatWouldBeAtFault() throws {
        try withLibrary { program in
            try program.run("vocabulary", "add", "--topic", "sea-cables", "--name", "Submarine cables")
            try program.run("vocabulary", "add", "--topic", "sea-cows", "--name", "Sea cows", "--broader", "sea-cables")
            let before = try text(program)
            let path = own(program).path
            let cases: [([String], String)] = [
                (["add", "--topic", "sea-cows", "--label", "extradition"], "the label «extradition» of «sea-cows» belongs to «extradition»; remove it from one of the two topics"),
                (["add", "--topic", "sea-cows", "--label", "a|b"], "«a|b» cannot be written on a line of its own; leave out line ends, bars and double blanks"),
                (["add", "--topic", "Sea Dogs", "--name", "Sea dogs"], "«Sea Dogs» is no topic id; use lower-case letters, digits and hyphens, at most 64"),
                (["add", "--topic", "sea-cables", "--broader", "sea-cows"], "the topic is broader than itself: sea-cables → sea-cows → sea-cables; give one of them another broader topic"),
                (["add", "--topic", "ransomware", "--code", "RW"], "«code» cannot be changed of what is built in; remove the line"),
                (["add", "--topic", "sea-cows", "--provision", "UNCC:99"], "the provision «UNCC:99» does not exist; correct it or add it to the provisions"),
                (["add", "--topic", "sea-cows", "--label", "vache", "--lang", "french"], "«french» is no language; write two or three small letters, such as fr"),
                (["remove", "--topic", "sea-cables"], "the broader topic «sea-cables» does not exist; correct the id or add the topic"),
                (["switch-off", "--topic", "ransomware", "--label", "cow"], "«cow» is no label of «ransomware»; correct it or leave it out"),
            ]
            for (arguments, message) in cases {
                let outcome = try program.run(list: ["vocabulary"] + arguments, input: Data())
                #expect(outcome == Program.Outcome(status: 1, output: "", errors: "dossier: \(path): \(message)\n"))
                #expect(try text(program) == before)
            }
        }
    }

    @Test func switchesOffAndOn() throws {
        try withLibrary { program in
            let path = own(program).path
            try Data("# why\ntopic: ransomware\n  label: lock and leak\n".utf8).write(to: own(program), creatingFolder: true)
            let before = try text(program)
            let off = try program.run("vocabulary", "switch-off", "--topic", "RANSOM")
            #expect(off == Program.Outcome(status: 0, output: "ransomware: switched off in \(path)\n", errors: ""))
            #expect(try text(program) == before + "  off: *\n")
            #expect(try program.run("vocabulary", "switch-off", "--topic", "RANSOM").output == "ransomware: is off already\n")
            #expect(try program.run("vocabulary", "list").output.contains("— ransomware, ") == true)
            #expect(try program.run("vocabulary", "list", "--topic", "ransomware").output.hasPrefix("Ransomware and cyber extortion  (ransomware, RANSOM)  — off\n"))
            #expect(try program.run("vocabulary", "switch-on", "--topic", "ransomware").output == "ransomware: switched on in \(path)\n")
            #expect(try text(program) == before)
            try program.run("vocabulary", "switch-off", "--topic", "ransomware", "--label", "LockBit", "--label", "Akira")
            #expect(try text(program) == before + "  off: LockBit\n  off: Akira\n")
            let on = try program.run("vocabulary", "switch-on", "--topic", "ransomware", "--label", "lockbit", "--label", "REvil")
            #expect(on.output == "«lockbit» of ransomware: switched on in \(path)\n«REvil» of ransomware: is on already\n")
            #expect(try text(program) == before + "  off: Akira\n")
        }
    }

    @Test func keepsAFileForAllLibraries() throws {
        try withLibrary { program in
            let global = program.folder.appendingPathComponent(".config/dossier/vocabulary.txt")
            try program.run("vocabulary", "switch-off", "--global", "--topic", "ransomware")
            #expect(try String(contentsOf: global, encoding: .utf8) == "topic: ransomware\n  off: *\n")
            // The library has the last word.
            try program.run("vocabulary", "switch-on", "--topic", "ransomware")
            #expect(try text(program) == "topic: ransomware\n  on: *\n")
            #expect(try program.run("vocabulary", "switch-on", "--topic", "ransomware").output == "ransomware: is on already\n")
            try program.run("vocabulary", "switch-off", "--topic", "ransomware")
            #expect(try text(program) == "")
            let paths = try program.run("vocabulary", "path")
            #expect(paths == Program.Outcome(status: 0, output: "\(global.path)\n\(own(program).path)\n", errors: ""))
            let objects = try program.run("vocabulary", "path", "--json").objects()
            #expect(objects.map { $0["role"] as? String } == ["configuration", "library"])
            #expect(objects.map { $0["exists"] as? Bool } == [true, true])
            #expect(try program.run("vocabulary", "path", "--global").output == "\(global.path)\n")
        }
    }

    @Test func checksAFile() throws {
        try withProgram { program in
            let text = "topic: sea-cows\nname: Sea cows\nlabel: hacks\nlable: x\nbroader: zoology\n"
            try Data(text.utf8).write(to: program.folder.appendingPathComponent("own.txt"))
            let outcome = try program.run("vocabulary", "check", "own.txt")
            #expect(
                outcome == Program.Outcome(
                    status: 1,
                    output: """
                        own.txt, line 4: no key is called «lable»; write «label»
                        own.txt, line 5: the broader topic «zoology» does not exist; correct the id or add the topic
                        own.txt, line 3: «hacks» of «sea-cows» has the same stem as «hacking» of «illegal-access»: both match the same words, and each weighs less
                        1 topic and 2 labels of your own; faults found: 2

                        """, errors: ""))
            let objects = try program.run("vocabulary", "check", "own.txt", "--json").objects()
            #expect(objects.map { $0["severity"] as? String } == ["error", "error", "remark"])
            #expect(objects.map { $0["line"] as? Int } == [4, 5, 3])
            #expect(objects[0]["why"] as? String == "no key is called «lable»" && objects[0]["remedy"] as? String == "write «label»")
            #expect(objects[2]["kind"] as? String == "shared-stem")
            let input = try program.run("vocabulary", "check", "-", input: Data("topic: a\nname: Aardvark\n".utf8))
            #expect(input == Program.Outcome(status: 0, output: "1 topic and 1 label of your own; no faults\n", errors: ""))
            #expect(try program.run("vocabulary", "check", "missing.txt").status == 1)
            #expect(try program.run("vocabulary", "check").output == "no vocabulary of your own\n")
        }
    }

    @Test func opensTheEditorWithoutAShell() throws {
        try withLibrary { program in
            var program = program
            // A folder with a blank, a quote and a command in its name, which a shell would trip over.
            let folder = program.folder.appendingPathComponent("my 'lib; touch x")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let editor = program.folder.appendingPathComponent("editor.sh")
            try Data("#!/bin/sh\n[ \"$1\" = --wait ] && printf 'topic: sea-cows\\nname: Sea cows\\nnonsense\\n' >> \"$2\"\n".utf8).write(to: editor)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor.path)
            program.environment["DOSSIER_LIBRARY"] = folder.path
            #expect(try program.run("vocabulary", "edit").errors == "dossier: editor: neither VISUAL nor EDITOR names one; set one of them, or change the file that dossier vocabulary path names\n")
            program.environment["EDITOR"] = "false"
            #expect(try program.run("vocabulary", "edit").errors == "dossier: editor «false»: it left with status 1; correct VISUAL or EDITOR\n")
            program.environment["VISUAL"] = "\(editor.path) --wait"
            let outcome = try program.run("vocabulary", "edit")
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("«nonsense» begins with no key"))
            #expect(outcome.output.hasSuffix("1 topic and 1 label of your own; faults found: 1\n"))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("x").path))
            program.environment["VISUAL"] = "no-such-editor"
            #expect(try program.run("vocabulary", "edit").status == 1)
        }
    }

    @Test func exportsAll() throws {
        try withLibrary { program in
            try program.run("vocabulary", "add", "--topic", "sea-cows", "--name", "Sea cows")
            let outcome = try program.run("vocabulary", "export", "--format", "skos")
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            #expect(outcome.output.hasPrefix("@prefix skos: "))
            #expect(outcome.output.contains("\ntopic:sea-cows a skos:Concept ;\n"))
            #expect(outcome.output.split(separator: "\n").count { $0.hasSuffix("a skos:Concept ;") } == 105)
        }
    }

    @Test(arguments: [
        ["export", "--format", "xml"], ["add"], ["add", "--topic", "x"], ["add", "--topic", "x", "--label", "y", "--exact", "--hidden"], ["switch-off"], ["remove"],
        ["remove", "--topic", "x", "--lang", "fr"], ["nonsense"],
    ])
    func refusesBadUsage(arguments: [String]) throws {
        try withLibrary { program in
            let outcome = try program.run(list: ["vocabulary"] + arguments, input: Data())
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func asksForALibraryWhereThereIsNone() throws {
        try withProgram { program in
            let outcome = try program.run("vocabulary", "add", "--topic", "sea-cows", "--name", "Sea cows")
            #expect(
                outcome == Program.Outcome(
                    status: 1, output: "",
                    errors: "dossier: vocabulary: there is no library yet; name one with --library, or write --global\n"))
            #expect(try program.run("vocabulary", "add", "--global", "--topic", "sea-cows", "--name", "Sea cows").status == 0)
            #expect(try program.run("vocabulary", "list", "--topic", "sea-cows").output.hasPrefix("Sea cows  (sea-cows, SEACOW)\n"))
        }
    }
}

extension Data {
    fileprivate func write(to url: URL, creatingFolder: Bool) throws {
        if creatingFolder {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        }
        try write(to: url)
    }
}

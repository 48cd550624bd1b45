import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Correcting and learning from the shell, on a library of a few articles.
@Suite struct DecisionCommandTests {
    /// A library whose three articles are about extradition in their first passage, and whose fourth is about nothing.
    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            var program = program
            program.environment["DOSSIER_LIBRARY"] = "Library"
            let folder = program.folder.appendingPathComponent("Library")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for number in 1...4 {
                let first = number == 4 ? "The garden was in bloom." : "The court heard the request for extradition number \(number)."
                try Data("Title: Article \(number)\n\n\(first)\n\nNobody came.\n".utf8).write(to: folder.appendingPathComponent("\(number).txt"))
            }
            #expect(try program.run("sync").status == 0)
            try body(program)
        }
    }

    private func id(_ program: Program, _ title: String) throws -> String {
        try #require(try program.run("list", "title:\"\(title)\"", "--json").objects().first?["id"] as? String)
    }

    @Test func decidesOnOnePassage() throws {
        try withLibrary { program in
            let id = try id(program, "Article 1")
            #expect(
                try program.run("decide", id, "--topic", "extradition", "--reject", "--quote", "request for")
                    == .init(status: 0, output: "rejected extradition in Article 1\n", errors: ""))
            // A state: again, by another name of the topic and of the passage, it changes nothing.
            for arguments in [["--topic", "EXTRAD", "--passage", "1"], ["--topic", "Extradition", "--passage", "0-53"]] {
                let again = try program.run(["decide", id, "--reject", "--json"] + arguments)
                let decision = try #require(try again.objects().first)
                #expect(decision["changed"] as? Bool == false && decision["verdict"] as? String == "rejected")
                #expect(decision["quote"] as? String == "The court heard the request for extradition number 1.")
                #expect(decision["article"] as? String == id)
            }
            #expect(try program.run("list", "topic:extradition", "--json").objects().count == 2)
            let topics = try program.run("topics", id).output
            #expect(topics.contains("0–53\textradition\trejected\t"))
            let shown = try program.run("topics", id, "--json").objects()
            #expect(shown.filter { $0["topic"] as? String == "extradition" }.map { $0["decision"] as? String } == ["rejected"])

            #expect(
                try program.run("decide", id, "--topic", "ransomware", "--accept", "--passage", "2").output
                    == "accepted ransomware in Article 1\n")
            #expect(try program.run("topics", id, "--why").output.contains("ransomware (user): you said so\n  “Nobody came.”"))
            #expect(try program.run("list", "topic:ransomware", "--json").objects().count == 1)
            let cleared = try program.run("decide", id, "--topic", "ransomware", "--clear", "--passage", "2", "--json").objects()
            #expect(cleared.first?["verdict"] is NSNull && cleared.first?["changed"] as? Bool == true)
            #expect(try program.run("list", "topic:ransomware").status == 3)
            #expect(try program.run("check").status == 0)
        }
    }

    @Test func asksBeforeItDecidesOnMany() throws {
        try withLibrary { program in
            let many = ["decide", "--query", "topic:extradition", "--topic", "extradition", "--reject"]
            let asked = try program.run(many)
            #expect(asked.status == 2)
            #expect(asked.output == "not done: reject extradition in 3 passages of 3 articles\n")
            #expect(asked.errors == "dossier: nothing was changed; give --yes to do it\n")
            let counted = try #require(try program.run(many + ["--json"]).objects().first)
            #expect(counted["passages"] as? Int == 3 && counted["articles"] as? Int == 3 && counted["changed"] as? Int == 0)
            #expect(try program.run("learn", "show").status == 3)
            #expect(try program.run(many + ["--yes"]) == .init(status: 0, output: "reject extradition in 3 passages of 3 articles\n", errors: ""))
            #expect(try program.run("list", "topic:extradition").status == 3)
            #expect(try program.run(many + ["--yes"]).status == 3)
        }
    }

    /// At a terminal a person is asked, and only a yes is one.
    @Test(arguments: [("y", true), ("YES", true), ("n", false), ("", false)]) func asksAPerson(answer: String, isDone: Bool) throws {
        try withLibrary { program in
            let terminal = try PseudoTerminal(
                BuiltProgram.path("dossier"),
                arguments: ["decide", "--query", "garden OR court", "--topic", "extradition", "--accept", "--library", program.folder.path + "/Library"],
                environment: ["HOME": program.folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin"])
            try #require(terminal.wait(for: "accept extradition in 3 passages of 3 articles? [y/N]"), "\(terminal.text)")
            terminal.send(answer + "\n")
            #expect(terminal.exitStatus() == .exited(isDone ? 0 : 2))
            #expect(try program.run("topics", "--query", "court", "--json").objects().count { $0["decision"] as? String == "accepted" } == (isDone ? 3 : 0))
        }
    }

    @Test func learnsShowsAndForgets() throws {
        try withLibrary { program in
            #expect(try program.run("learn", "refit").output == "nothing new to learn; 0 articles tagged anew, 0 with other topics\n")
            for number in 1...3 {
                try program.run("decide", try id(program, "Article \(number)"), "--topic", "extradition", number == 3 ? "--accept" : "--reject", "--passage", "1")
            }
            let refit = try #require(try program.run("learn", "refit", "--json").objects().first)
            #expect(refit["decisions"] as? Int == 3 && refit["new"] as? Bool == true)
            #expect(refit["tagged"] as? Int == 3 && refit["changed"] as? Int == 3)
            #expect(
                try program.run("learn", "show").output == """
                    extradition: 1 accepted, 2 rejected
                      “extradition” right 1, wrong 2

                    """)
            let shown = try #require(try program.run("learn", "show", "--topic", "EXTRAD", "--json").objects().first)
            #expect(shown["accepted"] as? Int == 1 && shown["rejected"] as? Int == 2 && shown["orphaned"] as? Int == 0)
            #expect((shown["labels"] as? [[String: Any]])?.compactMap { $0["label"] as? String } == ["extradition"])

            #expect(try program.run("learn", "forget", "--all").status == 2)
            #expect(try program.run("learn", "forget", "--topic", "ransomware", "--yes").status == 3)
            #expect(try program.run("learn", "forget", "--topic", "extradition", "--yes").output == "forgot 3 decisions on extradition\n")
            #expect(try program.run("learn", "show").status == 3)
            #expect(try program.run("list", "topic:extradition", "--json").objects().count == 3)
        }
    }

    @Test func leavesOutWhatIsNeverWanted() throws {
        try withLibrary { program in
            let never = ["learn", "never", "match", "Extradition Request", "--topic", "extradition"]
            #expect(try program.run(never).output == "never match “Extradition Request” as extradition\n")
            #expect(try program.run(never).output == "nothing to change for “Extradition Request” and extradition\n")
            try program.run("learn", "never", "match", "extradition", "--topic", "extradition")
            try program.run("learn", "never", "learn", "Courts", "--topic", "extradition")
            let shown = try #require(try program.run("learn", "show", "--json").objects().first)
            #expect(shown["never_match"] as? [String] == ["Extradition Request", "extradition"])
            #expect(shown["never_learn"] as? [String] == ["courts"])
            let unknown = try program.run("learn", "never", "match", "no such label", "--topic", "extradition")
            #expect(unknown.status == 1)
            #expect(unknown.errors == "dossier: label «no such label»: extradition has none that is written so; copy it from the vocabulary\n")
            let back = try program.run(never + ["--remove", "--json"]).objects()
            #expect(back.first?["excluded"] as? Bool == false && back.first?["changed"] as? Bool == true)
            #expect(try program.run(never + ["--remove"]).status == 3)
        }
    }

    @Test func topicsOfAFileAnArticleOrAQuery() throws {
        try withLibrary { program in
            let id = try id(program, "Article 2")
            let stored = try program.run("topics", String(id.prefix(8)), "--json").objects()
            #expect(stored.allSatisfy { $0["article"] as? String == id } && !stored.isEmpty)
            // A file of that name is the file.
            try Data("Ransomware struck twice.\n".utf8).write(to: program.folder.appendingPathComponent(id))
            #expect(try program.run("topics", id, "--json").objects().map { $0["topic"] as? String } == ["ransomware"])
            let found = try program.run("topics", "--query", "extradition")
            #expect(found.output.split(separator: "\n").count { $0.contains(" Article ") } == 3)
            #expect(try program.run("topics", "--query", "garden").status == 3)
            #expect(try program.run("topics", "abcdef0").errors.hasPrefix("dossier: article «abcdef0»: "))
            #expect(try program.run("topics", "nowhere.txt").errors.hasPrefix("dossier: nowhere.txt: No such file"))
        }
    }

    @Test func printsCitationsThatAreNotWhatTheySeem() throws {
        try withProgram { program in
            let text = """
                Title: Citations
                Date: 2023-05-01

                Article 7 of the UN Convention against Cybercrime was still being drafted.

                Article 16 of the Budapest Convention is older.
                """
            try Data(text.utf8).write(to: program.folder.appendingPathComponent("page.txt"))
            let printed = try program.run("topics", "page.txt").output.split(separator: "\n").filter { $0.contains("\tcitation\t“") }
            #expect(printed == ["0–49\tcitation\t“Article 7 of the UN Convention against Cybercrime”: draft numbering of UNCC"])
            let all = try program.run("topics", "page.txt", "--json", "--citations").objects().compactMap { $0["citation"] as? [String: Any] }
            #expect(all.map { $0["reading"] as? String } == ["draft", "resolved"])
            #expect(all.last?["provisions"] as? [String] == ["BC:16"])
            #expect(try program.run("topics", "page.txt", "--json").objects().allSatisfy { $0["citation"] == nil })
        }
    }

    @Test(arguments: [
        [], ["abc", "--topic", "x", "--accept"], ["abc", "--topic", "x", "--passage", "1"], ["--query", "x", "--topic", "x", "--accept", "--quote", "y"],
        ["abc", "--topic", "x", "--accept", "--reject", "--passage", "1"], ["abc", "--query", "x", "--topic", "x", "--accept"],
        ["abc", "--topic", "x", "--accept", "--quote", "y", "--passage", "1"], ["abc", "--topic", "x", "--accept", "--passage", "1", "--yes"],
    ])
    func refusesWhatIsHalfSaid(arguments: [String]) throws {
        try withProgram { program in
            let outcome = try program.run(["decide"] + arguments)
            #expect(outcome.status == 2 && outcome.errors.hasPrefix("dossier: arguments: "))
        }
    }

    @Test(arguments: [
        (["--passage", "9"], "passage 9: the article has 2; count from 1, give 0 for the article as a whole, or a place such as 19–42, as `dossier topics` prints it"),
        (["--passage", "3-4"], "passage 3-4: the article has 2; count from 1, give 0 for the article as a whole, or a place such as 19–42, as `dossier topics` prints it"),
        (["--passage", "one"], "passage one: it is no number; count from 1, give 0 for the article as a whole, or a place such as 19–42, as `dossier topics` prints it"),
        (["--quote", "no such words"], "the quote «no such words»: the article does not hold it; copy it from `dossier show`, on one line"),
    ] as [([String], String)])
    func saysWhyItCannot(arguments: [String], message: String) throws {
        try withLibrary { program in
            let outcome = try program.run(["decide", try id(program, "Article 1"), "--topic", "extradition", "--accept"] + arguments)
            #expect(outcome == .init(status: 1, output: "", errors: "dossier: \(message)\n"))
        }
    }
}

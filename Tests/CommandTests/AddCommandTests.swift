import Foundation
import Testing

/// `dossier add`, and reading through workers, as a person meets them.
@Suite struct AddCommandTests {
    private func write(_ name: String, _ text: String, _ program: Program) throws {
        let url = program.folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    @Test func addsToANamedLibrary() throws {
        try withProgram { program in
            try FileManager.default.createDirectory(
                at: program.folder.appendingPathComponent("Library"), withIntermediateDirectories: true)
            try write("in/a.txt", "Title: A\n\nText of A.\n", program)
            try write("in/b.md", "# B\n\nText of B.\n", program)
            try write("in/copy.txt", "Title: A\n\nText of A.\n", program)
            let outcome = try program.run("add", "in", "--library", "Library")
            #expect(outcome.output == "in/copy.txt: already there as in/a.txt\n2 added, 1 already there; 2 of 3 files copied\n")
            #expect(outcome.status == 0 && outcome.errors == "")
            let again = try program.run("add", "in", "--library", "Library", "--json")
            let object = try #require(try again.objects().first)
            #expect(object["added"] as? Int == 0 && (object["already"] as? [Any])?.count == 3)
            #expect(object["interrupted"] as? Bool == false)
            let list = try program.run("list", "--library", "Library")
            #expect(list.output.split(separator: "\n").count == 2)
        }
    }

    @Test func makesTheDefaultLibrary() throws {
        try withProgram { program in
            let outcome = try program.run("add", "-", "--name", "note.md", input: Data("# A note\n\nIts text.\n".utf8))
            #expect(outcome.output == "1 added; 1 of 1 file copied\n" && outcome.errors == "")
            let path = program.folder.appendingPathComponent(".local/share/dossier/note.md").path
            #expect(FileManager.default.fileExists(atPath: path))
            let unnamed = try program.run("add", "-", input: Data("# Another\n\nIts text.\n".utf8))
            #expect(unnamed.output == "1 added; 1 of 1 file copied\n")
        }
    }

    @Test func failuresHaveReasons() throws {
        try withProgram { program in
            try FileManager.default.createDirectory(
                at: program.folder.appendingPathComponent("Library"), withIntermediateDirectories: true)
            try write("a.txt", "Title: A\n\nText of A.\n", program)
            try write("bad.jsonl", "{\"title\":\"B\",\"text\":\"x\"}\n{\"text\":1}\n", program)
            let outcome = try program.run("add", "a.txt", "missing.txt", "bad.jsonl", "--library", "Library")
            #expect(outcome.status == 1)
            #expect(outcome.output == "2 added, 2 failed; 2 of 3 files copied\n")
            #expect(
                outcome.errors == """
                    dossier: missing.txt: No such file or directory; see that it can be read, and that the library's folder can be written
                    dossier: bad.jsonl: line 2 holds no article (it has no title); write it as dossier read --json does

                    """)
        }
    }

    @Test(arguments: [["add"], ["add", "a.txt", "--name", "b.txt"], ["add", "-", "--name", "../b.txt"], ["add", "-", "b.txt"]])
    func usage(arguments: [String]) throws {
        try withProgram { program in
            let outcome = try program.run(list: arguments, input: Data())
            #expect(outcome.status == 2)
        }
    }

    // MARK: Workers

    /// A missing worker is one sentence with its remedy; text is read all the same.
    @Test func withoutAWorker() throws {
        try withProgram { program in
            var program = program
            program.environment["DOSSIER_WORKER"] = "/nowhere/dossier-worker"
            try write("a.html", "<!DOCTYPE html><html><body><p>Text.</p></body></html>", program)
            try write("a.txt", "Title: A\n\nText of A.\n", program)
            let page = try program.run("read", "a.html")
            #expect(page.status == 1 && page.output == "")
            #expect(
                page.errors
                    == "dossier: web pages, feeds, mail, books and PDF documents cannot be read: their reader is not at /nowhere/dossier-worker; install dossier anew, or name its dossier-worker in DOSSIER_WORKER\n"
            )
            let text = try program.run("read", "a.txt")
            #expect(text.status == 0)
        }
    }

    /// What is read as JSON is read back the same.
    @Test func readsItsOwnJSON() throws {
        try withProgram(articles: true) { program in
            let first = try program.run("read", "--json", "Articles/extradition-for-cybercrime.md")
            try write("back.jsonl", first.output, program)
            let back = try program.run("read", "--json", "back.jsonl")
            #expect(back.output == first.output)
        }
    }
}

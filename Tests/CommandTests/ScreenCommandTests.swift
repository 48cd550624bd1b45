import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Screens as plain lines, and corrections, from the shell.
@Suite struct ScreenCommandTests {
    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            var program = program
            program.environment["DOSSIER_LIBRARY"] = "Library"
            let folder = program.folder.appendingPathComponent("Library")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (number, words) in ["The court heard the request for extradition.", "The garden was in bloom."].enumerated() {
                try Data("Title: Article \(number + 1)\n\n\(words)\n\nNobody came.\n".utf8)
                    .write(to: folder.appendingPathComponent("\(number + 1).txt"))
            }
            #expect(try program.run("sync").status == 0)
            try body(program)
        }
    }

    private func id(_ program: Program, _ title: String) throws -> String {
        try #require(try program.run("list", "title:\"\(title)\"", "--json").objects().first?["id"] as? String)
    }

    @Test func screens() throws {
        try withLibrary { program in
            let library = try program.run("screen", "library").output
            #expect(library.hasPrefix("Library. 2 articles. 2 unread. "))
            #expect(try program.run("--plain", "Library").output == library)
            #expect(try program.run("screen").output == library)
            #expect(try program.run("screen", "search", "extradition", "--plain").output.hasPrefix("Search for «extradition». 1 result."))
            #expect(try program.run("screen", "topics").output.hasPrefix("Topics. "))
            #expect(try program.run("screen", "notes").output == "Notes. 0 passages.\n")
            let article = try program.run("screen", "article", try id(program, "Article 1")).output
            #expect(article.contains("Title: Article 1\n"))
            #expect(article.contains("The court heard the request for extradition.\n  Topic: Extradition. "))
            #expect(try program.run("screen", "article").status == 2)
            #expect(try program.run("screen", "search").status == 2)
            #expect(try program.run("screen", "notes", "more").status == 2)
            #expect(try program.run("list", "is:unread", "--json").objects().count == 2, "nothing was changed")
        }
    }

    @Test func corrections() throws {
        try withLibrary { program in
            let id = try id(program, "Article 1")
            #expect(try program.run("correct", id).output == "no corrections\n")
            #expect(
                try program.run("correct", id, "--title", "The request", "--date", "2024-08-09", "--byline", "A. Writer", "--byline", "B. Editor").output
                    == "title: The request\ndate: 2024-08-09\nbyline: A. Writer; B. Editor\n")
            // The file is read again, with another text.
            let file = program.folder.appendingPathComponent("Library/1.txt")
            try Data("Title: Article 1\n\nThe court heard the request for extradition.\n\nMany came.\n".utf8).write(to: file)
            #expect(try program.run("sync").status == 0)
            #expect(try self.id(program, "The request") == id)
            let shown = try program.run("show", id, "--width", "60").output
            #expect(shown.hasPrefix("The request\n\nA. Writer, B. Editor · 2024-08-09 · 1 min read\n") && shown.contains("Many came."))
            #expect(try program.run("correct", id, "--json").objects().first?["bylines"] as? [String] == ["A. Writer", "B. Editor"])
            let bad = try program.run("correct", id, "--date", "soon")
            #expect(bad.status == 1)
            #expect(bad.errors == "dossier: the date «soon»: it is no date as ISO 8601 writes it; write it as 2024, 2024-08 or 2024-08-09\n")
            #expect(try program.run("correct", id, "--clear", "--title", "x").status == 2)
            #expect(try program.run("correct", id, "--clear").output == "no corrections\n")
            #expect(try self.id(program, "Article 1") == id)
            #expect(try program.run("check").status == 0)
        }
    }
}

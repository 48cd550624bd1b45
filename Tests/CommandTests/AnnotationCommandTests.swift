import Foundation
import Testing

/// Notes, highlights and stars from the command line, and the queries that find them.
@Suite struct AnnotationCommandTests {
    private static let quote = "Conduct is compared, not labels."

    @Test func notesAreWrittenAndFound() throws {
        try withLibrary { program, id in
            #expect(try program.run("search", "note:treaty").status == 3)
            let noted = try program.run("note", id, "Compare with the treaty’s text.", "--quote", Self.quote, "--json").objects()
            #expect(noted.first?["note"] as? String == "Compare with the treaty’s text." && noted.first?["quote"] as? String == Self.quote)
            #expect(noted.first?["noted"] is String && noted.first?["bookmarked"] as? Bool == false)
            #expect(try program.run("search", "note:treaties", "--json").objects().compactMap { $0["id"] as? String } == [id])
            #expect(try program.run("list", "is:noted", "--json").objects().count == 1)

            // Standard input, and a passage by its number and by its offsets.
            let lines = try program.run("note", id, "-", "--block", "2", "--json", input: Data("One line\nand another\n".utf8)).objects()
            #expect(lines.first?["note"] as? String == "One line\nand another")
            let start = try #require(lines.first?["start"] as? Int)
            let place = "\(start)-\(start + 3)"
            #expect(try program.run("note", id, "Short", "--at", place).status == 0)
            #expect(try program.run("bookmarks").status == 3)
            let listed = try program.run("bookmarks", "--notes").output
            #expect(listed.contains("→ One line\n      and another") && listed.contains("→ Short"))

            #expect(try program.run("note", id, "--remove", "--at", place).status == 0)
            #expect(try program.run("note", id, "--remove", "--at", place).status == 3)
            #expect(try program.run("bookmarks", "--notes", "--json").objects().count == 2)
        }
    }

    @Test func whatMakesNoSenseIsRefused() throws {
        try withLibrary { program, id in
            for arguments in [["note", id], ["note", id, "x", "--remove"], ["note", id, "x", "--block", "1", "--quote", "y"], ["highlight", id, "mauve"], ["star"]] {
                #expect(try program.run(arguments).status == 2, "\(arguments)")
            }
            for arguments in [
                ["note", id, "x", "--block", "0"], ["note", id, "x", "--block", "9999"], ["note", id, "x", "--at", "7"], ["note", id, "x", "--at", "9-3"],
                ["note", id, "x", "--at", "3-99999999"], ["star", "ffffffffffff"],
            ] {
                let outcome = try program.run(arguments)
                #expect(outcome.status == 1 && outcome.errors.hasPrefix("dossier: "), "\(arguments)")
            }
        }
    }

    @Test func starsAndHighlights() throws {
        try withLibrary { program, id in
            #expect(try program.run("star", id).output.hasPrefix("starred "))
            #expect(try program.run("list", "is:starred", "--json").objects().compactMap { $0["id"] as? String } == [id])
            #expect(try program.run("list", "is:starred").output.contains("★"))
            #expect(try program.run("star", id, "--remove", "--json").objects().first?["starred"] as? Bool == false)
            #expect(try program.run("list", "is:starred").status == 3)

            let highlighted = try program.run("highlight", id, "green", "--quote", Self.quote, "--json").objects()
            #expect(highlighted.first?["highlight"] as? String == "green")
            #expect(try program.run("highlight", id, "pink", "--quote", Self.quote).status == 0)
            #expect(try program.run("bookmarks").status == 3)
            #expect(try program.run("bookmarks", "--highlights").output.contains("[pink]"))
            #expect(try program.run("search", "is:highlighted", "extradition", "--json").objects().count == 1)
            #expect(try program.run("highlight", id, "--remove", "--quote", Self.quote).status == 0)
            #expect(try program.run("bookmarks", "--highlights").status == 3)
        }
    }

    @Test func nothingOfTheLanguageIsRefused() throws {
        try withLibrary { program, _ in
            let all = try program.run("list", "treaty:UNCC", "--json").objects().count
            let some = try program.run("list", "treaty:UNCC/37", "--json").objects().count
            #expect(some > 0 && some < all)
            #expect(try program.run("search", "treaty:UNCC/37", "extradition", "--count").output == "\(some)\n")
            #expect(try program.run("list", "has:links", "--json").objects().count > 0)
            let titles = try program.run("search", "convention", "sort:title", "--limit", "50", "--json").objects().compactMap { ($0["title"] as? String)?.lowercased() }
            #expect(titles.count > 3 && titles == titles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }

    private func withLibrary(_ body: (Program, String) throws -> Void) throws {
        try withSampleLibrary { program in
            let found = try program.run("search", "\"dual criminality\"", "title:extradition", "--json").objects()
            try body(program, try #require(found.first?["id"] as? String))
        }
    }
}

import Foundation
import Testing

/// Taking back from the command line, and emptying the history.
@Suite struct UndoCommandTests {
    @Test func takesBackAndDoesAgain() throws {
        try withLibrary { program, id in
            #expect(try program.run("undo").status == 3)
            #expect(try program.run("star", id).status == 0)
            let shown = try program.run("undo", "--show").output
            #expect(shown.hasPrefix("undo: star on «"))
            #expect(try program.run("undo").output == shown.replacing("undo:", with: "undone:"))
            #expect(try program.run("list", "is:starred").status == 3)
            #expect(try program.run("undo", "--redo", "--show").output == shown.replacing("undo:", with: "redo:"))
            #expect(try program.run("undo", "--redo").output == shown.replacing("undo:", with: "done again:"))
            #expect(try program.run("list", "is:starred").status == 0)
        }
    }

    @Test func forgettingAsks() throws {
        try withLibrary { program, id in
            #expect(try program.run("undo", "--forget", "--yes").status == 3)
            _ = try program.run("star", id)
            _ = try program.run("note", id, "A note")
            let refused = try program.run("undo", "--forget")
            #expect(refused.status == 1)
            #expect(refused.errors == "dossier: nothing was forgotten; --yes does it where nobody can be asked\n")
            #expect(try program.run("undo", "--forget", "--yes").output == "forgot 2 changes\n")
            #expect(try program.run("undo").status == 3)
            #expect(try program.run("list", "is:starred").status == 0)
            for arguments in [["undo", "--yes"], ["undo", "--redo", "--forget"]] {
                #expect(try program.run(arguments).status == 2)
            }
        }
    }

    private func withLibrary(_ body: (Program, String) throws -> Void) throws {
        try withSampleLibrary { program in
            let found = try program.run("search", "\"dual criminality\"", "title:extradition", "--json").objects()
            try body(program, try #require(found.first?["id"] as? String))
        }
    }
}

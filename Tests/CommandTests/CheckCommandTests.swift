import Foundation
import Testing

@Suite struct CheckCommandTests {
    @Test func findsNoDamageWhereNoneIs() throws {
        try withProgram(articles: true) { program in
            try program.run("sync", "--library", "Articles")
            let outcome = try program.run("check", "--library", "Articles")
            #expect(outcome == Program.Outcome(status: 0, output: "no damage found\n", errors: ""))
            let json = try program.run("check", "--library", "Articles", "--json")
            #expect(json == Program.Outcome(status: 0, output: "", errors: ""))
        }
    }

    /// A counter that is wrong, as no crash of ours should leave it.
    @Test func namesWhatIsWrong() throws {
        try withProgram(articles: true) { program in
            try program.run("sync", "--library", "Articles")
            let database = program.folder.appendingPathComponent("Articles/.dossier/library.sqlite").path
            let tool = Process()
            tool.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
            tool.arguments = [database, "UPDATE article SET bookmarks = 7 WHERE id = (SELECT min(id) FROM article)"]
            try tool.run()
            tool.waitUntilExit()
            try #require(tool.terminationStatus == 0)
            let outcome = try program.run("check", "--library", "Articles")
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("faults found: "))
            let objects = try program.run("check", "--library", "Articles", "--json").objects()
            #expect(!objects.isEmpty && objects.allSatisfy { $0["problem"] is String })
        }
    }
}

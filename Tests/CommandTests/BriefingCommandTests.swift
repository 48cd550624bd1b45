import Foundation
import TestSupport
import Testing

/// Briefings, maps of treaties and related articles from the command line.
@Suite struct BriefingCommandTests {
    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withSampleLibrary(body)
    }

    private func text(_ name: String, _ program: Program) throws -> String {
        try String(contentsOf: program.folder.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func aQueryIsWrittenInEachForm() throws {
        try withLibrary { program throws in
            let plain = try program.run("brief", "title:signatures", "--title", "Who signed")
            #expect(plain.status == 0 && plain.output.hasPrefix("Who signed\n===="))
            #expect(try program.run("brief", "query", "title:signatures", "--title", "Who signed").output == plain.output)
            for (format, ending, sign) in [("html", "html", "<!DOCTYPE html>"), ("markdown", "md", "# Who signed"), ("bibtex", "bib", "@")] {
                let run = try program.run("brief", "title:signatures", "--title", "Who signed", "--format", format)
                #expect(run.status == 0 && run.output.lowercased().contains(sign.lowercased()), "\(format): \(run.output.prefix(200)) \(run.errors)")
                // The ending of a file's name says the same.
                #expect(try program.run("brief", "title:signatures", "--title", "Who signed", "-o", "page." + ending).output.isEmpty)
                #expect(try text("page." + ending, program).undated == run.output.undated, "\(format)")
            }
            let object = try #require(try program.run("brief", "title:signatures", "--format", "json").objects().first)
            #expect(object["query"] as? String == "title:signatures")
            #expect((object["text"] as? [[String: Any]])?.first?["kind"] as? String == "story")
        }
    }

    @Test func whatIsWrongIsSaid() throws {
        try withLibrary { program throws in
            #expect(try program.run("brief", "nosuchwordanywhere").status == 3)
            #expect(try program.run("brief", "title:signatures", "--since", "2999-01-01").status == 3)
            #expect(try program.run("brief", "title:signatures", "--format", "clay").status == 2)
            #expect(try program.run("brief", "title:signatures", "--width", "3").status == 2)
            #expect(try program.run("brief", "today", "--days", "0").status == 2)
            #expect(try program.run("brief", "title:\"open").status == 1)
            #expect(try program.run("brief", "show", "nothing").errors == "dossier: briefing «nothing»: none that is kept has this title, or an id that begins so; see `dossier brief list`\n")
            #expect(try program.run("brief", "title:signatures", "--appendix", "NOPE").errors.hasPrefix("dossier: treaty «NOPE»: "))
        }
    }

    @Test func aFileIsNotWrittenOver() throws {
        try withLibrary { program throws in
            try Data("mine".utf8).write(to: program.folder.appendingPathComponent("page.md"))
            let refused = try program.run("brief", "title:signatures", "-o", "page.md")
            #expect(refused == .init(status: 1, output: "", errors: "dossier: page.md: there is a file of this name; name another one, or say --force to write over it\n"))
            #expect(try text("page.md", program) == "mine")
            #expect(try program.run("brief", "title:signatures", "-o", "page.md", "--force").status == 0)
            #expect(try text("page.md", program).contains("signatures") && text("page.md", program) != "mine")
        }
    }

    @Test func briefingsAreKeptRefreshedAndRemoved() throws {
        try withLibrary { program throws in
            #expect(try program.run("brief", "list").status == 3)
            let kept = try program.run("brief", "title:signatures", "--title", "Who signed", "--keep")
            #expect(kept.status == 0 && kept.errors.contains("kept as "))
            let listed = try #require(try program.run("brief", "list", "--json").objects().first)
            #expect(listed["title"] as? String == "Who signed")
            #expect(listed["items"] as? Int == 1)
            #expect(try program.run("brief", "list").output.hasSuffix("  Who signed  (1 item)\n"))
            #expect(try program.run("brief", "show", "who signed").output == kept.output)
            #expect(try program.run("brief", "refresh", "Who signed").output == "0 stories added\n")

            let text = "# More signatures in Hanoi\n\nAnother state signed the convention on Monday. Its minister named no date for the law.\n"
            try Data(text.utf8).write(to: program.folder.appendingPathComponent("Articles/more.md"))
            #expect(try program.run("sync").status == 0)
            #expect(try program.run("brief", "refresh", "Who signed").output == "1 story added\n")
            #expect(try program.run("brief", "show", "Who signed").output.contains("More signatures in Hanoi"))

            let id = try #require(listed["id"] as? String)
            #expect(try program.run("brief", "remove", id).status == 0)
            #expect(try program.run("brief", "list").status == 3)
            #expect(try program.run("brief", "remove", id).status == 1)
            #expect(try program.run("undo").status == 0)
            #expect(try program.run("brief", "list", "--json").objects().first?["items"] as? Int == 2)
        }
    }

    @Test func todayLastsForTheDay() throws {
        try withLibrary { program throws in
            let first = try program.run("brief", "today", "--days", "3650")
            #expect(first.status == 0 && first.output.hasPrefix("Today, "))
            #expect(try program.run("brief", "today", "--seen").status == 0)
            #expect(try program.run("brief", "today").status == 0)
        }
    }

    @Test func aTreatyIsMapped() throws {
        try withLibrary { program throws in
            let all = try program.run("treaty").output
            #expect(all.hasPrefix("UNCC  24 articles, 24 unread  United Nations Convention against Cybercrime\n"))
            let map = try program.run("treaty", "UNCC").output
            #expect(map.contains("Offences established in accordance with other United Nations conventions and protocols: 1 article, 1 unread, 1 passage\n"))
            #expect(!map.contains(" 1 articles") && !map.contains(" 1 passages"))
            #expect(try program.run("treaty", "UNCC", "--held").output.split(separator: "\n").count <= map.split(separator: "\n").count)
            let beside = try program.run("treaty", "UNCC", "--beside", "budapest").output
            #expect(beside.contains("Use of terms: ") && beside.contains("= Budapest Convention, Article 1 ("))
            let object = try #require(try program.run("treaty", "UNCC", "--beside", "BC", "--json").objects().first)
            #expect(object["treaty"] as? String == "UNCC" && object["beside"] as? String == "BC")
            let passages = try program.run("treaty", "UNCC", "--article", "37", "--json").objects()
            #expect(!passages.isEmpty && passages.allSatisfy { ($0["text"] as? String)?.isEmpty == false })
            #expect(try program.run("treaty", "UNCC", "--article", "999").status == 3)
            #expect(try program.run("treaty", "NOPE").status == 1)
        }
    }

    @Test func relatedArticlesSayWhy() throws {
        try withLibrary { program throws in
            let id = try #require(try program.run("search", "\"dual criminality\"", "title:extradition", "--json").objects().first?["id"] as? String)
            let related = try program.run("related", id, "--limit", "3")
            let lines = related.output.split(separator: "\n")
            #expect(related.status == 0 && lines.count == 3)
            #expect(lines.allSatisfy { $0.contains("(both on ") || $0.contains("(both have ") || $0.contains("(alike in its words)") }, "\(related.output)")
            #expect(!related.output.contains(id))
            let objects = try program.run("related", id, "--quote", "Conduct is compared, not labels.", "--json").objects()
            #expect(!objects.isEmpty && objects.allSatisfy { $0["sharedProvisions"] is [String] && $0["score"] is Double })
            #expect(try program.run("related", id, "--limit", "0").status == 2)
            #expect(try program.run("related", "zzzz").status == 1)
            #expect(try program.run("related", id, "--quote", "words that stand nowhere").status == 1)
        }
    }
}

extension String {
    /// Without the minute in which a page was made.
    fileprivate var undated: String { replacing(/\d{4}-\d{2}-\d{2}T[0-9:]+Z/, with: "") }
}

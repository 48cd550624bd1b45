import Foundation
import Testing

/// The commands on a library, one after the other, as a person uses them.
@Suite struct LibraryCommandTests {
    @Test func theWholeWay() throws {
        try withProgram(articles: true) { program in
            var program = program
            program.environment["DOSSIER_LIBRARY"] = "Articles"

            let empty = try program.run("list", "--json")
            #expect(empty.status == 3)

            let sync = try program.run("sync", "--json")
            #expect(sync.status == 0)
            let summary = try #require(try sync.objects().last)
            #expect(summary["added"] as? Int == 24)
            #expect(summary["failed"] as? Int == 0)
            let again = try #require(try program.run("sync", "--json").objects().last)
            #expect(again["added"] as? Int == 0)

            let list = try program.run("list", "--json").objects()
            #expect(list.count == 24)
            let dates = list.compactMap { $0["published"] as? String }
            #expect(dates.count >= 14)
            #expect(Set(list.compactMap { $0["id"] as? String }).count == 24)

            let found = try program.run("search", "extradition", "--json", "--limit", "50").objects()
            #expect(found.count >= 5)
            for article in found {
                let snippets = try #require(article["snippets"] as? [[String: Any]])
                for snippet in snippets {
                    let text = Array(try #require(snippet["text"] as? String).utf8)
                    for hit in try #require(snippet["hits"] as? [[String: Int]]) {
                        let word = String(decoding: text[try #require(hit["start"])..<(try #require(hit["end"]))], as: UTF8.self)
                        #expect(word.lowercased().hasPrefix("extradit"), "marked «\(word)»")
                    }
                }
            }
            #expect(try program.run("search", "zzyzxqq").status == 3)

            try bookmarkAndTag(program)
        }
    }

    private func bookmarkAndTag(_ program: Program) throws {
        let found = try program.run("search", "\"dual criminality\"", "title:extradition", "--json").objects()
        let id = try #require(found.first?["id"] as? String)
        let quote = "Conduct is compared, not labels."
        let bookmark = try program.run("bookmark", id, "--quote", quote, "--json").objects()
        #expect(bookmark.first?["quote"] as? String == quote)
        // The same once more is the same bookmark.
        let again = try program.run("bookmark", id, "--quote", quote, "--json").objects()
        #expect(again.first?["id"] as? String == bookmark.first?["id"] as? String)
        let tagged = try program.run("tag", id, "to cite", "--quote", quote, "--json").objects()
        #expect(tagged.first?["tags"] as? [String] == ["to cite"])
        #expect(try program.run("tag", id, "hanoi").status == 0)

        let bookmarks = try program.run("bookmarks", "--json").objects()
        #expect(bookmarks.count == 1)
        #expect(bookmarks.first?["article"] as? String == id)
        #expect(bookmarks.first?["tags"] as? [String] == ["to cite"])
        #expect(bookmarks.first?["file"] as? String == "extradition-for-cybercrime.md")

        #expect(try program.run("list", "tag:hanoi", "--json").objects().count == 1)
        #expect(try program.run("bookmark", id, "--quote", "words that are not there").status == 1)
        #expect(try program.run("bookmark", id, "--quote", "the").status == 1)
        #expect(try program.run("show", "ffffffffffff").status == 1)
        let page = try program.run("show", id, "--width", "60")
        #expect(page.output.contains("Extradition for Cybercrime"))
        #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
        #expect(try program.run("list", "is:nonsense").status == 1)
    }

    @Test func topicsExplainThemselves() throws {
        try withProgram { program in
            let file = Program.project.appendingPathComponent("Articles/why-a-capital-changed-its-mind-on-the-un-cybercrime-treaty.txt").path
            let outcome = try program.run("topics", file, "--json")
            #expect(outcome.status == 0)
            let links = try outcome.objects()
            #expect(links.count > 5)
            for link in links {
                let evidence = try #require(link["evidence"] as? [[String: Any]])
                let context = try #require(link["context"] as? [[String: Any]])
                let sum = (evidence + context).reduce(try #require(link["prior"] as? Double)) { $0 + ($1["contribution"] as? Double ?? .nan) }
                #expect(abs(sum - (try #require(link["score"] as? Double))) < 1e-9)
            }
        }
    }

    @Test func passagesAreTaggedAndLearnedFrom() throws {
        try withProgram { program in
            func line(_ id: String, _ text: String, _ more: String = "") -> String {
                "{\"id\":\"\(id)\",\"article\":\"a\(id)\",\"title\":\"\",\"text\":\"\(text)\"\(more)}\n"
            }
            let text = "The ministry will extradite the suspect under the treaty of 1990."
            let passages = program.folder.appendingPathComponent("passages.jsonl")
            try Data(line("1", text).utf8).write(to: passages)
            func labels(_ arguments: String...) throws -> [String: Bool] {
                let outcome = try program.run(["topics", "--passages", "passages.jsonl"] + arguments)
                #expect(outcome.status == 0, "\(outcome.errors)")
                let found = try #require(try outcome.objects().first?["labels"] as? [[String: Any]])
                return Dictionary(uniqueKeysWithValues: found.compactMap { label in
                    (label["topic"] as? String).flatMap { topic in (label["probable"] as? Bool).map { (topic, $0) } }
                })
            }
            #expect(try labels()["extradition"] == true)
            let rejected = (2...20).map { line("\($0)", text, ",\"topic\":\"extradition\",\"accepted\":false") }.joined()
            try Data(rejected.utf8).write(to: program.folder.appendingPathComponent("decisions.jsonl"))
            #expect(try labels("--decisions", "decisions.jsonl")["extradition"] != true)

            try Data("{\"id\": 1}\n".utf8).write(to: passages)
            let outcome = try program.run("topics", "--passages", "passages.jsonl")
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("dossier: passages.jsonl, line 1: "))
        }
    }

    @Test func aVocabularyOfOnesOwnIsAdded() throws {
        try withProgram { program in
            try Data("Nobody spoke of the quorum of widgets at the meeting.\n".utf8).write(to: program.folder.appendingPathComponent("page.txt"))
            let own = "topic: widget-quorum\n  name: Quorum of widgets\ntopic: broken topic\n  name: Y\n"
            try Data(own.utf8).write(to: program.folder.appendingPathComponent("own.txt"))
            #expect(try program.run("topics", "page.txt").status == 3)
            let outcome = try program.run("topics", "page.txt", "--vocabulary", "own.txt", "--json")
            #expect(try outcome.objects().compactMap { $0["topic"] as? String } == ["widget-quorum"])
            #expect(outcome.errors.hasPrefix("dossier: own.txt, line 3: "))
        }
    }
}

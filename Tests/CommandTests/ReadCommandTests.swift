import Foundation
import Testing

@Suite struct ReadCommandTests {
    private let page = """
        Cybercrime
        ,
        Compliance
        A Deck That Says What Follows
        The first paragraph says that a court looked at the treaty (see: Another Page) and that it was not amused by it at all.
        See Also: Webinar | Ten Ways to Buy Something
        The second paragraph is long enough to be taken for a paragraph, and it names the Budapest Convention in passing.
        """

    @Test func printsTheFieldsInTheirOrder() throws {
        try withProgram { program in
            try page.write(to: program.folder.appendingPathComponent("a-page-of-ours.txt"), atomically: true, encoding: .utf8)
            let outcome = try program.run("read", "--json", "a-page-of-ours.txt")
            #expect(outcome.status == 0)
            #expect(outcome.errors == "")
            let article = try #require(try outcome.objects().first)
            #expect(article["title"] as? String == "A page of ours")
            #expect(article["kickers"] as? [String] == ["Cybercrime", "Compliance"])
            #expect(article["deck"] as? String == "A Deck That Says What Follows")
            let blocks = try #require(article["blocks"] as? [[String: Any]])
            #expect(blocks.map { $0["kind"] as? String } == ["paragraph", "promotion", "paragraph"])
            let spans = try #require(blocks[0]["spans"] as? [[String: Any]])
            #expect(spans.map { $0["target"] as? String } == ["Another Page"])
            let keys = ["\"title\"", "\"deck\"", "\"kickers\"", "\"blocks\""].map { outcome.output.range(of: $0)?.lowerBound }
            #expect(keys.compactMap { $0 } == keys.compactMap { $0 }.sorted())
        }
    }

    @Test func printsAPageOfTheWidth() throws {
        try withProgram { program in
            let outcome = try program.run("read", "--width", "40", "-", input: Data(page.utf8))
            #expect(outcome.status == 0)
            #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
            #expect(outcome.output.contains("Budapest"))
        }
    }

    @Test func refusesWhatIsNoText() throws {
        try withProgram { program in
            try Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0, 0xFF]).write(to: program.folder.appendingPathComponent("x"))
            try Data().write(to: program.folder.appendingPathComponent("empty.txt"))
            for (file, words) in [("x", "x: "), ("empty.txt", "empty.txt: the file is empty"), ("none", "none: No such file or directory")] {
                let outcome = try program.run("read", "--json", file)
                #expect(outcome.status == 1)
                #expect(outcome.output == "")
                #expect(outcome.errors.hasPrefix("dossier: " + words))
                #expect(outcome.errors.contains("; "))
            }
        }
    }

    @Test func showsEscapesInsteadOfSendingThem() throws {
        try withProgram { program in
            let hostile = "A title \u{1B}]0;owned\u{07}\n\nA body \u{1B}[2J with \u{9B}31m and \u{202E}txt.\n"
            let outcome = try program.run("read", "-", input: Data(hostile.utf8))
            #expect(outcome.status == 0)
            #expect(!outcome.output.unicodeScalars.contains { ($0.value < 32 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
        }
    }
}

import Foundation
import Testing

/// `dossier search` in all its ways, and `dossier index`.
@Suite struct SearchCommandTests {
    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withSampleLibrary(body)
    }

    private func ids(_ outcome: Program.Outcome) throws -> [String] { try outcome.objects().compactMap { $0["id"] as? String } }

    @Test func pagesCountsAndOrders() throws {
        try withLibrary { program in
            let all = try ids(program.run("search", "extradition", "--json", "--limit", "50"))
            #expect(all.count >= 5 && Set(all).count == all.count)
            #expect(try program.run("search", "extradition", "--count") == Program.Outcome(status: 0, output: "\(all.count)\n", errors: ""))
            #expect(try program.run("search", "extradition", "--count", "--json").objects().first?["count"] as? Int == all.count)
            let paged = try ids(program.run("search", "extradition", "--json", "--limit", "2")) + ids(program.run("search", "extradition", "--json", "--offset", "2", "--limit", "50"))
            #expect(paged == all)
            let oldest = try ids(program.run("search", "extradition sort:oldest", "--json", "--limit", "50"))
            #expect(oldest == all.reversed())
            #expect(try ids(program.run("list", "extradition", "--json")) == all)
            #expect(try ids(program.run("list", "extradition sort:oldest", "--json")) == oldest)
            let ranked = try program.run("search", "extradition sort:relevance", "--json", "--limit", "50").objects()
            let scores = ranked.compactMap { $0["score"] as? Double }
            #expect(scores.count == all.count && scores == scores.sorted(by: >) && scores.allSatisfy { $0 > 0 })
        }
    }

    @Test func takesAWholeQuestion() throws {
        try withLibrary { program in
            let question = "How (and when) do states agree on extradition, if at all?"
            #expect(try program.run("search", "extradition zzyzxqq", "--count").status == 3)
            #expect(try program.run("search", "extradition zzyzxqq", "--count", "--any").status == 0)
            let found = try program.run("search", "--any", question, "--json")
            #expect(found.status == 0)
            let scores = try found.objects().compactMap { $0["score"] as? Double }
            #expect(scores.count >= 5 && scores == scores.sorted(by: >))
            let passages = try program.run("search", "--any", "--passages", question, "--json", "--limit", "3").objects()
            #expect(passages.count == 3)
            for passage in passages {
                let text = Array(try #require(passage["text"] as? String).utf8)
                let hits = try #require(passage["hits"] as? [[String: Int]])
                #expect(!hits.isEmpty)
                for hit in hits { #expect(try #require(hit["end"]) <= text.count) }
            }
        }
    }

    @Test func saysHowItWasRead() throws {
        try withLibrary { program in
            let outcome = try program.run("search", "extradition -zzyzxqq", "--explain", "--count")
            #expect(outcome.status == 0)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines[0] == "articles that hold “extradition” but not “zzyzxqq”")
            #expect(lines[2] == "    zzyzxqq: 0 articles")
            let json = try program.run("search", "extradition", "--explain", "--json", "--limit", "1").objects()
            #expect(json.count == 2 && json[0]["explanation"] as? String == "articles that hold “extradition”")
            #expect((json[0]["parts"] as? [[String: Any]])?.first?["part"] as? String == "extradition")
        }
    }

    @Test func namesTheFaultInAQuery() throws {
        try withLibrary { program in
            let outcome = try program.run("search", "extradition (fraud")
            #expect(outcome == Program.Outcome(status: 1, output: "", errors: "dossier: query, byte 13: a parenthesis is not closed; expected ) at the end of the group\n"))
            let misspelt = try program.run("search", "extradditon")
            #expect(misspelt == Program.Outcome(status: 3, output: "", errors: "dossier: nothing found; did you mean extradition?\n"))
            for arguments in [["--limit", "0"], ["--offset", "-1"], ["--count", "--passages"]] {
                #expect(try program.run(["search", "fraud"] + arguments).status == 2, "\(arguments)")
            }
            #expect(try program.run("search", "cybercrime NEAR/3 convention", "--count").status == 0)
            #expect(try program.run("search", "extraditoin~", "--count").status == 0)
        }
    }

    @Test func seesToTheIndex() throws {
        try withLibrary { program in
            let status = try #require(try program.run("index", "status", "--json").objects().first)
            #expect(status["articles"] as? Int == 24 && status["missing"] as? Int == 0 && status["writer"] as? Bool == true)
            #expect(try program.run("index", "check") == Program.Outcome(status: 0, output: "no damage found\n", errors: ""))
            #expect(try program.run("index", "compact", "--json").objects().first?["articles"] as? Int == 24)
            let found = try ids(program.run("search", "extradition", "--json"))

            let index = program.folder.appendingPathComponent("Articles/.dossier/index")
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: index.path).first { $0.hasPrefix("segment-") })
            let segment = index.appendingPathComponent(name)
            var bytes = try Data(contentsOf: segment)
            for place in stride(from: 100, to: bytes.count - 1, by: 50) { bytes[place] ^= 0xFF }
            try bytes.write(to: segment)
            let damaged = try program.run("search", "extradition", "--json")
            #expect(try ids(damaged) == found)
            #expect(damaged.errors.hasSuffix("it is made anew from the library\n"), "\(damaged.errors)")
            #expect(try program.run("check") == Program.Outcome(status: 0, output: "no damage found\n", errors: ""))

            try FileManager.default.removeItem(at: index)
            let again = try program.run("search", "extradition", "--json")
            #expect(try ids(again) == found && again.errors == "")
            let rebuilt = try program.run("index", "rebuild")
            #expect(rebuilt.status == 0 && rebuilt.output.hasPrefix("24 articles in 1 part, "))
        }
    }
}

import Foundation
import TestSupport
import Testing

/// `dossier feed` as a person meets it, with a server on this machine.
@Suite struct FeedCommandTests {
    private static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Fraud weekly</title><link>http://news.example/</link>
        <item><guid isPermaLink="false">tag:1</guid><title>Mules are recruited</title><description>Students lend their accounts to \
        money mules.</description></item></channel></rss>
        """

    private func withLibrary(_ body: (Program) throws -> Void) throws {
        try withProgram { program in
            var program = program
            let library = program.folder.appendingPathComponent("Library")
            try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
            program.environment["DOSSIER_LIBRARY"] = library.path
            try body(program)
        }
    }

    @Test func aFeedFromAddingToRemoving() throws {
        let server = try LoopbackServer { request in
            request.headers["if-none-match"] == nil ? .init(200, ["ETag": "\"1\""], text: Self.feed) : .init(304)
        }
        try withLibrary { program in
            let added = try program.run("feed", "add", server.address + "/feed", "--allow-private", "--folder", "Law/Europe")
            #expect(added == .init(status: 0, output: "following Fraud weekly (\(server.address)/feed), 1 article\n", errors: ""))
            let again = try program.run("feed", "add", server.address + "/feed", "--allow-private")
            #expect(again.output == "following Fraud weekly (\(server.address)/feed) already\n" && again.status == 0)
            let list = try program.run("feed")
            #expect(list.output == "Law/Europe:\n  Fraud weekly: 1 unread of 1 (\(server.address)/feed)\n")
            let object = try #require(try program.run("feed", "list", "--json").objects().first)
            #expect(object["articles"] as? Int == 1 && object["unread"] as? Int == 1 && object["folders"] as? [String] == ["Law", "Europe"])
            #expect(try program.run("list").output.contains("Mules are recruited"))
            #expect(try program.run("search", "accounts").output.contains("Mules are recruited"))
            #expect(try program.run("feed", "refresh").output == "nothing new; feeds: 1 not due\n")
            let named = try program.run("feed", "refresh", "fraud weekly")
            #expect(named == .init(status: 0, output: "nothing new; feeds: 1 asked\n", errors: ""))
            #expect(server.requests.last?.headers["if-none-match"] == "\"1\"")
            // A sync leaves alone what came from feeds, and the store is sound.
            #expect(try program.run("sync").output == "nothing changed; 0 files\n")
            #expect(try program.run("check").status == 0)
            #expect(try program.run("feed", "remove", "Fraud weekly").output == "Fraud weekly is followed no more\n")
            #expect(try program.run("feed", "list").status == 3)
            #expect(try program.run("list").output.contains("Mules are recruited"))
        }
    }

    @Test func credentialsAreNowhereToBeSeen() throws {
        let server = try LoopbackServer { $0.headers["authorization"] == nil ? .init(401) : .init(text: Self.feed) }
        try withLibrary { program in
            let url = "http://ann:s3cret@127.0.0.1:\(server.port)/feed"
            var outcomes = [try program.run("feed", "add", url, "--allow-private")]
            #expect(outcomes[0].status == 0)
            server.answer { _ in .init(403) }
            outcomes.append(try program.run("feed", "refresh", "--force"))
            #expect(outcomes[1].status == 1)
            #expect(outcomes[1].errors == "dossier: Fraud weekly: \(server.address)/feed: the server does not give it out (HTTP 403); see the address in a browser\n")
            outcomes.append(try program.run("feed", "refresh", "--force", "--json"))
            outcomes.append(try program.run("feed", "list"))
            outcomes.append(try program.run("feed", "list", "--json"))
            outcomes.append(try program.run("feed", "export"))
            #expect(outcomes.last?.errors == "dossier: 1 address without name and password; --with-credentials writes them too\n")
            outcomes.append(try program.run("feed", "remove", "http://ann:wr0ng@127.0.0.1:1/s3cret"))
            for outcome in outcomes {
                #expect(!outcome.output.contains("s3cret@") && !outcome.errors.contains("s3cret@") && !outcome.errors.contains("wr0ng"))
            }
            #expect(try program.run("feed", "export", "--with-credentials").output.contains("ann:s3cret@"))
        }
    }

    @Test func failuresAndNoNetwork() throws {
        let server = try LoopbackServer { _ in .init(text: Self.feed) }
        try withLibrary { program in
            try program.run("feed", "add", server.address, "--allow-private")
            server.stop()
            let outcome = try program.run("feed", "refresh", "--force")
            #expect(outcome.status == 0 && outcome.output == "nothing new; feeds: 1 not reached\n")
            #expect(outcome.errors == "dossier: no network: the feed cannot be reached (no connection to 127.0.0.1); what was read before is there\n")
            let private_ = try program.run("feed", "add", "http://127.0.0.1:1/")
            #expect(private_.status == 1 && private_.errors == "dossier: http://127.0.0.1:1/: it leads to this machine or its own network (127.0.0.1); add it with --allow-private if that is meant\n")
            let nothing = try program.run("feed", "add", "nonsense")
            #expect(nothing.status == 1 && nothing.errors.hasPrefix("dossier: nonsense: it is neither an address nor a file; "))
            #expect(try program.run("feed", "refresh", "--keep", "soon").status == 2)
        }
    }

    @Test func listsInAndOut() throws {
        try withLibrary { program in
            let list = "<opml version=\"2.0\"><body><outline text=\"Law\"><outline type=\"rss\" text=\"A\" xmlUrl=\"https://a.example/feed\"/></outline>"
                + "<outline type=\"rss\" text=\"B\" xmlUrl=\"file:///etc/hostname\"/></body></opml>"
            try list.write(to: program.folder.appendingPathComponent("list.opml"), atomically: true, encoding: .utf8)
            let imported = try program.run("feed", "import", "list.opml")
            #expect(imported.status == 1 && imported.output == "1 added, 1 refused; see dossier feed refresh\n")
            #expect(imported.errors == "dossier: file:///etc/hostname: a file of this machine is only followed where that is allowed; add it by its path, or import the list with --allow-files\n")
            let exported = try program.run("feed", "export")
            #expect(exported.output.contains("<outline text=\"Law\" title=\"Law\">") && exported.output.contains("xmlUrl=\"https://a.example/feed\""))
            #expect(try program.run("feed", "list").output == "Law:\n  A: 0 unread of 0 (https://a.example/feed)\n      not asked yet\n")
        }
    }
}

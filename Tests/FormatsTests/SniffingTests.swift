import Testing

@testable import Formats

/// What files are, told by their content.
@Suite struct SniffingTests {
    private static let feedBehindRemarks = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- <html> in a remark -->
        <?xml-stylesheet href="a.xsl"?>
        <!DOCTYPE rss [ <!ENTITY x "y"> ]>
        <rss version="2.0"><channel/></rss>
        """

    @Test(
        arguments: [
            ("page.html", "<!DOCTYPE html>\n<html><body>x</body></html>", .webPage),
            ("page.txt", "\n  <!-- saved from url=(0019)http://example.org -->\n<HTML><BODY>x", .webPage),
            ("page.xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD\" \"x\">\n<html xmlns=\"y\">", .webPage),
            ("piece.html", "Some text.<br>More of it.", .webPage),
            ("feed", feedBehindRemarks, .feed),
            ("a.xml", "<!-- a -->\n<r:rss version=\"2.0\" xmlns:r=\"x\">", .feed),
            ("a.json", "{\"title\": \"x\", \"items\": [{\"id\": \"1\", \"content_html\": \"y\"}]}", .jsonFeed),
            ("a.eml", "Content-Type: multipart/mixed; boundary=A\n\n--A", .mail),
            ("a.html", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", .feed),
            ("a.xml", "<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'>", .feed),
            ("a.xml", "junk before <rss><channel>", .plainText),
            ("a.rss", "<!-- a --> <x><rss><channel>", .feed),
            ("subscriptions.txt", "<?xml version=\"1.0\"?>\n<opml version=\"2.0\">", .feedList),
            ("a.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", .jsonFeed),
            ("message", "From: a@example.org\nMessage-ID: <1@example.org>\nSubject: x\n\nText", .mail),
            ("a.eml", "Subject: x\nTo: b@example.org\n\nText", .mail),
            ("a.txt", "Subject: x\nTo: b@example.org\n\nText", .plainText),
            ("box", "From a@example.org Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nReceived: by x\n\nText", .mailbox),
            (
                "a.mhtml",
                "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"x\"\n\n--x",
                .webArchive
            ),
            ("a.dat", "%PDF-1.7\n", .pdf), ("a.pdf", "\u{0}\u{0}%PDF-1.4", .pdf), ("a.txt", "See %PDF-1.4", .plainText),
            ("a.jsonl", "{\"title\":\"x\",\"text\":\"y\"}\n", .jsonLines),
            ("a.json", "{\"title\":\"x\",\"blocks\":[{\"kind\":\"rule\",\"text\":\"\"}],\"text\":\"\"}\n", .jsonLines),
            ("a.json", "[\n  {\n  \"id\": \"a\", \"type\": \"article-journal\"}]", .cslJSON),
            ("a", "TY  - JOUR\nTI  - x\nER  - ", .ris), ("a", "% of x\n@article{a, title = {x}}", .bibTeX),
            ("a.md", "@someone{ said so", .markdown), ("a.txt", "@mention of a person", .plainText),
            ("part.csv", "title,url,time_added,tags,status\n", .readingList),
            ("i.csv", "URL,Title,Selection,Folder,Timestamp\n", .readingList),
            ("r.html", "<!DOCTYPE html>\n<html><head><title>Pocket Export</title></head>", .readingList),
            ("b.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>", .readingList),
            ("a.pdf", "Only text.", .plainText), ("a.html", "Only text.", .plainText),
        ] as [(String, String, FileFormat)])
    func formats(name: String, text: String, format: FileFormat) {
        #expect(FileFormat.sniff(SourceFile(name: name, bytes: Array(text.utf8))) == .readable(format))
    }

    @Test(
        arguments: [
            ("a.json", "{\"title\": \"x\", \"items\": []}", .data), ("a.json", "[\"a\", \"b\"]", .data),
            ("a.xml", "<?xml version=\"1.0\"?><config/>", .xml), ("a.zip", "PK\u{3}\u{4}xx", .archive),
        ] as [(String, String, ForeignKind)])
    func foreign(name: String, text: String, kind: ForeignKind) {
        #expect(FileFormat.sniff(SourceFile(name: name, bytes: Array(text.utf8))) == .foreign(kind))
    }

    @Test func booksAreToldByWhatTheyHold() {
        let packed: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
        let first = packed + Array("mimetypeapplication/epub+zip".utf8)
        #expect(FileFormat.sniff(SourceFile(name: "a.zip", bytes: first)) == .readable(.book))
        let listed = packed + [UInt8](repeating: 7, count: 1_000) + Array("META-INF/container.xml".utf8)
        #expect(FileFormat.sniff(SourceFile(name: "a", bytes: listed)) == .readable(.book))
        #expect(FileFormat.sniff(SourceFile(name: "a.epub", bytes: packed)) == .foreign(.archive))
    }

    @Test func pagesInWideEncodings() {
        var two: [UInt8] = [0xFE, 0xFF]
        var four: [UInt8] = [0xFF, 0xFE, 0, 0]
        for byte in "<!DOCTYPE html><html>".utf8 {
            two += [0, byte]
            four += [byte, 0, 0, 0]
        }
        #expect(FileFormat.sniff(SourceFile(name: "a", bytes: two)) == .readable(.webPage))
        #expect(FileFormat.sniff(SourceFile(name: "a", bytes: four)) == .readable(.webPage))
    }

    /// Every beginning of every text is something, and is looked at without a fault.
    @Test func prefixes() {
        for length in 0...Self.feedBehindRemarks.utf8.count {
            _ = FileFormat.sniff(SourceFile(name: "a.xml", bytes: Array(Self.feedBehindRemarks.utf8.prefix(length))))
        }
    }
}

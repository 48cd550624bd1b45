import Articles
@testable import Briefings
import Foundation
import TestSupport
import Testing
import Text
import Topics

@Suite struct ExportTests {
    private let page = Briefing.sample.page([BriefingSource.sample(1).identity: .init(provisions: [ProvisionID("UNCC:7")!, ProvisionID("GDPR:6")!], citesDraft: true)])

    @Test(arguments: [
        ("a.md", BriefingFormat.markdown), ("a.b.HTML", .html), ("x.csl.json", .csl), ("x.json", .json), ("x.bib", .bibtex), ("/a/b.odt", .odt),
    ]) func namesSayTheFormat(name: String, format: BriefingFormat) { #expect(BriefingFormat(fileName: name) == format) }

    @Test func otherNamesSayNone() { #expect(BriefingFormat(fileName: "a.docx") == nil && BriefingFormat(fileName: "html") == nil) }

    @Test func htmlSaysJustTheText() throws {
        let text = try #require(page.written(as: .html))
        #expect(!text.lowercased().contains("<script") && !text.contains("javascript:x)\"") && !text.contains("\u{202E}"))
        #expect(text.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;q&quot;"))
        #expect(text.contains(#"<a href="https://example.org/a?b=1&amp;c=%222%22" rel="noreferrer">"#))
        #expect(text.contains("<blockquote><p class=\"comment\">A quote of “words”.</p><footer><a href=\"#source-1\">[1]</a>, paragraph 2</footer></blockquote>"))
        #expect(text.contains("<li id=\"source-1\">") && text.contains(PageWords.draft))
        // Every mark that is opened is closed, and nothing is fetched.
        for name in ["blockquote", "p", "ol", "ul", "li", "h1", "h2", "h3", "body", "html", "style", "title", "footer"] {
            #expect(text.components(separatedBy: "<\(name)").count - 1 - (name == "p" ? 0 : 0) >= 1)
            let opened = text.matches(of: try Regex("<\(name)[ >]")).count
            #expect(opened == text.components(separatedBy: "</\(name)>").count - 1, "\(name)")
        }
        #expect(!text.contains("src=") && !text.contains("<link") && !text.contains("@import"))
    }

    @Test func markdownSaysJustTheText() throws {
        let text = try #require(page.written(as: .markdown))
        #expect(text.contains("> \\<script\\>alert\\(\\'1\\'\\)\\</script\\> \\& \\\"q\\\" \\*b\\* \\[l\\]\\(javascript\\:x\\)"))
        #expect(text.contains("> A quote of “words”\\.\n>\n> \\[1\\], paragraph 2\n"))
        #expect(text.contains("A paragraph\\.\\\nOf two lines\\."))
        #expect(text.contains("<https://example.org/a?b=1&c=%222%22>"))
        #expect(text.contains("### United Nations Convention against Cybercrime\n\n- UN Convention against Cybercrime, Article 7, Illegal access \\[1\\]"))
    }

    @Test(arguments: [20, 40, 80]) func textKeepsItsWidth(width: Int) throws {
        let text = try #require(page.written(as: .text, width: width))
        for line in text.split(separator: "\n") where !line.contains("https://") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
        #expect(text.contains("[1]") && text.contains("[2]"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func tablesHoldNoFormulas() throws {
        for (cell, written) in [
            ("=1+1", "'=1+1"), ("-1", "'-1"), ("+a", "'+a"), ("@a", "'@a"), ("\t=1", "'\t=1"), (" =1", "\"' =1\""), ("a\"b", "\"a\"\"b\""), ("a,b", "\"a,b\""), ("a=b", "a=b"),
            ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"),
        ] { #expect(Escaping.cell(cell) == (cell == " =1" ? "' =1" : written), "\(cell)") }
        let table = try #require(page.written(as: .csv))
        #expect(table.hasPrefix("quote,place,source,title,publisher,published,url\r\nA quote of “words”.,paragraph 2,1,Ünïcode & Sons,The Wire,2024-08-12T09:30:00Z,"))
    }

    @Test func jsonHoldsAllOfIt() throws {
        let value = try JSONParser.value(try #require(page.written(as: .json)).utf8)
        #expect(value["sources"]?.list?.count == 2 && value["text"]?.list?.count == page.pieces.count)
        #expect(value["text"]?.list?[5]["text"]?.string == Hostile.text)
        #expect(value["sources"]?.list?[0]["draftNumbering"]?.text == "true")
    }

    @Test func risHasALineForEachFact() throws {
        let lines = try #require(page.written(as: .ris)).components(separatedBy: "\r\n")
        #expect(lines.prefix(13) == [
            "TY  - NEWS", "ID  - dossier-000000000000", "TI  - Ünïcode & Sons", "AU  - Ada and Sons", "AU  - Béa, C.", "T2  - The Wire", "PY  - 2024", "DA  - 2024/08/12/",
            "UR  - https://example.org/a?b=1&c=\"2\"", "Y2  - 2026/11/24/", "LA  - en", "N1  - " + PageWords.draft, "ER  - ",
        ])
        #expect(lines.allSatisfy { $0.isEmpty || $0.dropFirst(2).hasPrefix("  - ") })
    }

    @Test func addressesAreOfTheWebAlone() {
        #expect(Escaping.address("javascript:alert(1)") == nil && Escaping.address("file:///etc/passwd") == nil && Escaping.address("data:text/html,x") == nil)
        #expect(Escaping.address("HTTPS://a.b/ü \n>") == "HTTPS://a.b/%C3%BC%20%0A%3E")
    }
}

/// What Debian's pandoc reads of the lists of sources, and makes of the pages.
@Suite(.enabled(if: Pandoc.path != nil, "pandoc is not installed, so that nothing says whether its citeproc reads the lists"))
struct PandocTests {
    /// Two articles of one library have different identities; the samples', which differ at the end alone, would have one key.
    private let page: BriefingPage = {
        var briefing = Briefing.sample
        briefing.items.removeAll { if case .story = $0.content { true } else { false } }
        var other = BriefingSource.sample(2, title: Hostile.text, authors: [Hostile.text], publisher: Hostile.text, date: "2024-02")
        other.identity = "f" + other.identity.dropFirst()
        briefing.add([.quote(.sample("Another.", other))])
        return briefing.page()
    }()

    @Test(arguments: [BriefingFormat.csl, .bibtex]) func citeprocReadsTheLists(format: BriefingFormat) throws {
        let folder = try TemporaryFolder()
        let name = "sources.\(format.suffix)"
        try folder.write(name, try #require(page.written(as: format)))
        let keys = page.sources.map(\.key)
        #expect(Set(keys).count == 2)
        try folder.write("page.md", keys.map { "A line [@\($0)]." }.joined(separator: "\n\n") + "\n")
        let text = try Pandoc.run(["--citeproc", "--bibliography", folder.full(name), "--to", "plain", "--wrap=none", folder.full("page.md")])
        #expect(text.contains("Ünïcode & Sons") && text.contains("2024"))
        #expect(text.contains("Ada and Sons") && text.contains("Béa, C."))
        #expect(text.contains("$m$") && text.contains("%c") && text.contains("#h") && text.contains("{\\x}"), "\(text)")
        #expect(!text.contains("@dossier"))
    }

    /// What another program reads of our Markdown is the text, mark for mark.
    @Test func markdownIsReadAsItsText() throws {
        let folder = try TemporaryFolder()
        try folder.write("page.md", try #require(page.written(as: .markdown)))
        for form in ["commonmark", "gfm", "markdown"] {
            let text = try Pandoc.run(["--from", form, "--to", "plain", "--wrap=none", folder.full("page.md")])
            #expect(text.contains("A quote of “words”."), "\(form)")
            #expect(text.contains("<script>alert('1')</script> & \"q\" *b* [l](javascript:x) {\\x} $m$ %c #h _u_ ~t ^k | `c` @key =1+1 rtl"), "\(form): \(text)")
        }
    }

    @Test func makesODT() throws {
        let converter = try #require(Converter(for: .odt, environment: ["PATH": (Pandoc.path ?? "").replacing("/pandoc", with: "")]))
        #expect(converter.program == .pandoc)
        let folder = try TemporaryFolder()
        let bytes = try converter.convert(page, to: .odt, folder: folder.path)
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(folder.names == [], "nothing is left behind")
        try folder.write("page.odt", Data(bytes))
        #expect(try Pandoc.run(["--to", "plain", folder.full("page.odt")]).contains("A quote of “words”."))
    }
}

@Suite struct ConverterTests {
    @Test func noneIsFoundWhereNoneIs() throws {
        let folder = try TemporaryFolder()
        #expect(Converter(for: .pdf, environment: ["PATH": folder.path]) == nil && Converter(for: .html, environment: ["PATH": "/usr/bin"]) == nil)
        #expect(NoConverter(.pdf).message == "format pdf: no program that makes it is installed; install weasyprint or libreoffice, or write html")
    }

    /// A program that stands for a converter: what goes wrong is told, and nothing is left.
    @Test(arguments: [("exit 3", ConversionFailure.Reason.failed(3)), ("exit 0", .noResult)]) func failuresAreTold(script: String, reason: ConversionFailure.Reason) throws {
        let folder = try TemporaryFolder()
        try folder.write("bin/weasyprint", "#!/bin/sh\n\(script)\n")
        #expect(chmod(folder.full("bin/weasyprint"), 0o755) == 0)
        let converter = try #require(Converter(for: .pdf, environment: ["PATH": "relative:" + folder.full("bin")]))
        try FileManager.default.createDirectory(atPath: folder.full("tmp"), withIntermediateDirectories: true)
        #expect(throws: ConversionFailure(program: .weasyprint, reason: reason)) {
            try converter.convert(Briefing.sample.page(), to: .pdf, folder: folder.full("tmp"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.full("tmp")) == [])
    }

    /// A program that stands for weasyprint is handed the whole page, and what it writes is what is kept.
    @Test func aPDFIsWhatTheConverterMakesOfThePage() throws {
        let folder = try TemporaryFolder()
        try folder.write("bin/weasyprint", "#!/bin/sh\nprintf '%%PDF-1.7 ' > \"$3\"\ncat \"$2\" >> \"$3\"\n")
        #expect(chmod(folder.full("bin/weasyprint"), 0o755) == 0)
        try FileManager.default.createDirectory(atPath: folder.full("tmp"), withIntermediateDirectories: true)
        let converter = try #require(Converter(for: .pdf, environment: ["PATH": folder.full("bin")]))
        let page = Briefing.sample.page()
        let bytes = try converter.convert(page, to: .pdf, folder: folder.full("tmp"))
        #expect(String(decoding: bytes, as: UTF8.self) == "%PDF-1.7 " + (try #require(page.written(as: .html))))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.full("tmp")) == [])
    }

    @Test func argumentsAreNoShellStrings() {
        let arguments = Converter.Program.libreoffice.arguments("/t/a b; rm.html", to: "/t/o", .odt, folder: "/t")
        #expect(arguments == ["-env:UserInstallation=file:///t/profile", "--headless", "--convert-to", "odt", "--outdir", "/t", "/t/a b; rm.html"])
    }
}

enum Pandoc {
    static let path: String? = ["/usr/bin/pandoc", "/usr/local/bin/pandoc"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Its standard output; a warning of a citation that it does not find is a failure.
    static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = ["--fail-if-warnings"] + arguments
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, FileHandle.nullDevice)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(complaint)")
        return String(decoding: data, as: UTF8.self)
    }
}

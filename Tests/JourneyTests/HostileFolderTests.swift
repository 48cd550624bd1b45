import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Folders as people, and people who mean harm, really have them: each bad file gets its sentence, the rest is read.
@Suite struct HostileFolderTests {
    private static let sound = "A sound article about the Budapest Convention and nothing else, long enough to be one.\n"

    /// A bench with one sound file besides what the test puts in.
    private func bench() throws -> Workbench { try Workbench(files: ["sound.txt": Self.sound]) }

    /// Syncs; the sound file is listed, and the run is no failure.
    /// - Returns: what was said on standard error, a sentence a line.
    private func sync(_ bench: Workbench, through prefix: [String] = []) throws -> [String] {
        let outcome = try bench.call(["sync"], through: prefix)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try listed(bench).contains("sound.txt"))
        let lines = outcome.errors.split(separator: "\n").map(String.init)
        for line in lines { #expect(line.hasPrefix("dossier: "), "\(line)") }
        try bench.expectSound()
        return lines
    }

    private func listed(_ bench: Workbench) throws -> [String] {
        try bench.objects("list").compactMap { $0["file"] as? String }
    }

    // MARK: Content

    @Test func randomBytes() throws {
        let bench = try bench()
        var generator = SplitMix64(seed: 9)
        let bytes = Data((0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
        try bytes.write(to: URL(fileURLWithPath: bench.path("noise.txt")))
        let said = try sync(bench)
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("dossier: noise.txt: the file is no text: byte ") == true, "\(said)")
        #expect(said.first?.hasSuffix(" belongs to no writing; save the article as text or Markdown") == true, "\(said)")
        #expect(try listed(bench) == ["sound.txt"])
    }

    @Test func emptyFile() throws {
        let bench = try bench()
        try bench.write("", to: "empty.txt")
        try bench.write(" \n\n\t\n", to: "blank.md")
        let said = try sync(bench)
        #expect(said.sorted() == [
            "dossier: blank.md: the file holds nothing but white space; save the article's text in it, or remove it",
            "dossier: empty.txt: the file is empty; save the article's text in it, or remove it",
        ])
    }

    /// The sample is as long as what is still read; 50 MB are more, and refused at once.
    @Test func oneEndlessLine() throws {
        let bench = try bench()
        let words = "extradition for money laundering under the convention, "
        let size = Soak.pick(sample: 1_000_000, full: 30_000_000)
        try bench.write(String(repeating: words, count: size / words.utf8.count), to: "long.txt")
        try bench.write(String(repeating: words, count: 50_000_000 / words.utf8.count), to: "longer.txt")
        let said = try sync(bench)
        #expect(said.contains { $0.hasPrefix("dossier: longer.txt: the file is too large: ") && $0.hasSuffix("; split it into one file an article") }, "\(said)")
        #expect(try listed(bench).sorted() == ["long.txt", "sound.txt"])
        let terminal = try bench.open()
        try #require(terminal.wait(for: "Long", timeout: .seconds(60)))
        terminal.send("/laundering")
        try #require(terminal.wait(for: "1 hit", timeout: .seconds(60)), "\(terminal.text)")
        terminal.press(.enter)
        // At the passage that answers best, which need not be the first: the count comes behind the number of the hit.
        let number = terminal.wait(timeout: .seconds(60)) { $0.text.firstMatch(of: /hit [0-9,]+\/[0-9,]+/) != nil }
        #expect(number, "\(terminal.text)")
    }

    // MARK: Names and kinds

    @Test func aNameWithALineBreak() throws {
        let bench = try bench()
        let name = "two\nlines\u{1B}[31m.txt"
        try bench.write(Self.sound + "But another one, which has a name that no list must break at.\n", to: name)
        try bench.write("", to: "empty\nname.txt")
        let said = try sync(bench)
        #expect(said.count == 1, "\(said)")
        #expect(said.first?.contains("empty") == true && said.first?.contains("name.txt") == true)
        #expect(try listed(bench).sorted() == ["sound.txt", name])
        #expect(try bench.run("list").split(separator: "\n").count == 2)
        let terminal = try bench.open()
        try #require(terminal.wait(for: "1/2"))
        let isListed = terminal.wait { screen in screen.lines.contains { $0.contains("wo") && $0.contains("lines") } }
        #expect(isListed, "\(terminal.text)")
        expectHarmless(terminal, ["\u{1B}[31m.", "two\nlines"])
    }

    @Test func links() throws {
        let bench = try bench()
        let files = FileManager.default
        try files.createSymbolicLink(atPath: bench.path("loop.txt"), withDestinationPath: "loop.txt")
        try files.createSymbolicLink(atPath: bench.path("one.txt"), withDestinationPath: "other.txt")
        try files.createSymbolicLink(atPath: bench.path("other.txt"), withDestinationPath: "one.txt")
        try files.createSymbolicLink(atPath: bench.path("nowhere.txt"), withDestinationPath: "missing.txt")
        try files.createSymbolicLink(atPath: bench.path("round"), withDestinationPath: ".")
        try files.createSymbolicLink(atPath: bench.path("zero.txt"), withDestinationPath: "/dev/zero")
        let loop = "the link leads to itself, or through too many others; see where it leads, or remove it"
        #expect(try sync(bench).sorted() == [
            "dossier: loop.txt: " + loop,
            "dossier: nowhere.txt: No such file or directory; see where it leads, or remove it",
            "dossier: one.txt: " + loop,
            "dossier: other.txt: " + loop,
            "dossier: round: links to folders are not followed; move the folder here, or open it as a library of its own",
            "dossier: zero.txt: it is a device, a pipe or a socket, and no file; move it elsewhere",
        ])
    }

    /// Nobody writes into the pipe: reading it would wait for ever.
    @Test(.timeLimit(.minutes(1))) func aPipe() throws {
        let bench = try bench()
        try #require(mkfifo(bench.path("pipe.txt"), 0o600) == 0)
        #expect(try sync(bench) == ["dossier: pipe.txt: it is a device, a pipe or a socket, and no file; move it elsewhere"])
    }

    @Test func aFolderNamedAsAFile() throws {
        let bench = try bench()
        try FileManager.default.createDirectory(atPath: bench.path("folder.txt/deep.md"), withIntermediateDirectories: true)
        try bench.write(Self.sound + "And a second paragraph that makes it another article than that.\n", to: "folder.txt/deep.md/x.txt")
        #expect(try sync(bench) == [])
        #expect(try listed(bench).sorted() == ["folder.txt/deep.md/x.txt", "sound.txt"])
    }

    private static let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    /// Whether permissions can be made to count: they do not for root, who can become somebody else, where `setpriv` is.
    private static let canBeNobody = getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

    @Test(.enabled(if: canBeNobody, "needs setpriv")) func unreadable() throws {
        let bench = try bench()
        try bench.write(Self.sound, to: "secret.txt")
        try FileManager.default.createDirectory(atPath: bench.path("closed"), withIntermediateDirectories: true)
        for (path, mode) in [(bench.path("secret.txt"), 0), (bench.path("closed"), 0), (bench.library.path, 0o777), (bench.folder.path, 0o777)] {
            #expect(chmod(path, mode_t(mode)) == 0)
        }
        defer { _ = chmod(bench.path("closed"), 0o700) }
        let outcome = try bench.call(["sync"], through: getuid() == 0 ? Self.nobody : [])
        #expect(outcome.status == 0)
        #expect(outcome.errors.split(separator: "\n").sorted() == [
            "dossier: closed: Permission denied; check its permissions",
            "dossier: secret.txt: Permission denied; check its permissions",
        ])
        #expect(outcome.output == "1 added, 2 not read; 2 files\n")
    }

    // MARK: What reaches the terminal

    /// What an article must not bring to the terminal, and a piece of text beside it that shows where it would have been.
    private static let hostile: [(name: String, sequence: String)] = [
        ("title of the window", "\u{1B}]0;owned\u{07}"), ("clipboard", "\u{1B}]52;c;b3duZWQ=\u{07}"),
        ("link", "\u{1B}]8;;https://example.org\u{1B}\\"), ("clear", "\u{1B}[2J\u{1B}[H"), ("device", "\u{1B}P0;0|17/ab\u{1B}\\"),
        ("C1 control sequence", "\u{9B}31m"), ("C1 system command", "\u{9D}0;owned\u{9C}"), ("override", "\u{202E}txt.exe"),
        ("isolate", "\u{2066}abc\u{2069}"), ("reset", "\u{1B}c"), ("shift", "\u{0E}lqk"), ("bell", "a\u{07}b"), ("backspace", "a\u{08}\u{08}b"),
    ]

    @Test func escapesInTitleAndBody() throws {
        var files: [String: String] = [:]
        for (index, hostile) in Self.hostile.enumerated() {
            files["h\(index).md"] = """
                ---
                title: "Hostile \(index) \(Self.escapedForYAML(hostile.sequence)) title"
                author: "A \(Self.escapedForYAML(hostile.sequence)) B"
                tags: ["t\(Self.escapedForYAML(hostile.sequence))"]
                ---

                # Heading \(hostile.sequence) here

                Body \(hostile.sequence) with a treaty and `code \(hostile.sequence) span`, long enough.
                """
        }
        let bench = try Workbench(files: files)
        try bench.run("sync")
        #expect(try bench.objects("list").count == Self.hostile.count)
        let terminal = try bench.open()
        try #require(terminal.wait(for: "1/\(Self.hostile.count)"), "\(terminal.text)")
        for _ in Self.hostile {
            terminal.press(.enter)
            try #require(terminal.wait(for: "Heading"), "\(terminal.text)")
            terminal.send("q")
            try #require(terminal.wait(for: "/\(Self.hostile.count)"), "\(terminal.text)")
            terminal.send("j")
        }
        terminal.send("/treaty")
        try #require(terminal.wait(for: "\(Self.hostile.count) hits"), "\(terminal.text)")
        for _ in 0..<3 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("\u{3}\u{3}") }
        expectHarmless(terminal, Self.hostile.map(\.sequence))
    }

    /// YAML takes no control characters as they are, and turns these back into them.
    private static func escapedForYAML(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && scalar.value >= 32 && scalar != "\"" && scalar != "\\"
            return isPlain ? String(scalar) : "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count) + String(scalar.value, radix: 16)
        }.joined()
    }

    /// The bytes that the program wrote hold none of the sequences, no control character of the upper half, nothing that
    /// turns the direction, and no command to the terminal but those of the reader.
    private func expectHarmless(_ terminal: PseudoTerminal, _ sequences: [String], location: SourceLocation = #_sourceLocation) {
        let shown = String(decoding: terminal.output, as: UTF8.self)
        for sequence in sequences where sequence != "\u{1B}[2J\u{1B}[H" {
            #expect(!shown.contains(sequence), "\(sequence.debugDescription)", sourceLocation: location)
        }
        let turning = Set("\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{200E}\u{200F}".unicodeScalars)
        let bad = Set(shown.unicodeScalars.filter { (0x80...0x9F).contains($0.value) || turning.contains($0) || $0.value == 7 })
        #expect(bad.isEmpty, "\(bad)", sourceLocation: location)
        // Operating system commands: the reader asks for the background (11) and for nothing else.
        for command in shown.components(separatedBy: "\u{1B}]").dropFirst() {
            #expect(command.hasPrefix("11;?"), "\(command.prefix(20).debugDescription)", sourceLocation: location)
        }
        #expect(!shown.contains("owned\u{1B}\\") && !shown.contains("\u{1B}P") && !shown.contains("\u{1B}c"), sourceLocation: location)
    }

    /// The command line, where its output is a terminal, uses the same care.
    @Test func escapesOnTheCommandLine() throws {
        let hostile = Self.hostile.map(\.sequence).joined(separator: " and ")
        let bench = try Workbench(files: ["h.txt": "A title \(hostile)\n\nA body with \(hostile) in it, and a treaty, long enough for one.\n"])
        try bench.run("sync")
        let id = try #require(try bench.objects("list").first?["id"] as? String)
        for arguments in [["list"], ["search", "treaty"], ["show", id], ["read", bench.path("h.txt")], ["topics", bench.path("h.txt")], ["wrap", bench.path("h.txt")]] {
            let terminal = try PseudoTerminal(
                Workbench.program, arguments: arguments, environment: bench.environment, directory: bench.folder.path)
            #expect(terminal.exitStatus() == .exited(0), "\(arguments)")
            let shown = String(decoding: terminal.output, as: UTF8.self)
            let bad = Set(shown.unicodeScalars.filter {
                $0.value < 32 && !"\n\r\t".unicodeScalars.contains($0) || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E || $0.value == 0x2066
            })
            #expect(bad.isEmpty, "\(arguments): \(bad)")
        }
    }
}

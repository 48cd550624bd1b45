import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Every character that commands a terminal, hides or turns text, in everything that the reader and the command line show: none of it
/// reaches the terminal. Checked on the raw bytes.
@Suite struct EscapeTests {
    /// Where text comes from that is shown.
    private static let sequences = [
        "\u{1B}]0;owned\u{07}", "\u{1B}]52;c;b3duZWQ=\u{07}", "\u{1B}]8;;https://example.org\u{1B}\\", "\u{1B}[2J\u{1B}[H", "\u{1B}P0;0|17/ab\u{1B}\\",
        "\u{1B}_apc\u{1B}\\", "\u{1B}^pm\u{1B}\\", "\u{1B}Xsos\u{1B}\\", "\u{9B}31m", "\u{9D}0;owned\u{9C}", "\u{90}q\u{9C}", "\u{1B}c", "\u{1B}#8", "\u{1B}[?1049l",
        "\u{1B}[6n", "\u{1B}[5i",
    ]

    /// Every C0 but NUL, line feed and carriage return; DEL; every C1; what turns the direction, joins or hides; tags.
    private static let scalars: [Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [
            0x01...0x09, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
            0x2066...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0001...0xE0001, 0xE0020...0xE007F,
        ]
        return ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
    }()

    /// Pieces of text that hold all of it, short enough for a tag or a file name.
    private static let pieces: [String] = {
        let single = stride(from: 0, to: scalars.count, by: 20).map { start in
            scalars[start..<min(scalars.count, start + 20)].map { "x" + String($0) }.joined()
        }
        return single + sequences + ["e" + String(repeating: "\u{301}", count: 10_000)]
    }()

    /// A file name holds no more than 255 bytes, and no slash.
    private static func fileName(_ index: Int) -> String {
        var name = "n\(index) "
        for scalar in pieces[index].unicodeScalars where name.utf8.count < 230 && scalar != "/" { name.unicodeScalars.append(scalar) }
        return name + ".md"
    }

    /// YAML takes no control characters as they are, and turns these back into them.
    private static func inYAML(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && scalar.value >= 32 && scalar.value < 127 && scalar != "\"" && scalar != "\\"
            let digits = String(scalar.value, radix: 16)
            return isPlain ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private static func article(_ index: Int) -> String {
        let piece = pieces[index]
        let yaml = inYAML(String(String.UnicodeScalarView(piece.unicodeScalars.prefix(2_000))))
        return """
            ---
            title: "Title \(index) \(yaml) end"
            author: "By \(yaml) end"
            publisher: "Publisher \(yaml) end"
            tags: ["tag\(yaml)"]
            ---

            ## Heading \(piece) end

            Body \(index) \(piece) of extradition and `code \(piece)` and [a link](https://example.org/).

            | Cell \(piece) | other |
            |---|---|
            | \(piece) | end |
            """
    }

    /// With the articles that could be read. What consists of control characters is no text, and got its sentence.
    private func bench() throws -> (bench: Workbench, ids: [String]) {
        var files = Dictionary(uniqueKeysWithValues: Self.pieces.indices.map { (Self.fileName($0), Self.article($0)) })
        // Each is an error with a name in it.
        for index in Self.pieces.indices { files["empty " + Self.fileName(index)] = "" }
        let bench = try Workbench(files: files)
        let outcome = try bench.call(["sync"])
        #expect(outcome.status == 0)
        let ids = try bench.objects("list").compactMap { $0["id"] as? String }
        let unread = outcome.errors.split(separator: "\n").filter { $0.contains("the file is no text") }
        #expect(ids.count + unread.count == Self.pieces.count, "\(unread)")
        #expect(unread.count == 2, "\(unread)")
        return (bench, ids)
    }

    /// The command line erases its line of progress, and has no other command.
    private func expectHarmless(_ terminal: PseudoTerminal, _ place: String, isReader: Bool = true) {
        let allowed = isReader ? TerminalCommands.ofCurses.union(TerminalCommands.ofOurs) : ["ESC[K"]
        #expect(TerminalCommands.kinds(in: terminal.output).subtracting(allowed) == [], "\(place)")
        #expect(TerminalCommands.invisible(in: terminal.output) == [], "\(place)")
        // As many as a cell of ncurses holds.
        #expect(TerminalCommands.mostMarks(in: terminal.output) <= 4, "\(place)")
    }

    @Test func inTheReader() throws {
        let (bench, ids) = try bench()
        let count = ids.count
        for (id, piece) in zip(ids, Self.pieces) where piece.utf8.count < 4_000 {
            // Some are refused, which is as good.
            _ = try bench.call(["tag", id, "t \(piece)"])
            _ = try bench.call(["note", id, "note \(piece) end"])
        }
        let terminal = try bench.open(columns: 160, rows: 50)
        try #require(terminal.wait(for: "\(count) articles", timeout: .seconds(30)), "\(terminal.text)")
        for _ in 0..<count {
            terminal.press(.enter)
            try #require(terminal.wait(for: "Body", timeout: .seconds(30)), "\(terminal.text)")
            terminal.send("y")
            terminal.send("q")
            try #require(terminal.wait { $0.lines.last?.contains("Enter open") == true }, "\(terminal.text)")
            terminal.send("j")
        }
        // What could not be read; the notes; the topics; help.
        for keys in ["!", "4", "3", "?"] {
            terminal.send(keys)
            #expect(terminal.waitForQuiet(.milliseconds(200)))
            terminal.send(keys == "?" ? "\u{1B}" : "GgqG")
            #expect(terminal.waitForQuiet(.milliseconds(200)))
        }
        try searchForAll(terminal)
        for _ in 0..<10 where terminal.exitStatus(timeout: .milliseconds(500)) == nil { terminal.send("\u{3}\u{3}") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
        expectHarmless(terminal, "the reader")
        try bench.expectSound()
    }

    /// Pasted into the query, the filter, and what is found in an article.
    private func searchForAll(_ terminal: PseudoTerminal) throws {
        terminal.send("1")
        #expect(terminal.waitForQuiet(.milliseconds(200)))
        for field in ["/", "f"] {
            for piece in Self.pieces where !piece.contains("\u{1B}[20") {
                terminal.send(field)
                terminal.paste("a" + piece.prefix(3_000))
                #expect(terminal.waitForQuiet(.milliseconds(30)))
                terminal.send("\u{15}")
                terminal.send("\u{1B}")
                #expect(terminal.waitForQuiet(.milliseconds(60)))
                terminal.send("\u{1B}")
                #expect(terminal.waitForQuiet(.milliseconds(60)))
            }
        }
    }

    @Test func onTheCommandLine() throws {
        let (bench, ids) = try bench()
        var commands = [["list"], ["search", "extradition"], ["topics"], ["bookmarks"], ["sync"]]
        for id in ids.prefix(Soak.pick(sample: 8, full: ids.count)) { commands.append(["show", id]) }
        for (index, piece) in Self.pieces.enumerated() where piece.utf8.count < 4_000 && index % Soak.pick(sample: 4, full: 1) == 0 {
            commands += [["search", "(" + piece], ["list", "tag:" + piece], ["show", piece], ["read", bench.path("empty " + Self.fileName(index))], ["no" + piece]]
        }
        for arguments in commands {
            let terminal = try PseudoTerminal(Workbench.program, arguments: arguments, environment: bench.environment, directory: bench.folder.path)
            _ = try #require(terminal.exitStatus(timeout: .seconds(60)), "\(arguments) does not end")
            expectHarmless(terminal, "\(arguments)", isReader: false)
        }
    }
}

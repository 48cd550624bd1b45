import Dispatch
import Foundation
import Synchronization
import TestSupport
import Text
import Testing

@testable import Reader

/// Programs of the person's own: which one is taken, what it is given, and what becomes of it. The programs are small ones of
/// these tests.
@Suite struct OutsideTests {
    // MARK: Words

    @Test(arguments: [
        ("vim", ["vim"]),
        ("  code  --wait\t-n ", ["code", "--wait", "-n"]),
        (#""/opt/My Editor/bin/ed" -x 'a b'"#, ["/opt/My Editor/bin/ed", "-x", "a b"]),
        (#"emacsclient -a="" -t"#, ["emacsclient", "-a=", "-t"]),
        (#"ed "" ''"#, ["ed", "", ""]),
        (#"ed a\ b"#, ["ed", #"a\"#, "b"]),
        ("ed; rm -rf $HOME $(id) `id` *", ["ed;", "rm", "-rf", "$HOME", "$(id)", "`id`", "*"]),
        ("ed 'it is \"so\"'", ["ed", "it is \"so\""]),
        ("ed\n-a", ["ed", "-a"]),
        ("", []),
    ])
    func words(text: String, words: [String]) {
        #expect(CommandWords.split(text) == words)
    }

    @Test(arguments: ["vim \"a", "'", "a'b\"c"])
    func openQuotes(text: String) {
        #expect(CommandWords.split(text) == nil)
    }

    @Test func listsOfBrowsers() {
        #expect(CommandWords.parts("firefox:w3m -o 'a:b' %s:") == ["firefox", "w3m -o 'a:b' %s", ""])
        #expect(CommandWords.parts("b --proxy=http://127.0.0.1") == ["b --proxy=http://127.0.0.1"])
    }

    // MARK: Which program

    private func programs(_ environment: [String: String], _ present: Set<String>) -> OutsidePrograms {
        OutsidePrograms(environment: environment) { present.contains($0) }
    }

    @Test func aChosenProgramIsTaken() throws {
        let all = programs(
            ["VISUAL": "code --wait", "EDITOR": "vi", "PAGER": "/opt/less -R", "BROWSER": "missing:lynx -x:firefox", "PATH": "/a:/b"],
            ["/a/vi", "/b/code", "/opt/less", "/b/lynx", "/a/firefox"])
        #expect(
            try all.program(for: .editor)
                == OutsideProgram(path: "/b/code", arguments: ["--wait"], name: "code", needsTerminal: true))
        #expect(
            try all.program(for: .pager) == OutsideProgram(path: "/opt/less", arguments: ["-R"], name: "less", needsTerminal: true))
        #expect(
            try all.program(for: .browser) == OutsideProgram(path: "/b/lynx", arguments: ["-x"], name: "lynx", needsTerminal: true))
    }

    @Test func withoutAChoiceTheUsualOneServes() throws {
        let present: Set = ["/usr/bin/nano", "/usr/bin/vi", "/usr/bin/less", "/usr/bin/xdg-open", "/usr/bin/w3m"]
        let bare = programs(["EDITOR": "  ", "PATH": "/usr/bin"], present)
        #expect(try bare.program(for: .editor).path == "/usr/bin/nano")
        #expect(try bare.program(for: .pager).path == "/usr/bin/less")
        // Without a desktop no window can be opened.
        #expect(try bare.program(for: .browser).name == "w3m")
        #expect(try bare.program(for: .browser).needsTerminal)
        let desktop = programs(["DISPLAY": ":0", "PATH": "/usr/bin"], present)
        #expect(
            try desktop.program(for: .browser)
                == OutsideProgram(path: "/usr/bin/xdg-open", arguments: [], name: "xdg-open", needsTerminal: false))
    }

    /// The current folder is whoever's it is: a program in it is run by its path alone.
    @Test func theCurrentFolderIsNotLookedInto() {
        #expect(throws: OutsideError.notFound(program: "ed", variable: "EDITOR")) {
            try programs(["EDITOR": "ed", "PATH": ":.:bin"], ["./ed", "/ed", "bin/ed", "ed"]).program(for: .editor)
        }
    }

    @Test(arguments: [
        (OutsideError.noProgram(.editor), "cannot open an editor: VISUAL and EDITOR are not set, and nothing else was found; set VISUAL to the program that you use"),
        (.noProgram(.browser), "cannot open a browser: BROWSER is not set, and nothing else was found; set BROWSER to the program that you use"),
        (.openQuote(variable: "EDITOR", value: "vi \"a"), "cannot use EDITOR: a quote is not closed in “vi \"a”; close it, or leave the quotes out"),
        (.notFound(program: "ed", variable: "EDITOR"), "cannot start “ed”: EDITOR names it, and no such program is on the PATH; set EDITOR to the program that you use"),
        (.notStarted(program: "ed", code: 8), "cannot start “ed”: Exec format error"),
        (.left(program: "ed", status: 3), "“ed” did not end well: it left with status 3"),
        (.killed(program: "ed", signal: 9), "“ed” did not end well: signal 9 ended it"),
        (.unusableArgument(program: "ed"), "cannot start “ed”: what it would be given holds a zero byte"),
        (.file(path: "/x", code: 2), "cannot use the file “/x”: No such file or directory"),
        (.tooLong(path: "/x", limit: 1_048_576), "cannot take back what was edited: it is longer than 1,048,576 bytes; it is kept in “/x”"),
        (.kept(path: "/x", program: "ed"), "“ed” did not end well, and nothing was taken from it: what you wrote is in “/x”"),
    ])
    func sentences(error: OutsideError, sentence: String) {
        #expect(error.message == sentence)
    }

    @Test func aChoiceThatCannotBeUsedIsSaid() {
        #expect(throws: OutsideError.openQuote(variable: "PAGER", value: "less '")) {
            try programs(["PAGER": "less '", "PATH": "/a"], ["/a/less"]).program(for: .pager)
        }
        #expect(throws: OutsideError.noProgram(.pager)) { try programs(["PATH": "/a"], []).program(for: .pager) }
    }

    // MARK: Running

    /// A folder with a program that writes down what it was given, each argument behind its number.
    private final class Workshop {
        let folder = try? TemporaryFolder()
        var path: String { folder?.path ?? "" }

        func program(_ name: String, _ body: String) throws -> OutsideProgram {
            let script = try #require(folder)
            try script.write(name, "#!/bin/sh\n" + body)
            // Run by its path it may be busy: another test's process can hold the file that was just written.
            return OutsideProgram(path: "/bin/sh", arguments: [script.full(name)], name: name, needsTerminal: true)
        }

        /// Writes to `given`, whole, so that it is there or not.
        func recorder() throws -> OutsideProgram {
            try program("recorder", #"for a in "$@"; do printf '%s\0' "$a"; done > "$OUT.part"; mv "$OUT.part" "$OUT"; exit ${STATUS:-0}"# + "\n")
        }

        var environment: [String: String] { ["OUT": path + "/given", "PATH": "/usr/bin:/bin"] }

        var given: [String]? {
            guard let data = FileManager.default.contents(atPath: path + "/given") else { return nil }
            return String(decoding: data, as: UTF8.self).split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
        }

        func awaitGiven() -> [String]? {
            for _ in 0..<2_000 {
                if let given { return given }
                usleep(5_000)
            }
            return nil
        }
    }

    static let hostile = [
        "a\nb", "a; touch pwned", "$(touch pwned)", "`touch pwned`", "-rf", "--help", "a b\tc", "' \" '", "*", "~", "$HOME",
        "a && b | c > d", "%s", "\\", "é\u{202E}😀", "", "a\rb", "#", "!",
    ]

    @Test(arguments: hostile)
    func whatIsOpenedIsOneArgument(what: String) throws {
        let shop = Workshop()
        var program = try shop.recorder()
        let script = program.arguments
        program.arguments = script + ["-x", "$OUT;"]
        let programs = OutsidePrograms(environment: shop.environment)
        try programs.run(program, opening: what)
        #expect(shop.given == ["-x", "$OUT;", what])
        program.arguments = script + ["--url=%s!", "end"]
        try programs.run(program, opening: what)
        #expect(shop.given == ["--url=" + what + "!", "end"])
        #expect(shop.folder?.names == ["given", "recorder"])
    }

    @Test func howItEndsIsTold() throws {
        let shop = Workshop()
        let recorder = try shop.recorder()
        #expect(throws: OutsideError.left(program: "recorder", status: 7)) {
            try OutsidePrograms(environment: shop.environment.merging(["STATUS": "7"]) { $1 }).run(recorder, opening: "")
        }
        let programs = OutsidePrograms(environment: shop.environment)
        let killed = try shop.program("killed", "kill -9 $$\n")
        #expect(throws: OutsideError.killed(program: "killed", signal: 9)) { try programs.run(killed, opening: "") }
        let missing = OutsideProgram(path: shop.path + "/none", arguments: [], name: "none", needsTerminal: true)
        #expect(throws: OutsideError.notStarted(program: "none", code: ENOENT)) { try programs.run(missing, opening: "") }
        #expect(throws: OutsideError.unusableArgument(program: "recorder")) { try programs.run(recorder, opening: "a\0b") }
    }

    /// It gets no descriptor of ours, and a session of its own.
    @Test func aBrowserGoesOnByItself() throws {
        let shop = Workshop()
        let program = try shop.program(
            "browser",
            #"""
            { printf '%s\0' "$1"; ls /proc/self/fd | tr '\n' ' '; printf '\0'; readlink /proc/$$/fd/0 /proc/$$/fd/1 | tr '\n' ' '
            printf '\0'; [ "$(ps -o sid= -p $$ | tr -d ' ')" = $$ ] && printf own; printf '\0'; } > "$OUT.part"
            mv "$OUT.part" "$OUT"
            """#)
        let held = open("/dev/null", O_RDONLY)
        defer { close(held) }
        try OutsidePrograms(environment: shop.environment).start(program, opening: "https://example.org/?a=1;b=$(id)") { _ in }
        let given = try #require(shop.awaitGiven())
        #expect(given.first == "https://example.org/?a=1;b=$(id)")
        // `ls` itself holds the folder that it reads; the output is the file that is written here.
        #expect(given[1] == "0 1 2 3 ")
        #expect(given[2].hasPrefix("/dev/null "))
        #expect(given[3] == "own")
    }

    @Test func aBrowserThatFailsIsSaid() throws {
        let shop = Workshop()
        let program = try shop.program("browser", "exit 4\n")
        let told = Mutex<OutsideError?>(nil)
        let done = DispatchSemaphore(value: 0)
        try OutsidePrograms(environment: shop.environment).start(program, opening: "https://example.org/") { error in
            told.withLock { $0 = error }
            done.signal()
        }
        #expect(done.wait(timeout: .now() + 20) == .success)
        #expect(told.withLock { $0 } == .left(program: "browser", status: 4))
    }

    // MARK: Files

    @Test func aFileIsEditedAndGone() throws {
        let shop = Workshop()
        let editor = try shop.program("editor", "printf 'more' >> \"$1\"; cp \"$1\" \"$1~\"\n")
        let file = try OutsideFile("words ", name: "note.md", environment: ["TMPDIR": shop.path])
        #expect(file.path.hasPrefix(shop.path + "/dossier-"))
        #expect(file.path.hasSuffix("/note.md"))
        var status = stat()
        #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        try OutsidePrograms(environment: shop.environment).run(editor, opening: file.path)
        #expect(try file.read() == "words more")
        file.remove()
        #expect(shop.folder?.names == ["editor"])
    }

    @Test func whatIsTooLongIsKept() throws {
        let shop = Workshop()
        let file = try OutsideFile(String(repeating: "a", count: OutsideFile.limit + 1), name: "note.md", environment: ["TMPDIR": shop.path])
        #expect(throws: OutsideError.tooLong(path: file.path, limit: OutsideFile.limit)) { try file.read() }
        file.remove()
        #expect(throws: OutsideError.file(path: file.path, code: ENOENT)) { try file.read() }
    }

    @Test func withoutAFolderThereIsASentence() throws {
        let shop = Workshop()
        try shop.folder?.write("plain", "")
        #expect(throws: OutsideError.file(path: shop.path + "/plain", code: ENOTDIR)) {
            _ = try OutsideFile("", name: "a", environment: ["TMPDIR": shop.path + "/plain"])
        }
    }

    // MARK: Addresses

    @Test(arguments: [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "example.org"),
        ("HTTP://Example.ORG", "http://example.org/", "example.org"),
        ("  https://example.org/\u{1}x\u{1} ", "https://example.org/%01x", "example.org"),
        ("https:example.org/x", "https://example.org/x", "example.org"),
        ("https:\\\\example.org\\a", "https://example.org/a", "example.org"),
        ("https://exam\nple.org/a\tb", "https://example.org/ab", "example.org"),
        ("https://good.org\\@evil.org/", "https://good.org/@evil.org/", "good.org"),
        ("https://good.org@evil.org/", "https://good.org@evil.org/", "evil.org"),
        ("https://good.org:80@evil.org:8080/", "https://good.org:80@evil.org:8080/", "evil.org"),
        ("https://example.org/'\"`$(id)|<b>;& é", "https://example.org/%27%22%60$(id)%7C%3Cb%3E;&%20%C3%A9", "example.org"),
        ("https://[2001:db8::1]:443/", "https://[2001:db8::1]:443/", "[2001:db8::1]"),
        ("https://xn--exmple-cua.org/", "https://xn--exmple-cua.org/", "xn--exmple-cua.org"),
        ("https://example.org?q", "https://example.org/?q", "example.org"),
    ])
    func addresses(address: String, text: String, host: String) {
        let openable = OpenableAddress(address)
        #expect(openable?.text == text)
        #expect(openable?.host == host)
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "-x", "--help",
        "https://", "https:///", "https://a b/", "https://a%2eb/", "https://a$(id)/", "https://a:b/", "https://a:99999/",
        "https://[::1", "https://[zz]/", "mailto:a@b.org", "https", "https://;id/", "xhttps://a/", "https://@/",
    ])
    func whatIsNotOpened(address: String) {
        #expect(OpenableAddress(address) == nil)
    }

    @Test func longAddressesAreNotOpened() {
        let most = "https://a/" + String(repeating: "x", count: OpenableAddress.longest - 10)
        #expect(OpenableAddress(most) != nil)
        #expect(OpenableAddress(most + "x") == nil)
    }
}

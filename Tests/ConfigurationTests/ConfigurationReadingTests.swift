import Configuration
import TestSupport
import Testing
import Text

/// The file: what it sets, what is wrong with it, and that nothing in it keeps the rest from counting.
@Suite struct ConfigurationReadingTests {
    static let path = "/home/a/.config/dossier/config.yaml"

    static func read(_ text: String, environment: [String: String] = [:]) -> Configuration {
        Configuration(file: Array(text.utf8), path: path, environment: environment)
    }

    @Test func withoutAFileEverythingIsBuiltIn() {
        let configuration = Configuration(file: nil, path: Self.path, environment: [:])
        for setting in Setting.allCases {
            #expect(configuration[setting] == .init(value: setting.entry.standard, origin: .builtIn))
            #expect(!configuration.isSet(setting))
        }
        #expect(configuration.keys.isEmpty)
        #expect(configuration.problems.isEmpty)
    }

    @Test func everyKindOfValueIsRead() {
        let configuration = Self.read(
            """
            # Mine.
            theme: old-ledger
            measure: 66   # narrow
            mouse: off
            possible-topics: no
            colours: 256
            "marks": 'ascii'
            editor: [emacsclient, -t]
            pager: less -R
            library: ~/law

            popup-delay: 0
            """)
        #expect(configuration.problems.isEmpty)
        #expect(configuration.text(.theme) == "old-ledger")
        #expect(configuration[.theme].origin == .file(path: Self.path, line: 2))
        #expect(configuration.number(.measure) == 66)
        #expect(configuration.flag(.mouse) == false)
        #expect(configuration.flag(.possibleTopics) == false)
        #expect(configuration.text(.colours) == "256")
        #expect(configuration.text(.marks) == "ascii")
        #expect(configuration.arguments(.editor) == ["emacsclient", "-t"])
        #expect(configuration.arguments(.pager) == ["less", "-R"])
        #expect(configuration.text(.library) == "~/law")
        #expect(configuration[.popupDelay] == .init(value: .number(0), origin: .file(path: Self.path, line: 12)))
    }

    @Test func keysAreReadForAllViewsAndForOne() {
        let configuration = Self.read(
            """
            keys:
              undo: [u, C-u]
              library:
                trash: none
                open: Enter
              article:
                next-tagged: "]"
              mouse: []
            """)
        #expect(configuration.problems.isEmpty)
        #expect(configuration.keys == [
            KeyChange(command: "undo", keys: ["u", "C-u"], line: 2), KeyChange(view: "library", command: "trash", keys: [], line: 4),
            KeyChange(view: "library", command: "open", keys: ["Enter"], line: 5),
            KeyChange(view: "article", command: "next-tagged", keys: ["]"], line: 7), KeyChange(command: "mouse", keys: [], line: 8),
        ])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var messages: [String]
        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        Fault(name: "a name mistyped", text: "meausre: 66\n", messages: ["line 1: “meausre” is no setting; perhaps “measure” was meant"]),
        Fault(name: "a name that is none", text: "\n\nwindow: 3\n", messages: ["line 3: “window” is no setting; `dossier config` lists all"]),
        Fault(name: "a number too large", text: "measure: 500", messages: ["line 1: “measure” cannot be “500”; write a number from 40 to 80"]),
        Fault(name: "no number", text: "measure: wide", messages: ["line 1: “measure” cannot be “wide”; write a number from 40 to 80"]),
        Fault(name: "a word mistyped", text: "marks: unicde", messages: ["line 1: “marks” cannot be “unicde”; perhaps “unicode” was meant"]),
        Fault(name: "no flag", text: "mouse: perhaps", messages: ["line 1: “mouse” cannot be “perhaps”; write on or off"]),
        Fault(name: "a list for a number", text: "measure: [66]", messages: ["line 1: “measure” is not written as one value; write a number from 40 to 80"]),
        Fault(name: "a mapping for a theme", text: "theme:\n  dark: x\n", messages: ["line 1: “theme” is not written as one value; write the name of a theme"]),
        Fault(
            name: "twice", text: "measure: 60\nmouse: off\nmeasure: 66\n",
            messages: ["line 3: “measure” is there again, after line 1; the later one counts; take one away"]),
        Fault(
            name: "a sign that is YAML", text: "mouse: off\nkeys:\n  undo: u\n  next-tagged: ]\n  redo: U\nmeasure: 60\n",
            messages: ["line 4: it is not YAML: did not find expected node content; write “name: value”, and put signs in quotes, as in \"]\""]),
        Fault(
            name: "no name", text: "mouse: off\njust words\nmeasure: 60\n",
            messages: ["line 2: it is not YAML: it is no name with a value; write “name: value”, and put signs in quotes, as in \"]\""]),
        Fault(name: "keys that are none", text: "keys: j\n", messages: ["line 1: “keys” is not written as one value; write commands with their keys under it, one a line"]),
        Fault(
            name: "keys within keys", text: "keys:\n  library:\n    open: {a: b}\n",
            messages: ["line 3: “open” is not written as one value; write a key, or a list of up to 16 keys"]),
    ]

    /// Each fault is told with its line and what was expected.
    @Test(arguments: faults) func whatIsWrongIsSaidWithItsLine(_ fault: Fault) {
        #expect(Self.read(fault.text).problems.map(\.message) == fault.messages.map { Self.path + ", " + $0 })
    }

    /// What stands around a fault counts.
    @Test func theRestCounts() {
        for fault in Self.faults where !fault.text.contains("mouse") && !fault.text.contains("twice") {
            let configuration = Self.read("browser: firefox\n" + fault.text + "\npopup-delay: 200\n")
            #expect(configuration.arguments(.browser) == ["firefox"], "\(fault.name)")
            #expect(configuration.number(.popupDelay) == 200, "\(fault.name)")
            #expect(!configuration.problems.isEmpty, "\(fault.name)")
        }
    }

    /// A key that is no YAML costs itself: the others under `keys` count.
    @Test func aBrokenKeyCostsItself() {
        let configuration = Self.read("keys:\n  undo: u\n  library:\n    open: ]\n    trash: D\n  redo: U\nmeasure: 60\n")
        #expect(configuration.keys == [
            KeyChange(command: "undo", keys: ["u"], line: 2), KeyChange(view: "library", command: "trash", keys: ["D"], line: 5),
            KeyChange(command: "redo", keys: ["U"], line: 6),
        ])
        #expect(configuration.problems.map(\.line) == [4])
        #expect(configuration.number(.measure) == 60)
    }

    @Test func whatIsNeverClosedIsSaidWhereItBegins() {
        let configuration = Self.read("measure: 60\ntheme: 'old\n")
        #expect(configuration.number(.measure) == 60)
        #expect(configuration.problems.map(\.line) == [2])
    }

    @Test func formsOfTheSameFile() {
        let wanted = Self.read("measure: 60\nmouse: off\n")
        for text in ["measure: 60\r\nmouse: off\r\n", "\u{FEFF}measure: 60\nmouse: off", "---\nmeasure: 60\nmouse: off\n...\n"] {
            let configuration = Self.read(text)
            #expect(configuration.problems.isEmpty, "\(text)")
            #expect(configuration.number(.measure) == wanted.number(.measure))
            #expect(configuration.flag(.mouse) == false)
        }
        #expect(Self.read("{measure: 60, mouse: off}").number(.measure) == 60)
        #expect(Self.read("").problems.isEmpty)
        #expect(Self.read("# nothing\n\n").problems.isEmpty)
        #expect(Self.read("keys:\n").problems.isEmpty)
    }

    // MARK: Hostile files

    @Test func limits() {
        let large = Configuration(file: Array(repeating: 0x23, count: 70_000), path: Self.path, environment: [:])
        #expect(large.problems.map(\.message) == [
            Self.path + ": it has 70000 bytes, more than the 65536 that a configuration may have; write settings one a line, as `dossier config --example` prints them"
        ])
        let notText = Configuration(file: [0x61, 0xFF], path: Self.path, environment: [:])
        #expect(notText.problems.map(\.message) == [Self.path + ": it is not UTF-8 text; save it as UTF-8"])
        let nested = Self.read("measure: 60\ntheme: " + String(repeating: "[", count: 20_000))
        #expect(nested.problems.map(\.kind) == [.tooInvolved])
        #expect(nested.problems.map(\.line) == [2])
        #expect(nested.number(.measure) == 60)
        let laughs = Self.read("a: &a [x,x]\nb: &b [*a,*a,*a]\nmeasure: 60\n")
        #expect(laughs.number(.measure) == 60)
        let many = Self.read("keys:\n" + (0..<4_000).map { "  c\($0): x\n" }.joined())
        #expect(many.problems.map(\.kind) == [.tooInvolved])
        #expect(many.keys.count <= 2_000)
    }

    @Test(arguments: UInt64(1)...300) func damagedFilesAreRead(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = Array(Configuration.example.replacing("\n#", with: "\n").utf8)
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = "[]{}:-?*&!\"'#\n %@|>\u{7F}0\u{0}".utf8.randomElement(using: &random) ?? 0
        }
        let configuration = Configuration(file: bytes, path: Self.path, environment: [:])
        let lines = bytes.count { $0 == 0x0A } + 1
        for problem in configuration.problems {
            #expect((1...lines).contains(problem.line ?? 1), "\(problem.message)")
            #expect(!problem.why.isEmpty)
        }
        for setting in Setting.allCases {
            guard let value = configuration[setting].value else { continue }
            if case .number(let number) = value, case .number(let range) = setting.entry.kind { #expect(range.contains(number)) }
        }
    }

    // MARK: What comes before what

    @Test func theOrderOfOrigins() {
        let environment = ["DOSSIER_THEME": "ink-positive", "EDITOR": "ed", "VISUAL": "", "NO_COLOR": "1", "PAGER": "more"]
        var configuration = Self.read("theme: old-ledger\neditor: vim\n", environment: environment)
        // Ours comes before the file, what is said to all programs after.
        #expect(configuration[.theme] == .init(value: .text("ink-positive"), origin: .environment(variable: "DOSSIER_THEME")))
        #expect(configuration.arguments(.editor) == ["vim"])
        #expect(configuration[.pager] == .init(value: .arguments(["more"]), origin: .environment(variable: "PAGER")))
        #expect(configuration[.colours] == .init(value: .text("none"), origin: .environment(variable: "NO_COLOR")))
        #expect(Self.read("colours: 256", environment: environment).text(.colours) == "256")
        configuration.take("day-docket", for: .theme, option: "--theme")
        #expect(configuration[.theme] == .init(value: .text("day-docket"), origin: .argument(option: "--theme")))
        configuration.reject(.theme, .notATheme("day-docket", nearest: nil))
        #expect(configuration[.theme] == .init(value: .text("auto"), origin: .builtIn))
        #expect(configuration.problems.map(\.message) == ["--theme: there is no theme “day-docket”; `dossier themes` lists all"])
    }

    @Test func whereTheFileIs() {
        #expect(Configuration.path(in: ["HOME": "/home/a"]) == "/home/a/.config/dossier/config.yaml")
        #expect(Configuration.path(in: ["HOME": "/home/a", "XDG_CONFIG_HOME": "/etc/a"]) == "/etc/a/dossier/config.yaml")
        #expect(Configuration.path(in: ["HOME": "/home/a", "XDG_CONFIG_HOME": "etc"]) == "/home/a/.config/dossier/config.yaml")
    }
}

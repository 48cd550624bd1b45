import Reader
import Terminal
import TestSupport
import Testing
import Text

struct PaletteTests {
    private static func slots(_ count: Int = 16, indent: String = "", quoted: Bool = true, hash: Bool = false) -> String {
        PaletteSlot.allCases.prefix(count).enumerated().map { index, slot in
            let digits = String(index * 0x0A0B0C % 0x1000000, radix: 16)
            let value = (hash ? "#" : "") + String(repeating: "0", count: 6 - digits.count) + digits
            return "\(indent)\(slot.name): " + (quoted ? "\"\(value)\"" : value)
        }.joined(separator: "\n") + "\n"
    }

    private static func read(_ text: String) throws(ThemeError) -> Palette {
        try Palette(yaml: Array(text.utf8), file: "mine.yaml")
    }

    @Test func `The flat form is read`() throws {
        let palette = try Self.read("scheme: \"Old Form\"\nauthor: \"Someone (https://example.org)\"\n" + Self.slots())
        #expect(palette.name == "Old Form")
        #expect(palette.author == "Someone (https://example.org)")
        #expect(palette.variant == .dark)
        #expect(palette[.base00] == Colour(0x000000))
        #expect(palette[.base05] == Colour(0x0A0B0C * 5))
        #expect(!palette.isBase24)
        // What base24 adds is taken from its sixteen.
        #expect(palette[.base12] == palette[.base08])
    }

    @Test func `The newer form is read, with and without quotes and hashes`() throws {
        let head = "system: base16\nname: New Form\nslug: new-form\nvariant: light\npalette:\n"
        let palette = try Self.read(head + Self.slots(indent: "  ", hash: true))
        #expect(palette.name == "New Form")
        #expect(palette.author == "")
        #expect(palette.variant == .light)
        #expect(palette == (try Self.read(head + Self.slots(indent: "  ", quoted: false))))
    }

    @Test func `Base24 is read, comments and Windows line ends too`() throws {
        let text = "# A scheme\nsystem: \"base24\"\nname: \"N\"\npalette:\n" + Self.slots(24, indent: "  ")
        let palette = try Self.read(text.replacing("\n", with: "\r\n"))
        #expect(palette.isBase24)
        #expect(palette[.base17] == Colour(0x0A0B0C * 23))
    }

    struct Failure: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var error: ThemeError
        var message: String

        var testDescription: String { name }
    }

    static let failures: [Failure] = [
        Failure(
            name: "not YAML", text: "a: 'b\n", error: .notYAML(file: "mine.yaml", line: 2, problem: "found unexpected end of stream"),
            message: "theme mine.yaml, line 2: it is not YAML: found unexpected end of stream; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "a key twice", text: "scheme: a\nscheme: b\n",
            error: .notYAML(file: "mine.yaml", line: 1, problem: "the key scheme is there twice"),
            message: "theme mine.yaml, line 1: it is not YAML: the key scheme is there twice; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "a list", text: "\n- a\n", error: .notKeysAndValues(file: "mine.yaml", line: 2),
            message: "theme mine.yaml, line 2: it does not hold keys and values; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "nothing", text: "", error: .notKeysAndValues(file: "mine.yaml", line: 1),
            message: "theme mine.yaml, line 1: it does not hold keys and values; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "another system", text: "name: x\nsystem: tinted8\n",
            error: .otherSystem(file: "mine.yaml", line: 2, system: "tinted8"),
            message: "theme mine.yaml, line 2: it is a scheme of the system “tinted8”; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "no name", text: slots(), error: .missing(file: "mine.yaml", key: "scheme"),
            message: "theme mine.yaml: “scheme” is missing; add “scheme”"),
        Failure(
            name: "no name in the newer form", text: "palette:\n" + slots(indent: " "),
            error: .missing(file: "mine.yaml", key: "name"), message: "theme mine.yaml: “name” is missing; add “name”"),
        Failure(
            name: "a colour is missing", text: "scheme: x\n" + slots(11), error: .missing(file: "mine.yaml", key: "base0B"),
            message: "theme mine.yaml: “base0B” is missing; add “base0B: \"rrggbb\"”"),
        Failure(
            name: "not a colour", text: "scheme: x\nbase00: \"12345g\"\n",
            error: .notAColour(file: "mine.yaml", line: 2, key: "base00", value: "12345g"),
            message: "theme mine.yaml, line 2: “base00” is “12345g”, which is no colour; write six hexadecimal digits, such as \"1a2b3c\""),
        Failure(
            name: "a list for a colour", text: "scheme: x\nbase00: [1, 2]\n",
            error: .wrongShape(file: "mine.yaml", line: 2, key: "base00"),
            message: "theme mine.yaml, line 2: “base00” is not a single value; write one value after “base00:”"),
        Failure(
            name: "a palette that is none", text: "name: x\npalette: dark\n",
            error: .wrongShape(file: "mine.yaml", line: 2, key: "palette"),
            message: "theme mine.yaml, line 2: “palette” does not hold keys and values; write base00 to base0F under it, one a line"),
        Failure(
            name: "not a variant", text: "name: x\nvariant: dusk\npalette:\n" + slots(indent: " "),
            error: .notAVariant(file: "mine.yaml", line: 2, value: "dusk"),
            message: "theme mine.yaml, line 2: “variant” is “dusk”; write dark or light"),
        Failure(
            name: "nested without end", text: "scheme: x\na: " + String(repeating: "[", count: 9_000),
            error: .tooInvolved(file: "mine.yaml", line: 2),
            message: "theme mine.yaml, line 2: it is nested or refers to itself more than a colour scheme does; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "entries within entries", text: "x:\n" + String(repeating: "- ", count: 4_000) + "a",
            error: .tooInvolved(file: "mine.yaml", line: 2),
            message: "theme mine.yaml, line 2: it is nested or refers to itself more than a colour scheme does; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "a billion laughs",
            text: "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n",
            error: .tooInvolved(file: "mine.yaml", line: 4),
            message: "theme mine.yaml, line 4: it is nested or refers to itself more than a colour scheme does; use a base16 or base24 scheme in YAML, as published"),
        Failure(
            name: "too large", text: "scheme: x\n" + String(repeating: "#", count: 20_000),
            error: .tooLarge(file: "mine.yaml", size: 20_010, limit: 16_384),
            message: "theme mine.yaml: it has 20010 bytes, more than the 16384 that a colour scheme may have; use a base16 or base24 scheme in YAML, as published"),
    ]

    @Test(arguments: failures) func `What is wrong is said`(_ failure: Failure) {
        let error = #expect(throws: ThemeError.self) { try Self.read(failure.text) }
        #expect(error == failure.error)
        #expect(error?.message == failure.message)
    }

    @Test func `Text that is not UTF-8 is refused`() {
        let error = #expect(throws: ThemeError.self) { try Palette(yaml: [0x61, 0xFF], file: "mine.yaml") }
        #expect(error?.message == "theme mine.yaml: it is not UTF-8 text; use a base16 or base24 scheme in YAML, as published")
    }

    @Test func `A name that no theme has`() {
        let error = #expect(throws: ThemeError.self) { try Palette.builtIn(named: "noon") }
        #expect(
            error?.message
                == "theme “noon”: there is none of this name; use one of night-docket, day-docket, old-ledger, ink-negative, ink-positive, harbour-light, dusk-register, moss-archive, candle-desk, chalk-board, slate-brief, north-window, harbour-morning, terminal"
        )
    }

    /// Whatever bytes a file holds: a palette or a sentence, and no crash.
    @Test(arguments: UInt64(1)...200) func `Damaged files end in an error`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = Array(("system: base16\nname: New Form\nvariant: light\npalette:\n" + Self.slots(indent: "  ")).utf8)
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = "[]{}:-?*&!\"'#\n %@|>\u{7F}0".utf8.randomElement(using: &random) ?? 0
        }
        do {
            let palette = try Palette(yaml: bytes, file: "mine.yaml")
            #expect(!PaletteSlot.ofBase16.isEmpty && palette[.base00] == palette[.base00])
        } catch {
            #expect(error.message.hasPrefix("theme mine.yaml"))
        }
    }
}

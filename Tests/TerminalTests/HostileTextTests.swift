import PseudoTerminal
import Testing

/// The bytes that reach the terminal when the text is hostile.
@Suite(.serialized) struct HostileTextTests {
    /// The escape sequences in a text, numbers replaced by `#`; what follows an ESC that begins none is kept with it.
    private func sequences(_ bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: 0x1B) {
            rest = rest[start...]
            let length = length(of: rest)
            found.insert(shape(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return found
    }

    private func length(of bytes: ArraySlice<UInt8>) -> Int {
        guard let second = bytes.dropFirst().first else { return 1 }
        if second == UInt8(ascii: "[") {
            return (bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) } ?? bytes.endIndex - 1) - bytes.startIndex + 1
        }
        return "()".utf8.contains(second) ? 3 : 2
    }

    private func shape(_ bytes: ArraySlice<UInt8>) -> String {
        var shape = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if !("0"..."9").contains(scalar) {
                shape.unicodeScalars.append(scalar)
            } else if shape.last != "#" {
                shape += "#"
            }
        }
        return shape.replacing("#;#;#", with: "#").replacing("#;#", with: "#").replacing("\u{1B}", with: "ESC")
    }

    /// Placing, erasing, scrolling, repeating, attributes, character sets, modes: xterm's entry in terminfo, and our
    /// list.
    private static let allowed: Set<String> = [
        "ESC[#H", "ESC[H", "ESC[#d", "ESC[#G", "ESC[#A", "ESC[#B", "ESC[#C", "ESC[#D", "ESC[A", "ESC[B", "ESC[C", "ESC[D", "ESCM", "ESC[K", "ESC[#K",
        "ESC[J", "ESC[#J", "ESC[#X", "ESC[#P", "ESC[#@", "ESC[#L", "ESC[#M", "ESC[L", "ESC[M", "ESC[#S", "ESC[#T", "ESC[#b", "ESC[#r", "ESC[#m", "ESC[m",
        "ESC(B", "ESC[?#h", "ESC[?#l", "ESC[#h", "ESC[#l", "ESC[#t", "ESC=", "ESC>", "ESC[?#c",
    ]

    @Test func nothingOfItIsASequence() throws {
        let demo = try DemoTerminal.start(columns: 100)
        demo.send("h")
        try #require(demo.wait { $0.line(7).hasSuffix("after") })
        #expect(demo.waitForQuiet())
        #expect(
            Array(demo.lines[1...7]) == [
                "c0 ␇␈ ␊␍␛[2J␛[31mred␛c", "osc ␛]0;title␇␛]52;c;aGFja2Vk␛\\␛]8;;http://example.org␛\\link", "dcs ␛P$q\"p␛\\ apc ␛_x␛\\ pm ␛^x␛\\",
                "c1 ‹U+009B›2J ‹U+009D›0;t‹U+009C› ‹U+0090›x‹U+009C› ‹U+0085›", "bidi ‹U+202E›gnp.exe‹U+202C› ‹U+2066›iso‹U+2069› ‹U+200F›",
                "zero ‹U+200B›wide‹U+FEFF› tags ‹U+E0041›‹U+E0042› del ␡", "marks a\u{301}\u{301}\u{301}\u{301}‹+36› after",
            ])
        demo.send("q")
        #expect(demo.exitStatus() == .exited(0))
        #expect(sequences(demo.output).subtracting(HostileTextTests.allowed) == [])
    }

    /// Beside sequences there are only line feeds, returns, backspaces and shifts of ncurses' own, and no invisible
    /// scalars at all.
    @Test func nothingElseIsInvisible() throws {
        let demo = try DemoTerminal.start(columns: 100)
        demo.send("h")
        try #require(demo.wait { $0.line(7).hasSuffix("after") })
        demo.send("q")
        #expect(demo.exitStatus() == .exited(0))
        let text = String(decoding: demo.output, as: UTF8.self)
        let invisible = text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: !"\r\n\u{8}\u{F}\u{E}\u{1B}".unicodeScalars.contains(scalar)
            case .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: true
            case _: scalar == "\u{FFFD}"
            }
        }
        #expect(invisible.isEmpty, "\(invisible.map { String($0.value, radix: 16) })")
    }
}

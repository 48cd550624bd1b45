import TestSupport
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let bytes: String
        let inputs: [Input]
        var testDescription: String { bytes.debugDescription }

        init(_ bytes: String, _ events: Event...) {
            self.bytes = bytes
            inputs = events.map(Input.event)
        }

        init(_ bytes: String, keys: Key...) {
            self.bytes = bytes
            inputs = keys.map { .event(.key($0)) }
        }

        init(_ bytes: String, inputs: [Input]) {
            self.bytes = bytes
            self.inputs = inputs
        }
    }

    /// A terminal with an odd sequence for F1 and one with the beginning of another.
    static let table = KeyTable { name in
        let strings = ["kf1": "\u{1B}|1", "kf2": "\u{1B}|12", "kcuu1": "\u{1B}OA", "kf3": "\u{3}", "khome": "\u{1B}[1~"]
        return strings[name].map { Array($0.utf8) }
    }

    static let cases: [Case] = [
        Case("abé日🙂", keys: .character("a"), .character("b"), .character("é"), .character("日"), .character("🙂")),
        Case("\r\n\t \u{7F}\u{8}", keys: .enter, .enter, .tab, .character(" "), .backspace, .backspace),
        Case("\u{1}\u{3}\u{1A}\u{0}", keys: .control("a"), .control("c"), .control("z"), .control(" ")),
        Case("\u{1C}\u{1D}\u{1E}\u{1F}", keys: .control("\\"), .control("]"), .control("^"), .control("_")),
        Case("\u{1B}", keys: .escape),
        Case("\u{1B}\u{1B}", keys: .escape, .escape),
        Case("\u{1B}x\u{1B}é\u{1B}X", keys: .alt("x"), .alt("é"), .alt("X")),
        Case("\u{1B}\r\u{1B}\t\u{1B}\u{7F}\u{1B}\u{4}", keys: .named(.enter, .alt), .named(.tab, .alt), .named(.backspace, .alt), .controlAlt("d")),
        Case("\u{1B}[", keys: .alt("[")),
        Case("\u{1B}O", keys: .alt("O")),
        Case("\u{1B}]", keys: .alt("]")),
        Case("\u{1B}Px", keys: .alt("P"), .character("x")),
        Case("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", keys: .up, .down, .right, .left),
        Case("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", keys: .home, .end, .home, .end, .home, .end),
        Case("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z", keys: .insert, .delete, .pageUp, .pageDown, .backTab),
        Case("\u{1B}[1;5A\u{1B}[1;3D\u{1B}[1;2H\u{1B}[3;8~", keys: .named(.up, .control), .named(.left, .alt), .named(.home, .shift), .named(.delete, [.control, .alt, .shift])),
        Case("\u{1B}OP\u{1B}OS\u{1B}[15~\u{1B}[24~\u{1B}[1;2P\u{1B}[[A", keys: .function(1), .function(4), .function(5), .function(12), .function(1, .shift), .function(1)),
        Case("\u{1B}\u{1B}[A\u{1B}\u{1B}OA", keys: .named(.up, .alt), .named(.up, .alt)),
        Case("\u{1B}\u{1B}x", keys: .escape, .alt("x")),
        Case("\u{1B}|1", keys: .function(1)),
        Case("\u{1B}|12", keys: .function(2)),
        Case("\u{1B}|1x", keys: .function(1), .character("x")),
        Case("\u{1B}|x", keys: .alt("|"), .character("x")),
        Case("\u{1B}OM\u{1B}Ok\u{1B}Oy", keys: .enter, .character("+"), .character("9")),
        Case("\u{1B}[97;5u\u{1B}[27;5;97~\u{1B}[13;2u\u{1B}[33;2u", keys: .control("a"), .control("a"), .named(.enter, .shift), .character("!")),
        // Unknown sequences are swallowed whole.
        Case("\u{1B}[99~a\u{1B}[1;2;3;4;5x\u{1B}[?1;2$yb\u{1B}[Ic\u{1B}[5;7R", keys: .character("a"), .character("b"), .character("c")),
        Case("\u{1B}]4;1;rgb:0/0/0\u{7}a\u{1B}P1$r0m\u{1B}\\b\u{1B}_Gi=1;OK\u{1B}\\c", keys: .character("a"), .character("b"), .character("c")),
        Case("\u{1B}[12\u{1B}[A", keys: .up),
        Case("\u{1B}]0;cut\u{1B}[A", keys: .up),
        Case("\u{1B}[<0;3;4M", .mouse(Mouse(column: 2, row: 3, kind: .press(.left)))),
        Case("\u{1B}[<2;3;4m", .mouse(Mouse(column: 2, row: 3, kind: .release(.right)))),
        Case("\u{1B}[<32;300;200M", .mouse(Mouse(column: 299, row: 199, kind: .drag(.left)))),
        Case("\u{1B}[<64;1;1M\u{1B}[<65;1;1M", .mouse(Mouse(column: 0, row: 0, kind: .wheelUp)), .mouse(Mouse(column: 0, row: 0, kind: .wheelDown))),
        Case("\u{1B}[<20;1;1M", .mouse(Mouse(column: 0, row: 0, kind: .press(.left), modifiers: [.shift, .control]))),
        Case("\u{1B}[<66;1;1M\u{1B}[<35;1;1M\u{1B}[<0M", inputs: []),
        Case("\u{1B}[M !!", .mouse(Mouse(column: 0, row: 0, kind: .press(.left)))),
        Case("\u{1B}[200~a\r\nb\rc\u{1B}[31md\u{1B}[201~x", .paste("a\nb\nc\u{1B}[31md"), .key(.character("x"))),
        Case("\u{1B}[200~日本\u{1B}[20\u{1B}[201~", .paste("日本\u{1B}[20")),
        Case("\u{1B}[200~\u{1B}[201~x", .key(.character("x"))),
        Case("\u{1B}]11;rgb:1e1e/2828/ffff\u{1B}\\", .background(Colour(0x1E28FF))),
        Case("\u{1B}]11;rgb:0/8/f\u{7}", .background(Colour(0x0088FF))),
        Case("\u{1B}]11;rgba:ff/00/00/80\u{7}", .background(Colour(0xFF0000))),
        Case("\u{1B}]11;rgb:xx/00/00\u{7}\u{1B}]11;rgb:+1/00/00\u{7}\u{1B}]11;rgb:1/2\u{7}", inputs: []),
        Case("\u{1B}[?62;22c", inputs: [.deviceAttributes]),
        Case("\u{1B}[?69;2$y", inputs: [.margins(true)]),
        Case("\u{1B}[?69;0$y\u{1B}[?69;4$y", inputs: [.margins(false), .margins(false)]),
        Case("\u{1B}[?2026;2$y", inputs: []),
    ]

    private func all(_ decoder: inout InputDecoder, isFinal: Bool) -> [Input] {
        var inputs: [Input] = []
        while let input = decoder.next(isFinal: isFinal) { inputs.append(input) }
        return inputs
    }

    @Test(arguments: cases) func decodes(_ example: Case) {
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        decoder.feed(example.bytes.utf8)
        let inputs = all(&decoder, isFinal: false) + all(&decoder, isFinal: true)
        #expect(inputs == example.inputs)
        #expect(decoder.patience == nil)
    }

    /// Bytes that come in two reads mean the same, wherever they are cut.
    @Test(arguments: cases) func cutsDoNotMatter(_ example: Case) {
        let bytes = Array(example.bytes.utf8)
        for cut in 0...bytes.count {
            var decoder = InputDecoder(keys: InputDecoderTests.table)
            decoder.feed(bytes[..<cut])
            var inputs = all(&decoder, isFinal: false)
            decoder.feed(bytes[cut...])
            inputs += all(&decoder, isFinal: false) + all(&decoder, isFinal: true)
            #expect(inputs == example.inputs, "cut at \(cut)")
        }
    }

    @Test func invalidUTF8IsSwallowed() {
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        decoder.feed([0x61, 0xFF, 0xC0, 0x80, 0x62, 0xE2, 0x82, 0x63, 0xC2, 0x9B, 0x64, 0xF0, 0x9F])
        let inputs = all(&decoder, isFinal: false) + all(&decoder, isFinal: true)
        #expect(inputs == "abcd".map { .event(.key(.character($0))) })
    }

    @Test func escapeIsWaitedForBriefly() {
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        #expect(decoder.patience == nil)
        decoder.feed([escape])
        #expect(decoder.next(isFinal: false) == nil)
        #expect(decoder.patience == .milliseconds(25))
        #expect(decoder.next(isFinal: true) == .event(.key(.escape)))
        #expect(decoder.patience == nil)
    }

    @Test func longStringsAreSkipped() {
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        decoder.feed("\u{1B}]52;c;".utf8)
        for _ in 0..<1000 {
            decoder.feed(String(repeating: "A", count: 1000).utf8)
            #expect(decoder.next(isFinal: false) == nil)
        }
        decoder.feed("AAA\u{1B}".utf8)
        #expect(decoder.next(isFinal: false) == nil)
        decoder.feed("\\x".utf8)
        #expect(decoder.next(isFinal: false) == .event(.key(.character("x"))))
        #expect(decoder.next(isFinal: false) == nil)
    }

    @Test func longPastesComeInParts() {
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        let text = String(repeating: "é日", count: 700_000)
        decoder.feed("\u{1B}[200~".utf8)
        var parts: [String] = []
        for start in stride(from: 0, to: text.utf8.count, by: 4096) {
            decoder.feed(Array(text.utf8.dropFirst(start).prefix(4096)))
            while case .event(.paste(let part)) = decoder.next(isFinal: false) { parts.append(part) }
        }
        decoder.feed("\u{1B}[201~".utf8)
        while case .event(.paste(let part)) = decoder.next(isFinal: false) { parts.append(part) }
        #expect(parts.count == 4)
        #expect(parts.joined() == text)
    }

    @Test func aPasteWithoutEndIsOverInTime() {
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        decoder.feed("\u{1B}[200~abc".utf8)
        #expect(decoder.next(isFinal: false) == nil)
        #expect(decoder.patience == .milliseconds(500))
        #expect(decoder.next(isFinal: true) == .event(.paste("abc")))
        decoder.feed("x".utf8)
        #expect(decoder.next(isFinal: false) == .event(.key(.character("x"))))
    }

    /// No bytes crash it or are waited for for ever.
    @Test(arguments: 0..<50) func anyBytesAreTaken(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let likely = Array("\u{1B}\u{1B}[[]]OP<M0123456789;:?~ACHu\\\u{7}".utf8)
        var decoder = InputDecoder(keys: InputDecoderTests.table)
        for _ in 0..<2000 {
            let byte = Bool.random(using: &random) ? likely.randomElement(using: &random) : UInt8.random(in: 0...255, using: &random)
            decoder.feed([byte ?? 0])
            _ = all(&decoder, isFinal: UInt8.random(in: 0...9, using: &random) == 0)
        }
        _ = all(&decoder, isFinal: true)
        _ = all(&decoder, isFinal: true)
        #expect(decoder.patience == nil)
    }
}

/// What a program told its terminal to do, read out of the raw bytes that it wrote: for tests of what reaches a terminal.
public enum TerminalCommands {
    /// What ncurses sends by xterm's entry in terminfo: placing, erasing, scrolling, repeating, attributes, character sets, modes.
    public static let ofCurses: Set<String> = [
        "ESC[#H", "ESC[H", "ESC[#d", "ESC[#G", "ESC[#A", "ESC[#B", "ESC[#C", "ESC[#D", "ESC[A", "ESC[B", "ESC[C", "ESC[D", "ESCM", "ESC[K", "ESC[#K",
        "ESC[J", "ESC[#J", "ESC[#X", "ESC[#P", "ESC[#@", "ESC[#L", "ESC[#M", "ESC[L", "ESC[M", "ESC[#S", "ESC[#T", "ESC[#b", "ESC[#r", "ESC[#m", "ESC[m",
        "ESC(B", "ESC7", "ESC8", "ESC[?#h", "ESC[?#l", "ESC[#h", "ESC[#l", "ESC[#t", "ESC=", "ESC>", "ESC[?#c",
    ]

    /// What is sent beside them: the background is asked for, and the kind of terminal after it; whether there are left and right
    /// margins, and those are set; the clipboard is written.
    public static let ofOurs: Set<String> = ["ESC]11;?", "ESC[c", "ESC[?#$p", "ESC[#s", "ESC[r", "ESC]52;c;…"]

    /// The kinds of sequences in the bytes, numbers replaced by `#`. Of strings to the terminal the whole text is kept, but for
    /// what is put into the clipboard. What follows an ESC that begins no sequence is kept with it.
    public static func kinds(in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: 0x1B) {
            rest = rest[start...]
            let length = length(of: rest)
            found.insert(kind(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return found
    }

    /// The scalars in the bytes that nobody sees and that are not those of ncurses: control characters but line feed, return,
    /// backspace, shifts, ESC and the BEL at the end of a string; format characters; line and paragraph separators; what is no text.
    public static func invisible(in bytes: [UInt8]) -> Set<Unicode.Scalar> {
        let text = String(decoding: withoutStrings(bytes), as: UTF8.self)
        return Set(text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: !"\r\n\u{8}\u{F}\u{E}\u{1B}".unicodeScalars.contains(scalar)
            case .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: true
            case _: scalar == "\u{FFFD}"
            }
        })
    }

    /// The most combining marks that follow one another.
    public static func mostMarks(in bytes: [UInt8]) -> Int {
        var (most, run) = (0, 0)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark: run += 1
            case _: run = 0
            }
            most = max(most, run)
        }
        return most
    }

    // MARK: Parts

    /// Strings begin with these after an ESC: device control, system command, privacy message, program command, start of string.
    private static let introducers = Array("P]^_X".utf8)

    private static func length(of bytes: ArraySlice<UInt8>) -> Int {
        guard let second = bytes.dropFirst().first else { return 1 }
        if introducers.contains(second) { return stringLength(of: bytes) }
        if second == UInt8(ascii: "[") {
            return (bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) } ?? bytes.endIndex - 1) - bytes.startIndex + 1
        }
        return "()".utf8.contains(second) ? 3 : 2
    }

    /// To the BEL or the ESC \ that ends it.
    private static func stringLength(of bytes: ArraySlice<UInt8>) -> Int {
        guard let end = bytes.dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return bytes.count }
        return end - bytes.startIndex + (bytes[end] == 0x07 ? 1 : 2)
    }

    private static func kind(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let second = bytes.dropFirst().first, introducers.contains(second) else {
            return bytes.dropFirst().first == UInt8(ascii: "[") ? numbersReplaced(in: text) : text.replacing("\u{1B}", with: "ESC")
        }
        let content = bytes.dropFirst(2).prefix { $0 != 0x07 && $0 != 0x1B }
        let name = "ESC" + String(Unicode.Scalar(second))
        return content.starts(with: "52;c;".utf8) ? name + "52;c;…" : name + String(decoding: content, as: UTF8.self)
    }

    private static func numbersReplaced(in text: String) -> String {
        var shape = ""
        for scalar in text.unicodeScalars {
            if !("0"..."9").contains(scalar) {
                shape.unicodeScalars.append(scalar)
            } else if shape.last != "#" {
                shape += "#"
            }
        }
        while shape.contains("#;#") { shape = shape.replacing("#;#", with: "#") }
        return shape.replacing("\u{1B}", with: "ESC")
    }

    private static func withoutStrings(_ bytes: [UInt8]) -> [UInt8] {
        var (result, rest) = ([UInt8](), bytes[...])
        while let start = rest.firstIndex(of: 0x1B) {
            result += rest[..<start]
            rest = rest[start...]
            let length = length(of: rest)
            let isString = rest.dropFirst().first.map { introducers.contains($0) } ?? false
            if !isString { result += rest.prefix(length) }
            rest = rest.dropFirst(length)
        }
        return result + rest
    }
}

/// A string from the terminal, mostly an answer: `ESC ]` and the like, up to BEL or `ESC \`.
struct TerminalString {
    /// Strings longer than this are skipped. The answers that we ask for are short.
    static let longest = 4096

    /// Where a string ends, and where what follows begins. An ESC that does not begin `ESC \` breaks it off, and so
    /// does CAN.
    static func end(in bytes: ArraySlice<UInt8>) -> (content: Int, after: Int)? {
        guard let end = bytes.firstIndex(where: { $0 == 0x07 || $0 == 0x18 || $0 == escape }) else { return nil }
        if bytes[end] != escape { return (end, end + 1) }
        guard end + 1 < bytes.endIndex else { return nil }
        return (end, bytes[end + 1] == UInt8(ascii: "\\") ? end + 2 : end)
    }

    /// What a complete operating system command (OSC) says; nil for what we did not ask for.
    static func input(_ content: ArraySlice<UInt8>) -> Input? {
        let text = String(decoding: content, as: UTF8.self)
        guard text.hasPrefix("11;"), let colour = Colour(answer: text.dropFirst(3)) else { return nil }
        return .event(.background(colour))
    }
}

extension Colour {
    /// The colour in the form in which terminals answer: `rgb:` or `rgba:` and one to four hexadecimal digits for each
    /// channel.
    init?(answer text: Substring) {
        guard text.hasPrefix("rgb:") || text.hasPrefix("rgba:"), let colon = text.firstIndex(of: ":") else { return nil }
        let fields = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        let channels = fields.compactMap(Colour.channel)
        guard channels.count == fields.count, (3...4).contains(channels.count) else { return nil }
        self.init(red: channels[0], green: channels[1], blue: channels[2])
    }

    private static func channel(_ digits: Substring) -> UInt8? {
        let count = digits.utf8.count
        guard (1...4).contains(count), digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16) else { return nil }
        let largest = 1 << (4 * count) - 1
        return UInt8((value * 255 + largest / 2) / largest)
    }
}

/// A text of a feed, with how it is to be understood.
struct FeedValue: Hashable {
    enum Form: Hashable {
        case text
        case html
        /// Markup as elements of the feed, written down as HTML.
        case inline
        /// Nobody says whether it is HTML: told by how it looks.
        case open
    }

    var bytes: [UInt8] = []
    var form: Form
    /// The bytes are in Base64.
    var isEncoded = false
    /// Against which relative addresses in it count.
    var base: String?
    var language: String?

    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    /// How the element says that its text is to be understood: `type` and `mode` of Atom 0.3 and 1.0.
    init(_ element: XMLElement, isAtom: Bool, word: FeedWord) {
        let type = element.attribute("type").map(Self.mediaType) ?? ""
        let mode = element.attribute("mode")?.lowercased() ?? ""
        form = Self.form(of: type, isAtom: isAtom, word)
        isEncoded = mode == "base64" || (isAtom && mode.isEmpty && Self.isBinary(type))
        if mode == "escaped", form == .inline { form = .html }
        if isEncoded || (isAtom && mode == "escaped" && type.isEmpty) { form = form == .html ? .html : .open }
    }

    init(_ text: String, form: Form) {
        bytes = Array(text.utf8)
        self.form = form
    }

    /// Without parameters, in lower case.
    private static func mediaType(_ value: String) -> String {
        value.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    private static func form(of type: String, isAtom: Bool, _ word: FeedWord) -> Form {
        switch type {
        case "": isAtom ? .text : word == .content || word == .fullText ? .html : .open
        // Media RSS says «plain».
        case "text", "text/plain", "plain": .text
        case "html", "text/html": .html
        case "xhtml", "application/xhtml+xml": .inline
        case _ where type.hasSuffix("/xml") || type.hasSuffix("+xml"): .inline
        case _ where type.hasPrefix("text/"): .text
        default: .open
        }
    }

    private static func isBinary(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("/xml") && !type.hasSuffix("+xml")
    }

    /// Written out of its Base64; nothing where what was encoded is no text. Who says Base64 and writes text means the
    /// text.
    var decoded: FeedValue? {
        guard isEncoded else { return self }
        var value = self
        value.isEncoded = false
        guard Base64.isPossible(bytes) else { return value }
        value.bytes = Base64.decode(bytes)
        return String(validating: value.bytes, as: UTF8.self) != nil && !value.bytes.contains(0) ? value : nil
    }
}

/// RFC 4648, sections 4 and 5; signs that are none of it are passed over.
enum Base64 {
    static func isPossible(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "=") || value(of: $0) != nil }
    }

    static func decode(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var store: UInt32 = 0
        var bits = 0
        for sign in text {
            guard let value = value(of: sign) else {
                if sign == UInt8(ascii: "=") { break }
                continue
            }
            store = store << 6 | value
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: store >> UInt32(bits)))
            store &= (1 << UInt32(bits)) - 1
        }
        return bytes
    }

    private static func value(of sign: UInt8) -> UInt32? {
        switch sign {
        case 0x41...0x5A: UInt32(sign) - 0x41
        case 0x61...0x7A: UInt32(sign) - 0x61 + 26
        case 0x30...0x39: UInt32(sign) - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

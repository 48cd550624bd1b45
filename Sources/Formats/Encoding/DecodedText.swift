/// Bytes made UTF-8, by the first of these that fits: a byte order mark, the pattern of UTF-16, valid UTF-8, UTF-8 with
/// a few faults, Windows-1252.
package struct DecodedText {
    /// Why bytes are no text: the offset of the first that no text has.
    package struct NotText: Error { package let offset: Int }

    package let bytes: [UInt8]
    package let notes: [FormatNote.Reason]

    package init(_ source: [UInt8]) throws(NotText) {
        if source.starts(with: [0xFF, 0xFE]), !source.starts(with: [0xFF, 0xFE, 0, 0]) {
            self.init(utf16: source.dropFirst(2), .little)
        } else if source.starts(with: [0xFE, 0xFF]) {
            self.init(utf16: source.dropFirst(2), .big)
        } else if source.contains(0), let order = UTF16Text.order(of: source) {
            self.init(utf16: source[...], order)
        } else {
            try Self.checkIsText(source)
            self.init(eightBit: source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source)
        }
    }

    private init(utf16 source: ArraySlice<UInt8>, _ order: UTF16Text.Order) {
        let decoded = UTF16Text.decode(source, order)
        bytes = decoded.bytes
        notes = decoded.repaired > 0 ? [.encodingRepaired(count: decoded.repaired)] : []
    }

    private init(eightBit source: [UInt8]) {
        let (wide, broken) = UTF8Text.survey(source)
        let nulls = source.count { $0 == 0 }
        var notes: [FormatNote.Reason] = []
        var bytes = source
        if broken > 0, wide >= broken * 4 {
            bytes = UTF8Text.repaired(source)
            notes.append(.encodingRepaired(count: broken + nulls))
        } else if broken > 0 {
            bytes = Windows1252.decode(source)
            if source.count(where: { $0 >= 0x80 }) * 4 > source.count { notes.append(.encodingGuessed) }
        }
        if nulls > 0 {
            bytes = bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
            if notes.isEmpty { notes.append(.encodingRepaired(count: nulls)) }
        }
        self.bytes = bytes
        self.notes = notes
    }

    /// Text may hold a stray control, or a few where somebody pasted a terminal's output; more than one byte in fifty
    /// that is neither writing nor white space is no text. Bytes that neither encoding assigns count where the text is
    /// no UTF-8.
    private static func checkIsText(_ source: [UInt8]) throws(NotText) {
        var strange = 0
        var first: Int?
        for (index, byte) in source.enumerated() where isStrange(byte) {
            strange += 1
            if first == nil { first = index }
        }
        guard let first else { return }
        guard strange * 50 <= source.count || (strange <= 2 && source[first] != 0) else { throw NotText(offset: first) }
    }

    /// NUL and the other controls, but for tab, line ends and those that terminals take: bell, backspace and escape.
    private static func isStrange(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(byte >= 0x07 && byte <= 0x0D) && byte != 0x1B || byte == 0x7F
    }
}

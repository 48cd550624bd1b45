import Formats
import Glibc

/// A feed's bytes as UTF-8, by the first of these that says something: a byte order mark, the pattern of UTF-16 or
/// UTF-32, being valid UTF-8, the encoding that the XML declaration names, what uchardet thinks, Windows-1252.
///
/// Text that is valid UTF-8 beyond ASCII is hardly ever anything else, whatever its declaration says: generators that
/// were moved to UTF-8 keep the old one.
struct FeedText {
    let bytes: [UInt8]
    let notes: [FormatNote.Reason]

    init(_ source: [UInt8], file: String) throws(FormatError) {
        if let wide = Self.wideEncoding(of: source),
            let converted = Iconv.utf8(source[wide.start...], from: wide.name, unit: wide.unit)
        {
            bytes = converted.bytes
            notes = converted.repaired > 0 ? [.encodingRepaired(count: converted.repaired)] : []
            return
        }
        let body = source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source
        let survey = UTF8Text.survey(body)
        let declared = Self.declaredEncoding(in: body)
        let isNearlyUTF8 = survey.broken == 0 || (survey.wide > 20 && survey.wide >= survey.broken * 4)
        if !isNearlyUTF8 || (survey.wide == 0 && declared.map(Self.isShifted) == true), let declared,
            !Self.isUTF8(declared), let converted = Iconv.utf8(body[...], from: Self.superset(of: declared))
        {
            bytes = converted.bytes
            notes = converted.repaired > 0 ? [.encodingRepaired(count: converted.repaired)] : []
        } else if survey.broken == 0 {
            bytes = body
            notes = []
        } else if !isNearlyUTF8, let guess = EncodingGuess.encoding(of: body),
            let converted = Iconv.utf8(body[...], from: Self.superset(of: guess.lowercased()))
        {
            bytes = converted.bytes
            notes = converted.repaired > 0 ? [.encodingRepaired(count: converted.repaired)] : []
        } else {
            (bytes, notes) = try Self.guessed(body, file)
        }
    }

    private static func guessed(_ body: [UInt8], _ file: String) throws(FormatError) -> ([UInt8], [FormatNote.Reason]) {
        do {
            let decoded = try DecodedText(body)
            return (decoded.bytes, decoded.notes)
        } catch {
            throw FormatError(file: file, reason: .notText(offset: error.offset))
        }
    }

    // MARK: Which encoding

    /// Told by a mark, or by how `<` stands there.
    private static func wideEncoding(of source: [UInt8]) -> (name: String, start: Int, unit: Int)? {
        if source.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4, 4) }
        if source.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4, 4) }
        if source.starts(with: [0x3C, 0, 0, 0]) { return ("UTF-32LE", 0, 4) }
        if source.starts(with: [0, 0, 0, 0x3C]) { return ("UTF-32BE", 0, 4) }
        if source.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2, 2) }
        if source.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2, 2) }
        if source.starts(with: [0x3C, 0]) { return ("UTF-16LE", 0, 2) }
        if source.starts(with: [0, 0x3C]) { return ("UTF-16BE", 0, 2) }
        // EBCDIC, which says which one it is in itself; this one has the letters of all of them.
        if source.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return ("IBM037", 0, 1) }
        return nil
    }

    /// The name after `encoding=` in the declaration, in lower case. Junk may stand before that.
    private static func declaredEncoding(in body: [UInt8]) -> String? {
        let head = String(decoding: body.prefix(2 << 10).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        guard let declaration = head.firstRange(of: "<?xml"), let end = head[declaration.upperBound...].firstIndex(of: ">"),
            let mark = head[declaration.upperBound..<end].firstRange(of: "encoding")
        else { return nil }
        let value = head[mark.upperBound..<end].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
        let name = String(value.prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) })
        return name.isEmpty || name.utf8.count > 40 ? nil : name
    }

    private static func isUTF8(_ name: String) -> Bool {
        ["utf-8", "utf8", "unicode", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"].contains(name)
    }

    /// Encodings that write other scripts with the bytes of ASCII.
    private static func isShifted(_ name: String) -> Bool {
        name.hasPrefix("iso-2022") || name.hasPrefix("hz-") || name == "utf-7"
    }

    /// What is called by the smaller set's name is written in the larger one (WHATWG Encoding, «names and labels»).
    private static func superset(of name: String) -> String {
        switch name {
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "x-cp1252":
            "WINDOWS-1252"
        case "iso-8859-9", "latin5": "WINDOWS-1254"
        case "iso-8859-11", "tis-620", "windows-874": "CP874"
        case "uhc": "CP949"
        case "gb2312", "gbk", "gb_2312-80", "x-gbk", "euc-cn", "cp936": "GB18030"
        case "big5", "big-5", "x-x-big5", "cn-big5": "BIG5-HKSCS"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji": "CP932"
        case "euc-jp", "x-euc-jp": "EUC-JP-MS"
        case "ks_c_5601-1987", "ks_c_5601", "euc-kr", "korean", "ksc5601", "windows-949": "CP949"
        default: name
        }
    }
}

/// The C library's converter.
enum Iconv {
    /// `source` as UTF-8, each unit of `unit` bytes that fits nothing as U+FFFD; nothing where the encoding is not
    /// known.
    static func utf8(_ source: ArraySlice<UInt8>, from encoding: String, unit: Int = 1) -> (bytes: [UInt8], repaired: Int)? {
        guard encoding.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
        let converter = iconv_open("UTF-8", encoding)
        guard let converter, converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count + source.count / 4)
        var repaired = 0
        var input = Array(source)
        input.withUnsafeMutableBytes { input in
            var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var rest = input.count
            while rest > 0 {
                let isStuck = convert(converter, &next, &rest, into: &bytes)
                guard isStuck, rest > 0 else { continue }
                bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
                repaired += 1
                let skipped = min(unit, rest)
                next = next.map { $0 + skipped }
                rest -= skipped
            }
        }
        return (bytes, repaired)
    }

    /// Converts what fits a buffer. Whether a byte that fits nothing is next.
    private static func convert(
        _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ rest: inout Int, into bytes: inout [UInt8]
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 8 << 10) { buffer in
            var out = buffer.baseAddress
            var room = buffer.count
            let result = iconv(converter, &next, &rest, &out, &room)
            let problem = errno
            buffer.prefix(buffer.count - room).withMemoryRebound(to: UInt8.self) { bytes.append(contentsOf: $0) }
            return result == -1 && problem != E2BIG
        }
    }
}

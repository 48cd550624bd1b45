import Glibc

/// The encodings of pages and mails from before UTF-8, by the names that they are declared with. The C library's
/// `iconv` knows how they are written; which one a name means is the WHATWG Encoding standard's (section 4.2): what
/// calls itself Latin-1 is Windows-1252, what calls itself GB 2312 is read as GB 18030.
package struct LegacyEncoding: Hashable, Sendable {
    /// As people know it.
    package let name: String

    /// Nothing where the label names no encoding.
    package init?(label: String) {
        let label = label.trimmingBlanks.lowercased()
        guard !label.isEmpty, label.utf8.count <= 40, let name = Self.names[label] ?? Self.pattern(label) else { return nil }
        self.name = name
    }

    package var isUTF8: Bool { name == "UTF-8" }

    /// The text as UTF-8, and how many places of it are none in this encoding; those become U+FFFD. Nothing where the C
    /// library does not know the encoding. Linear.
    package func decode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], repaired: Int)? {
        if name == "windows-1252" { return (Windows1252.decode(Array(bytes)), 0) }
        guard let converter = iconv_open("UTF-8", systemName), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        return bytes.withUnsafeBufferPointer { Self.convert($0, converter) }
    }

    private static func convert(_ source: UnsafeBufferPointer<UInt8>, _ converter: iconv_t) -> ([UInt8], Int) {
        var result: [UInt8] = []
        result.reserveCapacity(source.count + source.count / 2)
        var repaired = 0
        var piece = [CChar](repeating: 0, count: 16 << 10)
        guard let base = source.baseAddress else { return ([], 0) }
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
            mutating: UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self))
        var left = source.count
        while left > 0 {
            let (written, status) = piece.withUnsafeMutableBufferPointer { buffer in
                var output = buffer.baseAddress
                var room = buffer.count
                let status = iconv(converter, &input, &left, &output, &room) == -1 ? errno : 0
                return (buffer.count - room, status)
            }
            result.append(contentsOf: piece[..<written].lazy.map { UInt8(bitPattern: $0) })
            // A full buffer is emptied and filled again; what fits nothing is one byte passed over.
            guard status == EILSEQ || status == EINVAL, left > 0 else { continue }
            UTF8Writer.append(UTF8Writer.replacement, to: &result)
            repaired += 1
            input = input.map { $0 + 1 }
            left -= 1
        }
        return (result, repaired)
    }

    /// The name that the C library has for it.
    private var systemName: String {
        switch name {
        case "Shift_JIS": "CP932"
        case "EUC-KR": "CP949"
        case "Big5": "BIG5-HKSCS"
        case "EUC-JP": "EUC-JP-MS"
        case "windows-874": "CP874"
        case "macintosh": "MACINTOSH"
        case "x-mac-cyrillic": "MAC-CYRILLIC"
        case "ISO-2022-JP": "ISO-2022-JP-3"
        case let name where name.hasPrefix("windows-"): "CP" + name.dropFirst(8)
        default: name
        }
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for (name, labels) in table {
            for label in labels.split(separator: " ") { names[String(label)] = name }
        }
        return names
    }()

    private static let table: [(String, String)] = [
        ("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8"),
        (
            "windows-1252",
            "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 us-ascii ascii windows-1252 cp1252 x-cp1252 ansi_x3.4-1968"
        ),
        ("ISO-8859-2", "iso-8859-2 iso8859-2 latin2 l2"), ("ISO-8859-5", "iso-8859-5 cyrillic"),
        ("ISO-8859-6", "iso-8859-6 arabic"), ("ISO-8859-7", "iso-8859-7 greek"),
        ("ISO-8859-8", "iso-8859-8 iso-8859-8-i hebrew logical visual"),
        ("windows-1254", "iso-8859-9 latin5 l5 windows-1254 cp1254"), ("ISO-8859-15", "iso-8859-15 iso8859-15 latin-9 latin9"),
        ("windows-874", "windows-874 tis-620 iso-8859-11 dos-874"),
        ("KOI8-R", "koi8-r koi8 koi koi8_r"), ("KOI8-U", "koi8-u koi8-ru"),
        ("macintosh", "macintosh mac x-mac-roman"), ("x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
        ("IBM866", "ibm866 cp866 866 csibm866"),
        ("GB18030", "gb18030 gbk gb2312 gb_2312-80 x-gbk chinese csgb2312 euc-cn cp936 ms936"),
        ("Big5", "big5 big5-hkscs big5hkscs cn-big5 x-x-big5 csbig5"),
        ("EUC-JP", "euc-jp x-euc-jp eucjp"), ("ISO-2022-JP", "iso-2022-jp csiso2022jp"),
        ("Shift_JIS", "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j cp932 ms932"),
        ("EUC-KR", "euc-kr euckr uhc korean ks_c_5601-1987 ksc5601 ksc_5601 windows-949 cp949"),
        ("UTF-16LE", "utf-16 utf-16le ucs-2 unicode csunicode"), ("UTF-16BE", "utf-16be unicodefffe"),
        ("UTF-32LE", "utf-32 utf-32le"), ("UTF-32BE", "utf-32be"),
    ]

    /// `windows-125x` and `iso-8859-x` with any number.
    private static func pattern(_ label: String) -> String? {
        for prefix in ["windows-125", "cp125", "x-cp125"] where label.hasPrefix(prefix) && label.utf8.count == prefix.utf8.count + 1 {
            return label.last.flatMap { "012345678".contains($0) ? "windows-125\($0)" : nil }
        }
        for prefix in ["iso-8859-", "iso8859-", "iso_8859-"] where label.hasPrefix(prefix) {
            return Int(label.dropFirst(prefix.count)).flatMap { (2...16).contains($0) && $0 != 12 ? "ISO-8859-\($0)" : nil }
        }
        return nil
    }
}

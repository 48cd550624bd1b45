import CUchardet

/// The encoding of a text that does not say, or lies, told by how often which bytes stand beside each other (uchardet).
enum EncodingGuess {
    /// How much is looked at.
    private static let sampleSize = 256 << 10

    /// A name for `iconv`; nothing where there is too little to tell by. Between the western encodings of one byte the guess
    /// is no better than Windows-1252, which is then left to the caller.
    static func encoding(of bytes: [UInt8]) -> String? {
        let sample = bytes.prefix(sampleSize)
        let high = sample.count { $0 >= 0x80 }
        guard high >= 8, let name = detected(sample)?.uppercased() else { return nil }
        if wide.contains(name) { return name }
        return high >= 30 && others.contains(where: { name.hasPrefix($0) }) ? name : nil
    }

    private static func detected(_ sample: ArraySlice<UInt8>) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let result = sample.withUnsafeBytes { bytes in
            uchardet_handle_data(detector, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard result == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        return String(cString: name)
    }

    /// Encodings of several bytes a character, whose patterns are hardly met by chance.
    private static let wide: Set<String> = [
        "SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "UHC", "JOHAB", "BIG5", "GB18030", "HZ-GB-2312", "ISO-2022-JP", "ISO-2022-KR",
    ]

    /// Encodings of one byte for other scripts than those of western Europe.
    private static let others = [
        "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1255", "WINDOWS-1256", "ISO-8859-2", "ISO-8859-5", "ISO-8859-6",
        "ISO-8859-7", "ISO-8859-8", "ISO-8859-11", "KOI8-", "TIS-620", "MAC-CYRILLIC", "IBM855", "IBM866",
    ]
}

/// Folds the writing of words, so that what a reader takes for the same is the same.
///
/// First NFKC with the case folded and invisible characters removed (UAX 44, NFKC_Casefold), and all apostrophes one. From
/// that form words are stemmed, because stemmers need the accents of their language; English ones know none. Then
/// diacritics go: from Latin and Greek letters, the dots of `ё`, the points of Hebrew and Arabic; and `ø ł đ ħ ı æ œ ð þ`
/// become what they are written as where they are missing. The breve of `й` and the voicing marks of kana stay: they make
/// other letters.
enum Folding {
    /// The case-folded form, accents kept.
    static func caseFolded(_ word: UnsafeBufferPointer<UInt8>) -> [UInt16] {
        let units = Array(String(decoding: word, as: UTF8.self).utf16)
        return ICU.normalized(units, .folded).map { $0 == 0x2019 || $0 == 0x02BC ? 0x27 : $0 }
    }

    /// `folded` without diacritics.
    static func withoutDiacritics(_ folded: [UInt16]) -> [UInt8] {
        guard folded.contains(where: { $0 >= 0x80 }) else { return folded.map { UInt8(truncatingIfNeeded: $0) } }
        var bare: [UInt16] = []
        var base: UInt16 = 0
        for unit in ICU.normalized(folded, .decomposed) {
            if isDropped(unit, after: base) { continue }
            if let plain = plain(unit) { bare.append(contentsOf: plain) } else { bare.append(unit) }
            if !(0x300...0x36F).contains(unit) { base = unit }
        }
        return Array(String(decoding: ICU.normalized(bare, .composed), as: UTF16.self).utf8)
    }

    private static func isDropped(_ unit: UInt16, after base: UInt16) -> Bool {
        switch unit {
        case 0x308 where base == 0x435: true
        case 0x300...0x36F: base < 0x80 || ICU.isLatinOrGreek(UInt32(base))
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
        case 0x640, 0x64B...0x65F, 0x670: true
        default: false
        }
    }

    private static func plain(_ unit: UInt16) -> [UInt16]? {
        switch unit {
        case 0xF8: [0x6F]
        case 0x142: [0x6C]
        case 0x111: [0x64]
        case 0x127: [0x68]
        case 0x131: [0x69]
        case 0xE6: [0x61, 0x65]
        case 0x153: [0x6F, 0x65]
        case 0xF0: [0x64]
        case 0xFE: [0x74, 0x68]
        default: nil
        }
    }
}

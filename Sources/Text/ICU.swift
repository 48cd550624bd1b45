import CICU
import Synchronization

/// Only this file and its extensions call ICU. What decides stands above it.
enum ICU {
    /// Where boundaries can be looked for.
    enum BoundaryKind: Int, CaseIterable {
        case grapheme, word, sentence, line
    }

    /// A boundary and what ICU says of the stretch before it.
    struct Boundary {
        /// In UTF-8 bytes from the start of the text given.
        var offset: Int
        /// ICU's rule status: for lines 0…99 is a soft and 100… a hard break, for words 0…99 is no word.
        var status: Int32
    }

    /// Calls `body` with each boundary in `bytes` after the first (which is 0) up to and with the end, in order,
    /// until it returns false. `bytes` must be valid UTF-8. Linear time. Opens no iterator where one is idle.
    static func forEachBoundary(
        _ kind: BoundaryKind, in bytes: UnsafeBufferPointer<UInt8>, _ body: (Boundary) -> Bool
    ) {
        var start = 0
        while start < bytes.count {
            // ICU counts in 32 bits; a text beyond that is looked at in windows that end between scalars.
            let end = windowEnd(in: bytes, from: start)
            guard forEachBoundary(kind, inWindow: UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start, body)
            else { return }
            start = end
        }
    }

    private static func windowEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = min(bytes.count, start + 1 << 30)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    private static func forEachBoundary(
        _ kind: BoundaryKind, inWindow bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (Boundary) -> Bool
    ) -> Bool {
        let iterator = IteratorPool.shared.take(kind)
        defer { IteratorPool.shared.giveBack(iterator, kind) }
        var status: Int32 = 0
        let text = bytes.withMemoryRebound(to: CChar.self) {
            dossier_utext_openUTF8($0.baseAddress, Int64($0.count), &status)
        }
        defer { dossier_utext_close(text) }
        dossier_ubrk_setUText(iterator.handle, text, &status)
        precondition(status <= 0, "ICU cannot look at a text: out of memory")
        while true {
            let offset = dossier_ubrk_next(iterator.handle)
            if offset < 0 { return true }
            let boundary = Boundary(offset: start + Int(offset), status: dossier_ubrk_getRuleStatus(iterator.handle))
            if !body(boundary) { return false }
        }
    }
}

extension ICU {
    /// The general category of a scalar, as far as anything here asks.
    enum Category {
        case letter, number, otherNumber, nonspacingMark, spacingMark, format, control, space, separator, symbol
        case privateUse, surrogate, unassigned
    }

    static func category(of scalar: UInt32) -> Category {
        switch dossier_u_charType(Int32(bitPattern: scalar)) {
        case dossier_U_UPPERCASE_LETTER, dossier_U_LOWERCASE_LETTER, dossier_U_TITLECASE_LETTER, dossier_U_MODIFIER_LETTER,
            dossier_U_OTHER_LETTER:
            .letter
        case dossier_U_DECIMAL_DIGIT_NUMBER, dossier_U_LETTER_NUMBER: .number
        case dossier_U_OTHER_NUMBER: .otherNumber
        case dossier_U_NON_SPACING_MARK, dossier_U_ENCLOSING_MARK: .nonspacingMark
        case dossier_U_COMBINING_SPACING_MARK: .spacingMark
        case dossier_U_FORMAT_CHAR: .format
        case dossier_U_CONTROL_CHAR: .control
        case dossier_U_SPACE_SEPARATOR: .space
        case dossier_U_LINE_SEPARATOR, dossier_U_PARAGRAPH_SEPARATOR: .separator
        case dossier_U_PRIVATE_USE_CHAR: .privateUse
        case dossier_U_SURROGATE: .surrogate
        case dossier_U_UNASSIGNED: .unassigned
        default: .symbol
        }
    }

    static func isUppercase(_ scalar: UInt32) -> Bool {
        dossier_u_hasBinaryProperty(Int32(bitPattern: scalar), dossier_UCHAR_UPPERCASE) != 0
    }

    static func isLowercase(_ scalar: UInt32) -> Bool {
        dossier_u_hasBinaryProperty(Int32(bitPattern: scalar), dossier_UCHAR_LOWERCASE) != 0
    }

    static func isEmoji(_ scalar: UInt32) -> Bool {
        dossier_u_hasBinaryProperty(Int32(bitPattern: scalar), dossier_UCHAR_EMOJI) != 0
    }

    static func isPictographic(_ scalar: UInt32) -> Bool {
        dossier_u_hasBinaryProperty(Int32(bitPattern: scalar), dossier_UCHAR_EXTENDED_PICTOGRAPHIC) != 0
    }

    static func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
        dossier_u_hasBinaryProperty(Int32(bitPattern: scalar), dossier_UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0
    }

    /// Whether no grapheme cluster ends between the two scalars whatever stands before them (GB9, GB9a, GB9b of
    /// UAX 29, and after a linker GB9c of later versions).
    static func isInsideCluster(_ before: UInt32, _ after: UInt32) -> Bool {
        if before < 0x300, after < 0x300 { return false }
        if isLinker(before), category(of: after) == .letter { return true }
        switch clusterBreak(of: before) {
        case dossier_U_GCB_CONTROL, dossier_U_GCB_CR, dossier_U_GCB_LF: return false
        case dossier_U_GCB_PREPEND: if category(of: after) != .control { return true }
        default: break
        }
        return switch clusterBreak(of: after) {
        case dossier_U_GCB_EXTEND, dossier_U_GCB_SPACING_MARK, dossier_U_GCB_ZWJ: true
        default: false
        }
    }

    /// Whether some scalar before it makes one cluster with this one.
    static func mayJoin(_ scalar: UInt32) -> Bool {
        switch clusterBreak(of: scalar) {
        case dossier_U_GCB_OTHER, dossier_U_GCB_CONTROL, dossier_U_GCB_CR, dossier_U_GCB_LF, dossier_U_GCB_PREPEND: false
        default: true
        }
    }

    private static func clusterBreak(of scalar: UInt32) -> Int32 {
        dossier_u_getIntPropertyValue(Int32(bitPattern: scalar), dossier_UCHAR_GRAPHEME_CLUSTER_BREAK)
    }

    /// East Asian Width W or F (UAX 11).
    static func isWide(_ scalar: UInt32) -> Bool {
        let width = dossier_u_getIntPropertyValue(Int32(bitPattern: scalar), dossier_UCHAR_EAST_ASIAN_WIDTH)
        return width == dossier_U_EA_WIDE || width == dossier_U_EA_FULLWIDTH
    }

    /// A Hangul vowel or final consonant that is drawn into the syllable before it.
    static func isTrailingJamo(_ scalar: UInt32) -> Bool {
        let type = dossier_u_getIntPropertyValue(Int32(bitPattern: scalar), dossier_UCHAR_HANGUL_SYLLABLE_TYPE)
        return type == dossier_U_HST_VOWEL_JAMO || type == dossier_U_HST_TRAILING_JAMO
    }

    /// A letter of a script whose letters join or change beside each other (Arabic, Syriac, Mongolian, … and the Indic
    /// scripts), where the joiners U+200C and U+200D have a meaning.
    static func isShaping(_ scalar: UInt32) -> Bool {
        let code = Int32(bitPattern: scalar)
        let joining = dossier_u_getIntPropertyValue(code, dossier_UCHAR_JOINING_TYPE)
        if joining != dossier_U_JT_NON_JOINING, joining != dossier_U_JT_TRANSPARENT, scalar >= 0x600 {
            return scalar != 0x200D
        }
        guard dossier_u_getIntPropertyValue(code, dossier_UCHAR_INDIC_SYLLABIC_CATEGORY) != dossier_U_INSC_OTHER
        else { return false }
        return switch category(of: scalar) {
        case .letter, .spacingMark, .nonspacingMark: scalar >= 0x900
        case .number, .otherNumber, .format, .control, .space, .separator, .symbol, .privateUse, .surrogate, .unassigned: false
        }
    }

    /// A letter of a script written without blanks whose words only a dictionary finds (Thai, Lao, Khmer, Burmese, …).
    static func isComplexContext(_ scalar: UInt32) -> Bool {
        dossier_u_getIntPropertyValue(Int32(bitPattern: scalar), dossier_UCHAR_LINE_BREAK) == dossier_U_LB_COMPLEX_CONTEXT
    }

    static func isIdeographic(_ scalar: UInt32) -> Bool {
        dossier_u_hasBinaryProperty(Int32(bitPattern: scalar), dossier_UCHAR_IDEOGRAPHIC) != 0
    }

    /// Hiragana, Katakana and the sign that lengthens their vowels.
    static func isKana(_ scalar: UInt32) -> Bool {
        let script = dossier_uscript_getScript(Int32(bitPattern: scalar))
        return script == dossier_USCRIPT_HIRAGANA || script == dossier_USCRIPT_KATAKANA || scalar == 0x30FC
    }

    /// A letter of the scripts in which a reader may leave out or not know the diacritics.
    static func isLatinOrGreek(_ scalar: UInt32) -> Bool {
        let script = dossier_uscript_getScript(Int32(bitPattern: scalar))
        return script == dossier_USCRIPT_LATIN || script == dossier_USCRIPT_GREEK
    }

    /// A sign that joins the consonant before it with the one after it (a virama or an invisible stacker).
    static func isLinker(_ scalar: UInt32) -> Bool {
        let value = dossier_u_getIntPropertyValue(Int32(bitPattern: scalar), dossier_UCHAR_INDIC_SYLLABIC_CATEGORY)
        return value == dossier_U_INSC_VIRAMA || value == dossier_U_INSC_INVISIBLE_STACKER
    }
}

extension ICU {
    enum NormalForm {
        /// NFKC with case folded and what is invisible removed (NFKC_Casefold).
        case folded
        /// Letters and their marks apart (NFD).
        case decomposed
        /// Letters and their marks together (NFC).
        case composed
    }

    /// `text` in a normal form. `text` itself where it cannot be made (more than 2^31 units of text).
    static func normalized(_ text: [UInt16], _ form: NormalForm) -> [UInt16] {
        var status: Int32 = 0
        let normalizer =
            switch form {
            case .folded: dossier_unorm2_getNFKCCasefoldInstance(&status)
            case .decomposed: dossier_unorm2_getNFDInstance(&status)
            case .composed: dossier_unorm2_getNFCInstance(&status)
            }
        guard status <= 0, let count = Int32(exactly: text.count) else { return text }
        // U+FDFA, the longest of all, becomes 18 units.
        var result = [UInt16](repeating: 0, count: 18 * text.count)
        let length = dossier_unorm2_normalize(normalizer, text, count, &result, Int32(clamping: result.count), &status)
        guard status <= 0 else { return text }
        result.removeSubrange(Int(length)...)
        return result
    }
}

/// An open break iterator. Used by one thread at a time: whoever has taken it from the pool.
struct BreakIterator: @unchecked Sendable {
    let handle: OpaquePointer
}

/// Idle break iterators, because opening one costs as much as looking at a page of text.
///
/// It is shared by the whole process and cannot be seen in any result: an iterator keeps nothing from one text to the next.
final class IteratorPool: Sendable {
    static let shared = IteratorPool()

    private static let capacity = 8
    private let idle = Mutex<[[BreakIterator]]>(Array(repeating: [], count: ICU.BoundaryKind.allCases.count))

    func take(_ kind: ICU.BoundaryKind) -> BreakIterator {
        idle.withLock { $0[kind.rawValue].popLast() } ?? Self.open(kind)
    }

    func giveBack(_ iterator: BreakIterator, _ kind: ICU.BoundaryKind) {
        let isKept = idle.withLock { idle in
            guard idle[kind.rawValue].count < Self.capacity else { return false }
            idle[kind.rawValue].append(iterator)
            return true
        }
        if !isKept { dossier_ubrk_close(iterator.handle) }
    }

    private static func open(_ kind: ICU.BoundaryKind) -> BreakIterator {
        let type =
            switch kind {
            case .grapheme: dossier_UBRK_CHARACTER
            case .word: dossier_UBRK_WORD
            case .sentence: dossier_UBRK_SENTENCE
            case .line: dossier_UBRK_LINE
            }
        var status: Int32 = 0
        // The root locale: the same text has the same boundaries on every machine.
        guard let handle = dossier_ubrk_open(type, "root", &status), status <= 0 else {
            preconditionFailure("ICU cannot open its break rules: its data is missing")
        }
        return BreakIterator(handle: handle)
    }
}

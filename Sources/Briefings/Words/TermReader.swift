import Text

/// The words of texts as numbers that mean the same in every reader: hashes of their stems. For one thread.
///
/// Two stems may share a number, about once in four thousand million pairs; what is compared by them are whole texts, where one
/// word more or less in common tells nothing.
struct TermReader {
    struct Term {
        /// In UTF-8 bytes of the text that was read.
        var range: Range<Int>
        var number: UInt32
        /// Tells nothing by itself.
        var isFunctionWord: Bool
        /// A figure, or a word with a capital where no sentence begins: what names people, places and amounts.
        var isName: Bool
    }

    private var lexicons: [Language: Lexicon] = [:]
    private var functionWords: [Language: Set<UInt32>] = [:]
    private var tokens: [Token] = []

    /// The words of `text` in order. Linear.
    mutating func terms(in text: String, language tag: String?) -> [Term] {
        let language = Language(tag: tag)
        let lexicon = lexicons[language] ?? Lexicon(language: language, capacity: 1 << 16)
        lexicons[language] = lexicon
        let functions = functionWords[language] ?? Set(FunctionWords.of(tag).map { Self.number(Array($0.utf8)) })
        functionWords[language] = functions
        tokens.removeAll(keepingCapacity: true)
        var text = text
        return text.withUTF8 { bytes in
            lexicon.tokens(in: bytes, into: &tokens)
            return tokens.map { token in
                let number = lexicon.withBytes(of: token.stem) { Self.number($0) }
                let isFunction = functions.contains(number) || lexicon.withBytes(of: token.form) { functions.contains(Self.number($0)) }
                let isName = token.flags.contains(.hasDigit) || token.flags.contains(.isAllCaps)
                    || (token.flags.contains(.isCapitalised) && !Self.beginsSentence(token, in: bytes))
                return Term(range: token.range, number: number, isFunctionWord: isFunction, isName: isName && !isFunction)
            }
        }
    }

    /// Whether only quotes and blanks stand between the word and the end of a sentence, or the beginning of the text.
    private static func beginsSentence(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = Int(token.start)
        while place > 0 {
            place -= 1
            switch bytes[place] {
            case 0x0A, 0x2E, 0x21, 0x3F, 0x3A: return true
            // A blank, a quote, a bracket, or a byte of a curly quote.
            case 0x20, 0x22, 0x27, 0x28, 0x5B, 0x80...0xFF: continue
            default: return false
            }
        }
        return true
    }

    /// FNV-1a of 32 bits (Fowler, Noll and Vo), its bits mixed once more.
    static func number(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return mix(hash)
    }

    /// The finaliser of MurmurHash3 (Appleby), which is a bijection.
    static func mix(_ value: UInt32) -> UInt32 {
        var value = (value ^ value >> 16) &* 0x85EB_CA6B
        value = (value ^ value >> 13) &* 0xC2B2_AE35
        return value ^ value >> 16
    }
}

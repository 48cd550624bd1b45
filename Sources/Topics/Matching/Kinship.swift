/// How near a word of a text is to the word of a label that has the same stem. Stems join more than inflections: Snowball's
/// English stemmer gives «governance» and «government» one, and «accession» and «access», «carding» and «card».
enum Kinship: Int, Comparable, Sendable {
    /// The same word.
    case same
    /// Another form of it: plural, past, participle.
    case inflected
    /// Another word of the same stem.
    case derived

    static func < (left: Kinship, right: Kinship) -> Bool { left.rawValue < right.rawValue }

    /// Of folded words with equal stems. Endings are known for English; elsewhere any other word counts as an inflection.
    init(label: String, text: String, isEnglish: Bool) {
        if label == text {
            self = .same
        } else if isEnglish {
            self = Self.isInflection(Array(text.utf8), of: Array(label.utf8)) ? .inflected : .derived
        } else {
            self = .inflected
        }
    }

    /// Whether `word` is `base` with a regular ending, the singular of the plural `base`, or the verb that the noun
    /// `base` in «-ion» or «-ment» is made from. A base in «-ing» is a form of «-ed», not of the bare word: «carding»
    /// is not found in «cards».
    private static func isInflection(_ word: [UInt8], of base: [UInt8]) -> Bool {
        let common = zip(word, base).prefix { $0 == $1 }.count
        guard common >= 2 else { return false }
        let wordEnd = String(decoding: word[common...], as: UTF8.self)
        let baseEnd = String(decoding: base[common...], as: UTF8.self)
        switch baseEnd {
        case "ion": return verbEndings.contains(wordEnd) || wordEnd == "e"
        case "ment": return verbEndings.contains(wordEnd) || wordEnd.isEmpty
        case "ing": return wordEnd == "ed"
        case "": return endings.contains(wordEnd) || isDoubled(wordEnd, after: base[common - 1])
        case "e": return wordEnd == "ing"
        case "y": return wordEnd == "ies" || wordEnd == "ied"
        case "s", "es": return wordEnd.isEmpty
        case "ies": return wordEnd == "y"
        default: return false
        }
    }

    private static let verbEndings: Set<String> = ["s", "es", "ed", "ing"]
    private static let endings: Set<String> = ["s", "es", "d", "ed", "ing", "'s", "s'"]

    /// «swap», «swapped», «swapping».
    private static func isDoubled(_ ending: String, after letter: UInt8) -> Bool {
        let bytes = Array(ending.utf8)
        return bytes.first == letter && (ending.dropFirst() == "ed" || ending.dropFirst() == "ing")
    }
}

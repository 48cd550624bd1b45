/// A language whose words we can stem, or any other.
public enum Language: String, CaseIterable, Sendable {
    case arabic, armenian, basque, catalan, danish, dutch, english, finnish, french, german, greek, hindi, hungarian
    case indonesian, irish, italian, lithuanian, nepali, norwegian, portuguese, romanian, russian, serbian, spanish
    case swedish, tamil, turkish, yiddish
    /// A language without a stemmer, or an unknown one: a word is its own stem.
    case other

    /// The language of a BCP 47 tag: `en`, `en-GB`, `pt_BR`, in any case. ``other`` where there is no stemmer.
    public init(tag: String?) {
        let primary = (tag ?? "").prefix { $0 != "-" && $0 != "_" }.lowercased()
        self = Self.allCases.first { $0.codes.contains(primary) } ?? .other
    }

    /// The primary subtags that mean this language, the usual one first.
    var codes: [String] {
        switch self {
        case .arabic: ["ar", "ara"]
        case .armenian: ["hy", "hye"]
        case .basque: ["eu", "eus"]
        case .catalan: ["ca", "cat"]
        case .danish: ["da", "dan"]
        case .dutch: ["nl", "nld"]
        case .english: ["en", "eng"]
        case .finnish: ["fi", "fin"]
        case .french: ["fr", "fra"]
        case .german: ["de", "deu"]
        case .greek: ["el", "ell"]
        case .hindi: ["hi", "hin"]
        case .hungarian: ["hu", "hun"]
        case .indonesian: ["id", "ind"]
        case .irish: ["ga", "gle"]
        case .italian: ["it", "ita"]
        case .lithuanian: ["lt", "lit"]
        case .nepali: ["ne", "nep"]
        case .norwegian: ["no", "nb", "nn", "nor", "nob", "nno"]
        case .portuguese: ["pt", "por"]
        case .romanian: ["ro", "ron"]
        case .russian: ["ru", "rus"]
        case .serbian: ["sr", "srp"]
        case .spanish: ["es", "spa"]
        case .swedish: ["sv", "swe"]
        case .tamil: ["ta", "tam"]
        case .turkish: ["tr", "tur"]
        case .yiddish: ["yi", "yid"]
        case .other: []
        }
    }

    /// Whether the stemmer's rules know no letters with accents, so that a word is stemmed as it is written without them:
    /// «résumés» as «resumes». Else it would keep its ending, and no query for the plain form would find it.
    var stemsWithoutAccents: Bool {
        switch self {
        case .english: true
        case .arabic, .armenian, .basque, .catalan, .danish, .dutch, .finnish, .french, .german, .greek, .hindi, .hungarian,
            .indonesian, .irish, .italian, .lithuanian, .nepali, .norwegian, .portuguese, .romanian, .russian, .serbian,
            .spanish, .swedish, .tamil, .turkish, .yiddish, .other:
            false
        }
    }

    /// Whether an apostrophe parts two words, as in `l'accord`.
    var elides: Bool {
        switch self {
        case .french, .italian, .catalan: true
        case .arabic, .armenian, .basque, .danish, .dutch, .english, .finnish, .german, .greek, .hindi, .hungarian,
            .indonesian, .irish, .lithuanian, .nepali, .norwegian, .portuguese, .romanian, .russian, .serbian, .spanish,
            .swedish, .tamil, .turkish, .yiddish, .other:
            false
        }
    }

    /// Snowball's name of the algorithm.
    var algorithm: String? {
        self == .other ? nil : rawValue
    }
}

/// What a factor of an explanation is. Explanations are stored with the factors' names, so the names of ``ContextFactor`` and
/// ``TopicModel/Surrounding`` never change, and one that a later version wrote is read as ``unknown(_:)``.
public enum FactorKind: Hashable, Sendable {
    case context(ContextFactor)
    /// These words stand before each match and say that the text is not about it.
    case contrast(String)
    /// A provision that is cited, as a lawyer cites it.
    case cites(String)
    /// Nothing in the article decides what an acronym stands for; what it may, the topic's sense first.
    case undecidedAcronym(senses: [String])
    case surrounding(TopicModel.Surrounding)
    /// A word, by its stem, that decisions have given a weight.
    case learnedWord(String)
    case otherLearnedWords
    case unknown(String)

    private static let contrast = "contrast: "
    private static let cites = "cites "
    private static let acronym = "undecided-acronym: "
    private static let learned = (before: "learned word “", after: "”")
    private static let others = "other learned words"
    private static let senseSeparator = " | "

    /// As it is stored.
    public var name: String {
        switch self {
        case .context(let factor): factor.rawValue
        case .contrast(let words): Self.contrast + words
        case .cites(let provision): Self.cites + provision
        case .undecidedAcronym(let senses): Self.acronym + senses.joined(separator: Self.senseSeparator)
        case .surrounding(let surrounding): surrounding.rawValue
        case .learnedWord(let word): Self.learned.before + word + Self.learned.after
        case .otherLearnedWords: Self.others
        case .unknown(let name): name
        }
    }

    /// Reads ``name``.
    public init(name: String) {
        if let factor = ContextFactor(rawValue: name) {
            self = .context(factor)
        } else if let surrounding = TopicModel.Surrounding(rawValue: name) {
            self = .surrounding(surrounding)
        } else if let words = Self.rest(of: name, after: Self.contrast) {
            self = .contrast(words)
        } else if let provision = Self.rest(of: name, after: Self.cites) {
            self = .cites(provision)
        } else if let senses = Self.rest(of: name, after: Self.acronym) {
            self = .undecidedAcronym(senses: Self.senses(senses))
        } else if let word = Self.rest(of: name, after: Self.learned.before), word.hasSuffix(Self.learned.after) {
            self = .learnedWord(String(word.dropLast(Self.learned.after.count)))
        } else {
            self = name == Self.others ? .otherLearnedWords : .unknown(name)
        }
    }

    private static func rest(of name: String, after beginning: String) -> String? {
        guard name.hasPrefix(beginning), name.utf8.count > beginning.utf8.count else { return nil }
        return String(name.dropFirst(beginning.count))
    }

    /// Parted by hand: `split` on a string of several characters would bring in `_StringProcessing`.
    private static func senses(_ text: String) -> [String] {
        text.split(separator: "|").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}

extension Explanation.Factor {
    public init(_ kind: FactorKind, contribution: Double) { self.init(name: kind.name, contribution: contribution) }

    public var kind: FactorKind { FactorKind(name: name) }
}
